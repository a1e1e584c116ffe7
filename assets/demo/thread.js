// Plays the conversation: the button adds the next message, and `?play=1` adds one every four seconds.
const steps = [...document.getElementsByTagName('template')];
const list = /** @type {HTMLElement} */ (document.querySelector('.msg-s-message-list-content'));
const button = /** @type {HTMLButtonElement} */ (document.querySelector('#next'));

function addNext() {
  const step = steps.shift();
  if (!step) return;
  list.append(step.content.cloneNode(true));
  list.lastElementChild?.scrollIntoView({ block: 'nearest' });
  if (steps.length > 0) return;
  button.disabled = true;
  button.textContent = 'That was all';
}

button.addEventListener('click', addNext);
addNext();
if (new URLSearchParams(location.search).has('play')) setInterval(addNext, 4000);
