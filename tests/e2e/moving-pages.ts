import { readFileSync } from 'node:fs';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { ask, message, threadAddress } from './harsh-pages.ts';

export const addresses = {
  asked: threadAddress('asked'),
  hello: threadAddress('hello'),
  profile: 'https://www.linkedin.com/in/mira-osterkamp-2b481a/',
  feed: 'https://www.linkedin.com/feed/',
  account: 'https://www.linkedin.com/messaging/thread/2-account/',
  mail: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQdEmovingpages0000000000000',
  elsewhere: 'https://elsewhere.example/',
} as const;
export type Scene = keyof typeof addresses;

const thread = (messages: string) => `<div class="msg-thread"><ul class="msg-s-message-list-content">${messages}</ul></div>`;
/** One message in the markup of 2021, which marks no direction. */
const unmarked = (name: string, body: string) => `<li class="msg-s-message-list__event"><div class="msg-s-event-listitem">
  <div class="msg-s-message-group__meta"><span class="msg-s-message-group__name">${name}</span></div><p class="msg-s-event-listitem__body">${body}</p></div></li>`;
const bodyOf = (path: string) => /<body>(.*)<\/body>/s.exec(readFileSync(path, 'utf8'))![1]!;

const scenes: Partial<Record<Scene, string>> = {
  asked: thread(message(ask)),
  hello: thread(message('Hello Noor, nice to meet you.')),
  profile: bodyOf('tests/pages/linkedin-profile/sdui-no-photo-german.html'),
  feed: '<p>Nothing to judge.</p>',
  account: `<header><img class="global-nav__me-photo" alt="Noor Palmer"></header>${thread(unmarked('Elin Marwick', 'Shall we talk?') + unmarked('Noor Palmer', 'Gladly.'))}`,
};
const mail = (address: string, name: string) => `<div role="listitem"><div class="adn ads" data-legacy-message-id="1a1a0d9f1000123${name.length}"><span class="gD" email="${address}" name="${name}">${name}</span><div class="a3s"><p>From ${name}.</p></div></div></div>`;
scenes.mail = `<header id="gb"><a aria-label="Account: Noor (noor@inbox.example)" role="button"></a></header><div role="main"><h2 class="hP">Talk</h2><div role="list">
  ${mail('elin@larkfield.example', 'Elin Marwick')}${mail('noor@inbox.example', 'Noor Palmer')}</div></div>`;

/** An app in one page: `go(scene)` moves as the sites do, `move(path)` changes the address and nothing else; the way back draws too. */
const app = (scene: Scene) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>LinkedIn</title></head><body>
<script>
  const scenes = ${JSON.stringify(scenes).replaceAll('<', '\\u003c')};
  const addresses = ${JSON.stringify(addresses)};
  const draw = (scene) => { document.body.innerHTML = scenes[scene]; };
  globalThis.move = (path) => history.pushState({}, '', path);
  globalThis.go = (scene) => { history.pushState({ scene }, '', addresses[scene]); setTimeout(() => draw(scene), 50); };
  history.replaceState({ scene: '${scene}' }, '');
  addEventListener('popstate', ({ state }) => { if (state.scene) draw(state.scene); });
  addEventListener('pageshow', ({ persisted }) => { globalThis.cameBack = persisted; });
  addEventListener('DOMContentLoaded', () => draw('${scene}'));
</script></body></html>`;

/** Each scene under its address, as a page of its own and as a part of the app; `elsewhere` is a page of another site. */
export const movingWeb: Fixtures = (host, path) => {
  if (host === 'elsewhere.example') return { body: '<!doctype html><link rel="icon" href="data:,"><p>Elsewhere.' };
  const scene = (Object.keys(addresses) as Scene[]).find((name) => addresses[name].split('#')[0] === `https://${host}${path}`);
  return scene && { body: app(scene) };
};
