import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { tellMail, type Reception } from '../../utils/surfaces/tell-mail.ts';
import { readFrame } from '../../utils/surfaces/icloud-frame.ts';

describe('tellMail', () => {
  let life: AbortController;
  let view: Window;
  let reception: Reception;
  const told: unknown[] = [];
  const read = vi.fn<() => ReturnType<typeof readFrame>>(() => readFrame(document));
  const later = (ms: number) => vi.advanceTimersByTimeAsync(ms);
  const start = () => tellMail({
    document, view, read, life,
    tell: async (place, words) => {
      told.push(words ? `${String(place)} ${words.all}` : `${String(place)} ?`);
      return reception;
    },
  });
  /** Windows around the frame, as it sees them: it is the second of two. */
  const framed = () => {
    const around = { 0: {}, 1: window, length: 2 } as unknown as Record<number, unknown> & { parent: unknown };
    around.parent = around;
    vi.spyOn(window, 'parent', 'get').mockReturnValue(around as never);
    return around;
  };

  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
    view = window;
    reception = 'taken';
    told.length = 0;
    read.mockClear();
    document.body.innerHTML = '<div class="mail-message-defaults">Hello</div>';
  });
  afterEach(() => {
    life.abort();
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  it('tells the words with the frame\'s place, and tells them anew only when they change', async () => {
    framed();
    void start();
    await later(1_000);
    window.dispatchEvent(new Event('resize'));
    await later(1_000);
    expect(told).toEqual(['1 ?', '1 Hello']);
    document.body.firstElementChild!.textContent = 'Good day';
    await later(1_000);
    expect(told).toEqual(['1 ?', '1 Hello', '1 Good day']);
  });

  it('reads nothing where it is not wanted, whatever happens there', async () => {
    framed();
    reception = 'unwanted';
    void start();
    await later(1_000);
    reception = 'taken';
    document.body.firstElementChild!.textContent = 'Good day';
    window.dispatchEvent(new Event('resize'));
    await later(5_000);
    expect([told, read.mock.calls.length]).toEqual([['1 ?'], 0]);
  });

  it('falls silent when it becomes unwanted', async () => {
    framed();
    void start();
    await later(1_000);
    reception = 'unwanted';
    document.body.firstElementChild!.textContent = 'Good day';
    await later(1_000);
    document.body.firstElementChild!.textContent = 'Bye';
    await later(5_000);
    expect(told).toEqual(['1 ?', '1 Hello', '1 Good day']);
  });

  it('asks nobody from a page of its own', async () => {
    void start();
    await later(1_000);
    expect(told).toEqual([]);
  });

  it('offers words again that the page could not take yet, less and less often', async () => {
    framed();
    reception = 'later';
    void start();
    await later(20_000);
    expect(told.length).toBeGreaterThan(4);
    expect(told.length).toBeLessThan(9);
    reception = 'taken';
    await later(60_000);
    const offers = told.length;
    await later(120_000);
    expect(told).toHaveLength(offers);
  });

  it('gives up on a page that never takes them, until something changes', async () => {
    framed();
    reception = 'later';
    void start();
    await later(300_000);
    const offers = told.length;
    await later(300_000);
    expect(told).toHaveLength(offers);
    document.body.firstElementChild!.textContent = 'Good day';
    await later(5_000);
    expect(told.length).toBeGreaterThan(offers + 1);
  });

  it('tells anew when the frame has another place while its words are on the way', async () => {
    const around = framed();
    void start();
    await later(1_000);
    read.mockImplementationOnce(() => {
      queueMicrotask(() => { around[0] = window; around[1] = {}; });
      return readFrame(document);
    });
    document.body.firstElementChild!.textContent = 'Good day';
    await later(1_000);
    expect(told.slice(-2)).toEqual(['1 Good day', '0 Good day']);
  });
});
