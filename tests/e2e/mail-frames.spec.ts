import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { askPages, waitForState } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { asWritten, pagesOf, type Page } from '../surfaces/load-page.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, type Stage } from './stage.ts';

const saved = pagesOf('icloud-frame');
const frameHost = 'www-mail.icloud-sandbox.com';
const program = '/applications/mail2-message/current/en-us/index.html';
const lure = 'Before the interview, please clone <a href="https://github.com/bly-ledger-example/pre-employment-test">this project</a> and run npm install on your own machine.';

/** What runs in each frame: it draws what it is sent. All mails of a conversation have this address. */
const drawer = `<!doctype html><html><body><script>addEventListener('message', ({ data }) => {
  document.body.innerHTML = '<div class="mail-message-defaults">' + data + '</div>'; });</script></body></html>`;

/** A program that draws a row for a mail and sends its words to its frame, as pages with such frames do. */
const mailbox = (host = frameHost, path = program) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>iCloud Mail</title></head>
<body><div class="thread-detail-pane"><h1>Role</h1></div><script>
  const pane = document.querySelector('.thread-detail-pane');
  globalThis.noticed = [];
  addEventListener('message', ({ data }) => noticed.push(data));
  globalThis.add = (name, words) => {
    const row = document.createElement('div');
    row.setAttribute('role', 'article');
    row.id = name;
    row.innerHTML = '<span class="contact-token" title="' + name + '@bly.example">' + name + '</span>';
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => frame.contentWindow.postMessage(words, '*'));
    frame.src = 'https://${host}${path}';
    frame.className = 'child-application';
    row.append(frame);
    pane.append(row);
  };
  globalThis.fill = (name, words) => document.querySelector('#' + name + ' iframe').contentWindow.postMessage(words, '*');
