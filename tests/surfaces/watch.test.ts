import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Health, Reading, Surface } from '../../utils/surfaces/surface.ts';
import { watch } from '../../utils/surfaces/watch.ts';

/** Whether the tab is hidden. The reader takes its getters when it is loaded: this one must stand there before. */
const tab = vi.hoisted(() => {
  const state = { hidden: false };
  Object.defineProperty(Document.prototype, 'hidden', { get: () => state.hidden, configurable: true });
  return state;
});

/** Reads every `<q>`, in the page and in the outlet's shadow root; expects one at `/q`. */
const quotes: Surface & { reads: number } = {
  reads: 0,
  id: 'text', places: {}, hosts: ['www.linkedin.com'],
  expects: ({ pathname }) => pathname === '/q',
  isOwn: (document) => document.querySelector('.own') !== null,
  read: (document, _url, seenAt): Reading[] => {
    quotes.reads++;
    const roots = [document, document.querySelector('#interop-outlet')?.shadowRoot].filter(Boolean) as ParentNode[];
    return roots.flatMap((root) => [...root.querySelectorAll('q')]).map((element) =>
      ({
      facts: { surface: 'text' as const, seenAt, message: { text: element.textContent } }, element, links: [], files: [],
      ...(element.className === 'passing' && { isPassing: true as const }),
    }));
  },
};

