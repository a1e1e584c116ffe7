import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { answer, type Sender } from '../../utils/platform/answer.ts';
import type { Answers, From, Reply } from '../../utils/platform/questions.ts';

const calls: { name: string; from: From }[] = [];
const note = (name: string, result: unknown) => async (_: unknown, from: From) => {
  calls.push({ name, from });
  return result;
};
const answers = {
  judge: note('judge', 'judged'), card: note('card', undefined), badge: note('badge', undefined), open: note('open', undefined), dismiss: note('dismiss', undefined),
  sighted: note('sighted', true), mailFrame: note('mailFrame', 'taken'), checkPhoto: note('checkPhoto', 'remembered'), forget: note('forget', 3),
} as unknown as Answers;

const id = 'test-extension-id';
const onGmail: Sender = { id, url: 'https://mail.google.com/mail/u/0/', tab: { id: 7, incognito: false } };
const popup: Sender = { id, url: `chrome-extension://${id}/popup.html` };
const judge = { ask: 'judge', body: { surface: 'gmail' } };

function put(message: unknown, sender: Sender): Promise<Reply<unknown>> {
  return new Promise((resolve) => {
    void fakeBrowser.runtime.onMessage.trigger(message, sender as never, resolve as never);
  });
}

describe('answer', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    calls.length = 0;
    answer(answers);
  });

  it('listens at once and keeps the channel open for the reply', async () => {
    expect(await fakeBrowser.runtime.onMessage.trigger(judge, onGmail as never, () => undefined)).toEqual([true]);
  });

  it('tells the answer where the question came from, in the browser\'s words', async () => {
    expect(await put(judge, onGmail)).toEqual({ ok: 'judged' });
    expect(calls).toEqual([{ name: 'judge', from: { tabId: 7, url: onGmail.url, incognito: false, fromPage: true } }]);
  });

  it('knows a private window', async () => {
    await put(judge, { ...onGmail, tab: { id: 7, incognito: true } });
    expect(calls[0]!.from.incognito).toBe(true);
  });

  it('takes Roundcube\'s mails from a site the person chose, and from no other', async () => {
    const roundcube = { ask: 'judge', body: { surface: 'roundcube' } };
    const from = (host: string): Sender => ({ id, url: `https://${host}/?_task=mail`, tab: { id: 7 } });
    Object.assign(fakeBrowser.permissions, { contains: async ({ origins }: { origins: string[] }) => origins[0] === 'https://webmail.example/*' });
    expect(await put(roundcube, from('webmail.example'))).toEqual({ ok: 'judged' });
    expect(await put(roundcube, from('elsewhere.example'))).toHaveProperty('error');
    expect(await put(roundcube, from('mail.google.com'))).toHaveProperty('error');
    expect(await put(judge, from('webmail.example'))).toHaveProperty('error');
  });

  it('takes nothing about a member of LinkedIn from a mail, and no mail address from LinkedIn', async () => {
    const profileUrl = 'https://www.linkedin.com/in/elin-marwick/';
    const asMail = [{ sender: { profileUrl } }, { profile: { memberNumber: 247_318_406 } }, { profile: { photo: { url: 'https://media.licdn.com/x' } } }];
    for (const facts of asMail) {
      expect(await put({ ask: 'judge', body: { surface: 'gmail', ...facts } }, onGmail)).toHaveProperty('error');
      expect(await put({ ask: 'dismiss', body: { facts: { surface: 'gmail', ...facts }, scope: 'sender', undo: false } }, onGmail)).toHaveProperty('error');
    }
    const onLinkedin = { ...onGmail, url: 'https://www.linkedin.com/messaging/thread/2-x/' };
    const withMail = { surface: 'linkedin-message', sender: { profileUrl, email: 'elin@marwick.example' } };
    expect(await put({ ask: 'judge', body: withMail }, onLinkedin)).toHaveProperty('error');
    expect(await put({ ask: 'judge', body: { ...withMail, sender: { profileUrl } } }, onLinkedin)).toEqual({ ok: 'judged' });
    expect(await put({ ask: 'judge', body: { surface: 'gmail', sender: { email: 'elin@marwick.example' } } }, onGmail)).toEqual({ ok: 'judged' });
    expect(await put({ ask: 'judge', body: { surface: {} } }, onGmail)).toHaveProperty('error');
    expect(await put({ ask: 'judge', body: { surface: 'constructor-x' } }, onGmail)).toHaveProperty('error');
  });

  it('takes people in lists from LinkedIn only', async () => {
    const sighted = { ask: 'sighted', body: { people: [] } };
    expect(await put(sighted, { ...onGmail, url: 'https://www.linkedin.com/search/results/people/' })).toEqual({ ok: true });
    expect(await put(sighted, onGmail)).toHaveProperty('error');
  });

  it('takes a mail\'s words from the frame that holds them, and nothing else from there', async () => {
    const words = { all: 'Hello', own: 'Hello', quotes: [], links: [{ url: 'https://bly.example/', isQuoted: false }] };
    const mailFrame = { ask: 'mailFrame', body: { place: [0, 2], words } };
    const inFrame: Sender = { id, url: 'https://www-mail.icloud-sandbox.com/applications/mail2-message/current/', frameId: 31, tab: { id: 7, url: 'https://www.icloud.com/mail/' } };
    expect(await put(mailFrame, inFrame)).toEqual({ ok: 'taken' });
    expect(calls).toMatchObject([{ from: { tabId: 7, frameId: 31, pageUrl: 'https://www.icloud.com/mail/' } }]);
    expect(await put({ ask: 'mailFrame', body: { place: [0] } }, inFrame)).toEqual({ ok: 'taken' });
    for (const url of ['https://www.icloud.com/mail/', 'https://mail.google.com/', 'https://www-mail.icloud-sandbox.com.attacker.example/', undefined]) {
      expect(await put(mailFrame, { ...inFrame, url })).toHaveProperty('error');
    }
    expect(await put({ ask: 'mailFrame', body: { place: [0], words: { ...words, html: '<b>' } } }, inFrame)).toHaveProperty('error');
    expect(await put({ ask: 'judge', body: { surface: 'icloud' } }, inFrame)).toHaveProperty('error');
    expect(await put({ ask: 'badge', body: { level: 'none', health: 'readable' } }, inFrame)).toHaveProperty('error');
  });

  it('refuses another extension', async () => {
    expect(await put(judge, { ...popup, id: 'somebody-else' })).toEqual({ error: 'Only this extension may ask here.' });
    expect(calls).toEqual([]);
  });

  it('refuses a page that asks for what only our own windows may', async () => {
    for (const ask of ['forget', 'checkPhoto']) expect(await put({ ask, body: {} }, onGmail)).toHaveProperty('error');
    expect(calls).toEqual([]);
    expect(await put({ ask: 'forget', body: {} }, popup)).toEqual({ ok: 3 });
  });

  it('takes a sender without an address for a page', async () => {
    expect(await put({ ask: 'forget', body: {} }, { id })).toHaveProperty('error');
  });

  it('is not fooled by an address that only begins like ours', async () => {
    expect(await put({ ask: 'forget', body: {} }, { id, url: `chrome-extension://${id}.example/popup.html` })).toHaveProperty('error');
  });

  it.each([
    ['linkedin-message', 'https://mail.google.com/'], ['gmail', 'https://www.linkedin.com/'], ['text', 'https://mail.google.com/'],
    ['gmail', 'https://mail.google.com.evil.example/'], ['gmail', undefined],
  ])('refuses facts of %s from %s', async (surface, url) => {
    const sender = { ...onGmail, url };
    expect(await put({ ask: 'judge', body: { surface } }, sender)).toHaveProperty('error');
    expect(await put({ ask: 'dismiss', body: { facts: { surface }, scope: 'sender', undo: false } }, sender)).toHaveProperty('error');
    expect(calls).toEqual([]);
  });

  it('accepts any surface from our own windows', async () => {
    expect(await put({ ask: 'judge', body: { surface: 'text' } }, popup)).toEqual({ ok: 'judged' });
  });

  it.each([
    ['an unknown field', { ask: 'judge', body: { surface: 'gmail', html: '' } }],
    ['no body', { ask: 'judge' }],
    ['null', { ask: 'judge', body: null }],
    ['an inherited name', { ask: 'toString', body: {} }],
    ['a name that is none', { ask: 5, body: {} }],
  ])('answers %s with a sentence', async (_, message) => {
    const reply = await put(message, onGmail);
    expect((reply as { error: string }).error).toMatch(/reload the page/);
    expect(calls).toEqual([]);
  });

  it('turns an answer that fails into its sentence', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    answer({ ...answers, judge: () => Promise.reject(new Error('The rules could not be loaded.')) });
    expect(await put(judge, onGmail)).toEqual({ error: 'The rules could not be loaded.' });
  });

  it('leaves alone what is no question', async () => {
    expect(await fakeBrowser.runtime.onMessage.trigger({ askPage: 'state' }, popup as never, () => undefined)).toEqual([undefined]);
  });
});