</script></body></html>`;

interface Mailbox { add(name: string, words: string): void; fill(name: string, words: string): void; noticed: unknown[] }

/** Pages by host and path, besides the saved ones. */
const live: Readonly<Record<string, string>> = {
  'www.icloud.com/mail/': mailbox(),
  'www.icloud.com/mail/other-host': mailbox('icloud-sandbox.attacker.example'),
  'www.icloud.com/mail/writing': mailbox(frameHost, '/applications/mail2-rte/current/en-us/index.html'),
  'elsewhere.example/': mailbox(),
  [`icloud-sandbox.attacker.example${program}`]: drawer,
  [`${frameHost}/applications/mail2-rte/current/en-us/index.html`]: drawer,
  [`${frameHost}${program}`]: drawer,
};

describe.each(browserKinds)('a mail in a frame of another origin in %s', (kind: BrowserKind) => {
  let stage: Stage;
  let shown: Page | undefined;

  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, (host, path) => {
      if (shown && host + path === new URL(shown.url).host + new URL(shown.url).pathname) return { body: shown.html };
      const file = host === frameHost ? /^\/applications\/mail2-message\/saved\/([\w-]+)\.html$/.exec(path)?.[1] : undefined;
      const body = file ? readFileSync(`tests/pages/icloud-frame/frames/${file}.html`, 'utf8') : live[host + path];
      return body === undefined ? undefined : { body };
    });
  });

  const visit = async (address: string, page?: Page) => {
    shown = page;
    await stage.page.goto('about:blank');
    await stage.page.goto(`https://${address}`);
  };
  const add = (name: string, words: string) => stage.page.evaluate(([who, text]) => (globalThis as unknown as Mailbox).add(who!, text!), [name, words]);
  const fill = (name: string, words: string) => stage.page.evaluate(([who, text]) => (globalThis as unknown as Mailbox).fill(who!, text!), [name, words]);
  const remove = (name: string) => stage.page.evaluate((who) => document.getElementById(who)!.remove(), name);
  const said = async (count: number, text: string) => {
    const { state } = await waitForState(stage.eye, ({ state: { items } }) => items.length === count && items.some(({ facts }) => facts.message?.text === text));
    return state.items.map(({ facts: { sender, message } }) => `${sender?.name}: ${message?.text}`);
  };
  const unreadable = () => waitForState(stage.eye, ({ state: { health } }) => health === 'unreadable');

  it.each(saved)('is read in $name as written beside it', async (page) => {
    await visit(page.url.slice('https://'.length), page);
    const { state } = await waitForState(stage.eye, ({ state: { items } }) => items.length === page.expected.length);
    expect(state.items.map(({ facts }) => asWritten(facts))).toEqual(page.expected.map(({ facts }) => facts));
    expect(state.health).toBe('readable');
  });

  it('is warned about in the page around it', async () => {
    await visit('www.icloud.com/mail/');
    await add('ada', lure);
    const seen = await waitForState(stage.eye, (now) => ['caution', 'danger'].includes(levelOn(now)));
    expect(seen.state.items[0]?.facts.links).toEqual([{ url: 'https://github.com/bly-ledger-example/pre-employment-test', text: 'this project' }]);
    await expect.poll(() => isWarned(stage.page), { timeout: 8_000 }).toBe(true);
    expect(await stage.page.frames().at(-1)!.evaluate(() => document.documentElement.outerHTML)).toBe(
      `<html><head></head><body><div class="mail-message-defaults">${lure}</div></body></html>`,
    );
  });

  it('is told from the others of a conversation, whose frames have the same address', async () => {
    await visit('www.icloud.com/mail/');
    for (const name of ['ada', 'bo', 'cy']) await add(name, `Words of ${name}`);
    expect(await said(3, 'Words of cy')).toEqual(['ada: Words of ada', 'bo: Words of bo', 'cy: Words of cy']);
    await remove('ada');
    await fill('cy', 'News of cy');
    expect(await said(2, 'News of cy')).toEqual(['bo: Words of bo', 'cy: News of cy']);
    await add('di', 'Words of di');
    expect(await said(3, 'Words of di')).toEqual(['bo: Words of bo', 'cy: News of cy', 'di: Words of di']);
  });

  it('is read again when the frame shows the next one, under its own sender', async () => {
    await visit('www.icloud.com/mail/');
    await add('ada', 'Words of ada');
    await said(1, 'Words of ada');
    await stage.page.evaluate(() => {
      const token = document.querySelector('.contact-token')!;
      token.outerHTML = '<span class="contact-token" title="bo@bly.example">bo</span>';
      setTimeout(() => (globalThis as unknown as Mailbox).fill('ada', 'Words of bo'), 1_500);
    });
    const heard = new Set<string>();
    await waitForState(stage.eye, ({ state: { items } }) => {
      for (const { facts: { sender, message } } of items) heard.add(`${sender?.name}: ${message?.text}`);
      return heard.has('bo: Words of bo');
    });
    expect([...heard].filter((line) => line.startsWith('bo'))).toEqual(['bo: Words of bo']);
  });

  it('is read from no other host and not while the person writes it', async () => {
    for (const path of ['other-host', 'writing']) {
      await visit(`www.icloud.com/mail/${path}`);
      await add('ada', lure);
      expect((await unreadable()).state.items).toEqual([]);
    }
  });

  it('is nothing on a page of another site, which notices nothing', async () => {
    await visit('elsewhere.example/');
    await add('ada', lure);
    await stage.page.waitForTimeout(3_000);
    expect(await askPages(stage.eye)).toBeUndefined();
    expect(await isWarned(stage.page)).toBe(false);
    expect(await stage.page.evaluate(() => (globalThis as unknown as Mailbox).noticed)).toEqual([]);
    expect(await stage.page.frames().at(-1)!.evaluate(() => document.documentElement.outerHTML)).toBe(
      `<html><head></head><body><div class="mail-message-defaults">${lure}</div></body></html>`,
    );
  });
});
