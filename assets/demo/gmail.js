// Shows the view that the part of the address behind # names; an unknown one shows the inbox.
const main = /** @type {HTMLElement} */ (document.querySelector('[role=main]'));
const views = new Map([...document.getElementsByTagName('template')].map((view) => [view.dataset.view, view]));

function show() {
  const view = views.get(location.hash.slice(1)) ?? views.get('inbox');
  main.replaceChildren(...(view ? [view.content.cloneNode(true)] : []));
  const subject = main.querySelector('.hP')?.textContent ?? 'Inbox';
  document.title = `${subject} - noor@halden.example - Gmail`;
}

addEventListener('hashchange', show);
show();
