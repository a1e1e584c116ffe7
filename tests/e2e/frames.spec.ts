import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { waitForState } from '../../scripts/demo/page-state.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { buildWithSites, type BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import { openStage, type Stage } from './stage.ts';

const proton = `<!doctype html><title>Proton Mail</title><main><h1 data-testid="conversation-header:subject" title="Role">Role</h1>
<article data-shortcut-target="message-container"><div class="message-header is-inbound"><span data-testid="recipients:sender" title="ada@bly.example">
<bdi class="message-recipient-item-label">Ada Bly</bdi></span></div><div class="message-content"><iframe src="about:blank" data-testid="content-iframe"
sandbox="allow-same-origin allow-popups"></iframe></div></article></main>`;

const list = `<!doctype html><title>Roundcube Webmail :: Inbox</title><div id="layout"><table id="messagelist"></table>
<iframe id="messagecontframe" name="messagecontframe" src="/watermark.html"></iframe></div>`;
const preview = (uid: string) => `<!doctype html><body class="iframe task-mail"><div id="layout-content"><div class="frame-content"><div id="message-header">
<h2 class="subject">Mail ${uid}</h2><table class="headers-table"><tr><td class="header from"><a class="rcmContactAddress" title="ada@bly.example">Ada Bly</a></td></tr></table></div>
<div id="messagebody"><div class="message-htmlpart">Words of mail ${uid}</div></div></div></div>`;

const icloud = `<!doctype html><title>iCloud Mail</title><div class="thread-detail-pane"><div role="article"><span class="contact-token"
title="ada@bly.example">Ada Bly</span><iframe class="mail-message-content" src="https://www-mail.icloud-sandbox.com/applications/mail2-message/"></iframe></div></div>`;

/** What Proton's script does: the same frame, written anew for each mail. */
const writeInto = (words: string) => {
  const inside = document.querySelector('iframe')!.contentDocument!;
  inside.open();
  inside.write(`<html><head></head><body><div id="proton-root"><p>${words}</p></div></body></html>`);
  inside.close();
};

describe.each(browserKinds)('frames of webmail in %s', (kind) => {
  let stage: Stage;
  let build: BuildCopy;
  const until = async (text: string) => {
    const { state } = await waitForState(stage.eye, ({ state: { items } }) => items.some(({ facts }) => facts.message?.text?.includes(text)));
    return state.items.map(({ facts }) => facts.message?.text);
  };

  beforeAll(async () => {
    build = await buildWithSites(kind, ['webmail.example']);
    stage = await openStage(kind, (host, path) => {
      if (host === 'mail.proton.me') return { body: proton };
      if (host === 'www.icloud.com') return { body: icloud };
      if (host === 'www-mail.icloud-sandbox.com') return { body: '<div></div>' };
      if (host !== 'webmail.example') return undefined;
      const uid = /_uid=(\d+)/.exec(path)?.[1];
      return { body: uid ? preview(uid) : path.startsWith('/watermark') ? '<p>Roundcube</p>' : list };
    }, { extension: build.folder });
  });
  afterAll(async () => {
    await stage.browser.stop();
    await build.remove();
  });

  it('reads a body that is written into its frame after the page has loaded, and the next one in the same frame', async () => {
    await stage.page.goto('https://mail.proton.me/u/0/inbox/AbCdEfGhIjKlMnOp==');
    await stage.page.waitForTimeout(800);
    await stage.page.evaluate(writeInto, 'First words');
    expect(await until('First')).toEqual(['First words']);
    await stage.page.evaluate(writeInto, 'Second words');
    expect(await until('Second')).toEqual(['Second words']);
  });

  it('notices what changes inside of the frame', async () => {
    await stage.page.evaluate(() => {
      const inside = document.querySelector('iframe')!.contentDocument!;
      inside.querySelector('p')!.textContent = 'Third words';
    });
    expect(await until('Third')).toEqual(['Third words']);
  });

  it('follows a preview frame from mail to mail', async () => {
    await stage.page.goto('https://webmail.example/?_task=mail&_mbox=INBOX');
    await stage.page.waitForTimeout(500);
    for (const uid of ['7', '8']) {
      await stage.page.evaluate((next) => {
        document.querySelector('iframe')!.src = `./?_task=mail&_uid=${next}&_mbox=INBOX&_framed=1&_action=preview`;
      }, uid);
      expect(await until(`mail ${uid}`)).toEqual([`Words of mail ${uid}`]);
    }
  });

  it('says that it cannot read a mail whose frame of another origin tells nothing', async () => {
    await stage.page.goto('https://www.icloud.com/mail/');
    const { state } = await waitForState(stage.eye, ({ state: { health } }) => health === 'unreadable');
    expect(state.items).toEqual([]);
  });
});
