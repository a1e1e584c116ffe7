import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { icloud } from '../../utils/surfaces/icloud.ts';
import type { ToldWords } from '../../utils/surfaces/mail-words.ts';
import { onTold, takeTelling } from '../../utils/surfaces/told-mails.ts';

/** Frames of another origin: nobody can look into them. The reader takes its getters when it is loaded: these must stand there before. */
vi.hoisted(() => {
  const windows = new WeakMap<object, object>();
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentDocument', { get: () => null });
  Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
    get(this: object) { return windows.get(this) ?? windows.set(this, {}).get(this); },
  });
});

const url = new URL('https://www.icloud.com/mail/');
const mail = (name: string) => `<div role="article"><span class="contact-token" title="${name}@bly.example">${name}</span><iframe class="mail-message-content" srcdoc=""></iframe></div>`;
const say = (all: string, more: Partial<ToldWords> = {}): ToldWords => ({ all, own: all, quotes: [], links: [], ...more });
const later = () => vi.advanceTimersByTimeAsync(500);
const framesOf = () => [...document.querySelectorAll('iframe')];
/** The page's window: its frames by their numbers. */
const view = () => Object.assign({}, framesOf().map(({ contentWindow }) => contentWindow)) as unknown as Window;
const tell = (frame: number, place: number[], words?: ToldWords) => takeTelling(view(), document, { frame, place, words });
const read = () => icloud.read(document, url, '2026-11-21T09:00:00.000Z');
const said = () => read().map(({ facts: { sender, message } }) => [sender?.name, message?.text]);

describe('what frames tell', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = `<div class="thread-detail-pane"><h1>Role</h1>${mail('ada')}${mail('bo')}</div>`;
  });
  afterEach(() => {
    document.body.innerHTML = '';
    vi.useRealTimers();
  });

  it('is read as the words of the very frame, once the page has come to rest', async () => {
    expect([tell(11, [0], say('Hello')), tell(12, [1], say('Good day'))]).toEqual([true, true]);
    expect(said()).toEqual([]);
    await later();
    expect(said()).toEqual([['ada', 'Hello'], ['bo', 'Good day']]);
  });

  it('leaves the other mail unread while only one frame has told', async () => {
    tell(12, [1], say('Good day'));
    await later();
    expect(said()).toEqual([['bo', 'Good day']]);
  });

  it('is not taken for a frame the page does not have', async () => {
    expect([tell(11, [2], say('Hello')), tell(11, [0, 0], say('Hello'))]).toEqual([false, false]);
    await later();
    expect(said()).toEqual([]);
  });

  it('is unknown where two frames claim one place, until one of them moves', async () => {
    tell(11, [1], say('Hello'));
    tell(12, [1], say('Good day'));
    await later();
    expect(said()).toEqual([]);
    tell(11, [0], say('Hello'));
    await later();
    expect(said()).toEqual([['ada', 'Hello'], ['bo', 'Good day']]);
  });

  it('does not become another sender\'s words', async () => {
    tell(11, [0], say('Run it'));
    await later();
    expect(said()).toEqual([['ada', 'Run it']]);
    const token = document.querySelector('.contact-token')!;
    token.outerHTML = '<span class="contact-token" title="cy@bly.example">cy</span>';
    expect(said()).toEqual([]);
    tell(11, [0], say('A good day to you'));
    await later();
    expect(said()).toEqual([['cy', 'A good day to you']]);
  });

  it('goes when the frame shows no mail any more', async () => {
    tell(11, [0], say('Hello'));
    await later();
    tell(11, [0]);
    await later();
    expect(said()).toEqual([]);
  });

  it('lets the links stand at the frame, and leaves out quoted ones that lead where an earlier mail does', async () => {
    const task = { url: 'https://git.bly.example/task', text: 'the task' };
    tell(11, [0], say('Do the task before we talk', { links: [{ ...task, isQuoted: false }] }));
    const links = [{ url: 'https://bly.example/', isQuoted: false }, { ...task, isQuoted: true }, { url: 'https://new.example/', isQuoted: true }];
    tell(12, [1], say('Well?\nDo the task before we talk\nToday', { own: 'Well?', quotes: [{ text: 'Do the task before we talk\nToday', isFolded: false }], links }));
    await later();
    const [first, second] = read();
    expect([first!.facts.links, first!.links]).toEqual([[task], [framesOf()[0]]]);
    expect(second!.facts.links?.map((link) => link.url)).toEqual(['https://bly.example/', 'https://new.example/']);
    expect(second!.links).toEqual([framesOf()[1], framesOf()[1]]);
    expect(second!.facts.message?.text).toBe('Well?\nToday');
  });

  it('is news at once and when it counts, for as long as somebody listens', async () => {
    const life = new AbortController();
    const news = vi.fn<() => void>();
    onTold(life.signal, news);
    tell(11, [0], say('Hello'));
    await later();
    expect(news).toHaveBeenCalledTimes(2);
    life.abort();
    tell(11, [0]);
    expect(news).toHaveBeenCalledTimes(2);
  });
});
