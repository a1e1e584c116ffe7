import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { memberIdentifier } from '../../scripts/demo/placeholders.mts';

const profile = `https://www.linkedin.com/in/${memberIdentifier(247_318_406)}/`;

/** Where a thread with this name stands. */
export const threadAddress = (name: string) => `https://www.linkedin.com/messaging/thread/2-${name}/`;

/** What they ask for, in markup: enough for a warning. */
export const ask =
  'Please clone this repository and run the pre-employment test on your own machine, then send me a screenshot: ' +
  '<a href="https://github.com/harborlight-ledger-example/python-pre-employment-test">the test</a>.';

/** One message of theirs; `name` and `body` are markup. */
export const message = (body: string, name = 'Elin Marwick') => `
<li class="msg-s-message-list__event"><div class="msg-s-event-listitem msg-s-event-listitem--other" data-event-urn="urn:li:msg_message:(urn:li:fsd_profile:x,2-x)">
  <div class="msg-s-message-group__meta"><a class="msg-s-message-group__profile-link" href="${profile}"><span class="msg-s-message-group__name">${name}</span></a></div>
  <p class="msg-s-event-listitem__body">${body}</p></div></li>`;

/** A conversation; `before` is markup in front of it. `addMessage(markup)` is the page's own way to go on. */
export const thread = (messages: string, name = 'Elin Marwick', before = '') => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>Messaging | LinkedIn</title></head><body>
${before}<main><div class="msg-thread"><header><a class="msg-thread__link-to-profile" href="${profile}"><h2 class="msg-entity-lockup__entity-title">${name}</h2></a></header>
<ul class="msg-s-message-list-content">${messages}</ul></div></main>
<script>
  const list = document.getElementsByClassName('msg-s-message-list-content')[0];
  globalThis.addMessage = (markup) => list.insertAdjacentHTML('beforeend', markup);
</script></body></html>`;

/** Named elements that hide what scripts expect of a document and of a form. */
const clobbers = ['querySelector', 'querySelectorAll', 'getElementById', 'getElementsByClassName', 'body', 'documentElement', 'title', 'location', 'defaultView', 'createElement', 'addEventListener']
  .map((name) => `<img name="${name}" alt=""><form name="${name}" id="${name}"></form>`).join('')
  + '<form><button name="textContent"></button><button name="querySelectorAll"></button><button name="children"></button></form>';

const megabyte = 'All of this is small talk about the weather in the harbour. '.repeat(17_500);
const manyLinks = Array.from({ length: 5_000 }, (_, index) => `<a href="https://site${index}.example/page">page ${index}</a>`).join(' ');

export const hostileName = '&lt;img src=x onerror="document.title=\'owned\'"&gt; \u202Egnp.exe';

const pages: Record<string, () => string> = {
  hello: () => thread(message('Hello Noor, nice to meet you.')),
  asked: () => thread(message(ask)),
  huge: () => thread(message(`${ask} ${megabyte.repeat(10)}`)),
  links: () => thread(message(`${ask} ${manyLinks}`)),
  clobbered: () => thread(message(ask), 'Elin Marwick', clobbers),
  taken: () => thread(message(ask), 'Elin Marwick', '<iframe name="chrome"></iframe><form id="chrome"></form><form id="browser"></form>'),
  hostile: () => thread(message(ask, hostileName), hostileName),
};
const bare = '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>LinkedIn</title></head><body><p>Nothing here is known.</p></body></html>';

/** Pages that nobody wishes a content script, each a thread under its name; `/in/nobody/` is one without anything to go by. */
export const harshWeb: Fixtures = (host, path) => {
  if (host !== 'www.linkedin.com') return undefined;
  if (path === '/in/nobody/') return { body: bare };
  const page = pages[/^\/messaging\/thread\/2-(\w+)\/$/.exec(path)?.[1] ?? ''];
  return page && { body: page() };
};