describe('watch', () => {
  let life: AbortController;
  const location = { href: '' };
  const seen: string[][] = [];
  const healths: Health[] = [];
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const start = (path: string, html: string) => {
    location.href = `https://www.linkedin.com${path}`;
    document.body.innerHTML = html;
    watch({
      document, location, surfaces: [quotes], signal: life.signal, now: () => new Date(),
      onReadings: (readings) => seen.push(readings.map(({ facts }) => facts.message?.text ?? '')),
      onHealth: (health) => healths.push(health),
    });
  };

  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
    tab.hidden = false;
    quotes.reads = 0;
    seen.length = 0;
    healths.length = 0;
  });
  afterEach(() => {
    life.abort();
    vi.useRealTimers();
  });

  it('reads again after a press, which can unfold words without any change of the page', async () => {
    start('/q', '<q>a</q><label>More</label>');
    await later(5_000);
    const { reads } = quotes;
    const press = new MouseEvent('click', { bubbles: true });
    document.querySelector('label')!.addEventListener('click', (event) => event.stopPropagation(), { once: true });
    document.querySelector('label')!.dispatchEvent(press);
    await later(2_000);
    expect(quotes.reads).toBeGreaterThan(reads);
  });

  it('reports what stands there in the beginning', async () => {
    start('/q', '<q>a</q>');
    await later(200);
    expect([seen, healths]).toEqual([[['a']], ['readable']]);
  });

  it('reports what comes, and what goes', async () => {
    start('/q', '<q>a</q>');
    await later(200);
    document.body.insertAdjacentHTML('beforeend', '<q>b</q>');
    await later(400);
    document.body.innerHTML = '';
    await later(400);
    expect(seen).toEqual([['a'], ['a', 'b'], []]);
  });

  it('reads a page seldom that takes long to read', async () => {
    const read = vi.spyOn(quotes, 'read').mockImplementation(() => {
      quotes.reads++;
      vi.setSystemTime(Date.now() + 40);
      return [];
    });
    start('/q', '');
    for (let i = 0; i < 200; i++) {
      document.body.append(document.createElement('i'));
      await later(20);
    }
    read.mockRestore();
    // 4 s at 40 ms a read: a twentieth of them is 5.
    expect(quotes.reads).toBeGreaterThan(3);
    expect(quotes.reads).toBeLessThan(8);
  });

  it('says nothing twice', async () => {
    start('/q', '<q>a</q>');
    await later(200);
    for (let i = 0; i < 5; i++) {
      document.body.append(document.createElement('i'));
      await later(300);
    }
    expect(quotes.reads).toBeGreaterThan(3);
    expect(seen).toEqual([['a']]);
  });

  it('reports the same words in a new element again', async () => {
    start('/q', '<q>a</q>');
    await later(200);
    document.querySelector('q')?.replaceWith(Object.assign(document.createElement('q'), { textContent: 'a' }));
    await later(400);
    expect(seen).toEqual([['a'], ['a']]);
  });

  it('reads a page that never rests about six times a second at most', async () => {
    start('/q', '<q>a</q>');
    for (let i = 0; i < 100; i++) {
      document.body.append(document.createElement('i'));
      await later(10);
    }
    expect(quotes.reads).toBeGreaterThan(2);
    expect(quotes.reads).toBeLessThanOrEqual(8);
  });

  it('reads nothing in a hidden tab and catches up when it is seen', async () => {
    tab.hidden = true;
    start('/q', '<q>a</q>');
    await later(1_000);
    expect(quotes.reads).toBe(0);
    tab.hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    await later(300);
    expect(seen).toEqual([['a']]);
  });

  it('sees changes in a shadow root that comes later', async () => {
    start('/q', '');
    await later(200);
    document.body.innerHTML = '<div id="interop-outlet"></div>';
    const root = (document.querySelector('#interop-outlet') as Element).attachShadow({ mode: 'open' });
    await later(400);
    root.innerHTML = '<q>inside</q>';
    await later(400);
    expect(seen).toEqual([['inside']]);
  });

  it('calls a page unreadable whose messages are found without a word in them', async () => {
    const read = vi.spyOn(quotes, 'read').mockImplementation((document, _, seenAt) =>
      [{ facts: { surface: 'text', seenAt, sender: { name: 'Dana Example' }, message: {} }, element: document.body, links: [], files: [] }]);
    start('/q', '<q>a</q>');
    await later(6_000);
    read.mockRestore();
    expect(healths).toEqual(['unreadable']);
  });

  it('calls a page unreadable after four seconds without what its address promises', async () => {
    start('/q', '');
    await later(3_500);
    expect(healths).toEqual([]);
    await later(1_000);
    expect(healths).toEqual(['unreadable']);
    document.body.innerHTML = '<q>late</q>';
    await later(400);
    expect(healths).toEqual(['unreadable', 'readable']);
  });

  it('tells of people who only pass by, but has read nothing with them', async () => {
    start('/q', '<q class="passing">a</q>');
    await later(6_000);
    expect([seen, healths]).toEqual([[['a']], ['unreadable']]);
  });

  it('calls a page with nothing promised, or the own page, nothing to read', async () => {
    start('/feed', '');
    await later(6_000);
    location.href = 'https://www.linkedin.com/q';
    document.body.innerHTML = '<p class="own"></p>';
    await later(6_000);
    expect(healths).toEqual(['nothing to read']);
  });

  it('gives the next address its four seconds', async () => {
    start('/q', '<q>a</q>');
    await later(10_000);
    location.href = 'https://www.linkedin.com/q?next';
    document.body.innerHTML = '';
    await later(3_500);
    expect(healths).toEqual(['readable', 'nothing to read']);
    await later(1_200);
    expect(healths.at(-1)).toBe('unreadable');
  });

  it('ends with its signal', async () => {
    start('/q', '<q>a</q>');
    await later(200);
    life.abort();
    document.body.innerHTML = '<q>b</q>';
    globalThis.dispatchEvent(new Event('hashchange'));
    await later(6_000);
    expect([seen, healths]).toEqual([[['a']], ['readable']]);
  });

  it('goes on with the other surfaces when one fails', async () => {
    const broken: Surface = { ...quotes, read: () => { throw new Error('broken'); } };
    document.body.innerHTML = '<q>a</q>';
    watch({
      document, location: { href: 'https://www.linkedin.com/q' }, surfaces: [broken, quotes], signal: life.signal, now: () => new Date(),
      onReadings: (readings) => seen.push(readings.map(({ facts }) => facts.message?.text ?? '')), onHealth: () => {},
    });
    await later(300);
    expect(seen).toEqual([['a']]);
  });
});
