import { describe, expect, it } from 'vitest';
import { gmail } from '../../utils/surfaces/gmail.ts';
import { icloud } from '../../utils/surfaces/icloud.ts';
import { outlook } from '../../utils/surfaces/outlook.ts';
import { proton } from '../../utils/surfaces/proton.ts';
import { yahoo } from '../../utils/surfaces/yahoo.ts';
import type { Surface } from '../../utils/surfaces/surface.ts';
import { loadPage } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
const reads = (surface: Surface, url: string, html: string) => surface.read(loadPage(html), new URL(url), seenAt).map(({ facts }) => facts);

const outlookWith = (body: string) => reads(outlook, 'https://outlook.live.com/mail/0/inbox/id/AQ', `<div role="main"><div id="ItemReadingPaneContainer">
  <span id="MSG_1_FROM">Vic Thorn&lt;vic@thorn-hr.example&gt;</span><div role="document">${body}</div></div></div>`)[0];
const tip = '<a href="https://aka.ms/LearnAboutSenderIdentification">Learn why this is important</a>';

describe('a stranger\'s mail', () => {
  it('does not put words of its own in the place of its body', () => {
    const facts = outlookWith('<p>Run our test today.</p><div id="UniqueMessageBody_9">All is well.</div>');
    expect(facts?.message?.text).toBe('Run our test today.\nAll is well.');
  });

  it('hides no words in fields', () => {
    const facts = outlookWith('<div contenteditable="true">Run our test</div><textarea readonly>with npm</textarea><input readonly value="today"><input type="hidden" value="no">');
    expect(facts?.message?.text?.replaceAll(/\s+/g, ' ')).toBe('Run our test with npm today');
  });

  it('hides no link in a tip about senders', () => {
    const facts = outlookWith(`<div>Start it from <a href="https://thorn.example/run">here</a>, vic@thorn-hr.example ${tip}</div><p>Bye</p>`);
    expect(facts?.message?.text).toContain('Start it from here');
    expect(facts?.links?.map(({ url }) => url)).toContain('https://thorn.example/run');
  });

  it('hides no demand in a tip about senders', () => {
    const facts = outlookWith(`<div>Write to our manager on Telegram today, he will send you the package that you install and run on your computer. vic@thorn-hr.example ${tip}</div><p>Bye</p>`);
    expect(facts?.message?.text).toContain('Telegram');
  });

  it('does not make its sender the owner by its subject', () => {
    const page = (title: string) => `<title>${title}</title><main><div data-test-id="message-view"><span data-test-id="message-group-subject-text">Test - vic@thorn-hr.example</span>
      <span data-test-id="message-from"><span title="vic@thorn-hr.example">Vic</span></span><div data-test-id="message-view-body-content">Run it</div></div></main>`;
    const at = 'https://mail.yahoo.com/n/inbox/all/messages/AB12';
    expect(reads(yahoo, at, page('Test - vic@thorn-hr.example - Yahoo Mail'))).toHaveLength(1);
    expect(reads(yahoo, at, page('Test - vic@thorn-hr.example - noor@inbox.example - Yahoo Mail'))).toHaveLength(1);
  });

  it('is not drawn as a whole webmail in a frame without scripts', () => {
    const inner = '<div class=&quot;thread-detail-pane&quot;><div role=&quot;article&quot;><span class=&quot;contact-token&quot; title=&quot;boss@birch.example&quot;>Boss</span><div class=&quot;mail-message-defaults&quot;>Pay</div></div></div>';
    const page = (sandbox: string) => `<div><iframe ${sandbox} srcdoc="${inner}"></iframe></div>`;
    expect(reads(icloud, 'https://www.icloud.com/mail/', page('sandbox="allow-same-origin"'))).toEqual([]);
  });

  it('is not the person\'s own for a forged sender that failed the checks', () => {
    const source = (result: string) => `<pre class="raw_message_text">Delivered-To: noor@inbox.example\nAuthentication-Results: mx.google.com; spf=softfail; dmarc=${result}\nFrom: Noor &lt;noor@inbox.example&gt;\nSubject: Hi\n\nPay me.</pre>`;
    const at = 'https://mail.google.com/mail/u/0/?ik=1&view=om&permmsgid=msg-f:1';
    expect(reads(gmail, at, source('fail'))).toHaveLength(1);
    expect(reads(gmail, at, source('pass'))).toEqual([]);
  });

  it('hides nothing in a forged button for earlier mails', () => {
    const inner = (button: string) => `<div data-shortcut-target=&quot;&quot;></div><p>Hello</p>${button}`.replaceAll('"', '&quot;');
    const page = (button: string) => `<main><article data-shortcut-target="message-container"><div class="message-header"><span data-testid="recipients:sender" title="vic@thorn-hr.example">Vic</span></div>
      <iframe data-testid="content-iframe" srcdoc="${inner(button)}"></iframe></article></main>`;
    const text = (button: string) => reads(proton, 'https://mail.proton.me/u/0/inbox/AAAAAAAA==', page(button))[0]?.message?.text;
    expect(text('<div id="proton-toggle">Run <a href="https://thorn.example/run">this</a></div>')).toBe('Hello\nRun this');
    expect(text(`<div id="proton-toggle">Send ${'very '.repeat(20)}much money</div>`)).toContain('money');
    expect(text('<button id="proton-toggle">Show earlier mail</button>')).toBe('Hello');
  });

  it('keeps an address in brackets that its name has', () => {
    const facts = reads(outlook, 'https://outlook.live.com/mail/0/inbox/id/AQ', `<div role="main"><div id="ItemReadingPaneContainer">
      <span id="MSG_1_FROM">Stripe (support@stripe.example)&lt;vic@thorn-hr.example&gt;</span><div role="document">Hello</div></div></div>`)[0];
    expect(facts?.sender).toEqual({ name: 'Stripe (support@stripe.example)', email: 'vic@thorn-hr.example' });
  });
});
