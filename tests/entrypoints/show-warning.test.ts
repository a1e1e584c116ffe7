// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { ShownWarning } from '../../components/mount-warning.ts';
import type { Item, Judging } from '../../entrypoints/watch/judge-readings.ts';
import { cardKey, type CardWorld } from '../../entrypoints/watch/load-card.ts';
import { showWarning } from '../../entrypoints/watch/show-warning.ts';
import type { Mark } from '../../utils/core/rule.ts';
import type { Level } from '../../utils/core/score.ts';
import { exampleFinding } from '../components/example-finding.ts';

let items: Item[];
let card: ShownWarning | undefined;
const element = { isConnected: true } as Element;
const judging = { items: () => items, again: async () => undefined } as unknown as Judging;
const message = (key: string, level: Level, asks: readonly Mark[]): Item => ({
  key, reading: { facts: { surface: 'linkedin-message', sender: { name: 'Mara Quill' } }, element, links: [], files: [] },
  judgement: { verdict: { level, score: 0.9, findings: [exampleFinding()], asks, unknown: [] } },
});

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  card = undefined;
  (globalThis as CardWorld)[cardKey] = () => ({ show: (shown) => { card = shown; }, hide: () => { card = undefined; }, stepAside: () => {} });
});
afterEach(() => vi.useRealTimers());

async function open() {
  const shown = showWarning({} as Document, judging, () => true, () => {});
  shown.draw();
  await vi.advanceTimersByTimeAsync(0);
  return { arrives: (item: Item) => { items = [item]; shown.draw(); } };
}

describe('showWarning', () => {
  it('says nothing more in a thread that was closed while it only goes on', async () => {
    items = [message('0 1', 'danger', ['message.asks.run-code'])];
    const { arrives } = await open();
    expect(card).toMatchObject({ level: 'danger', isFolded: false });
    card?.onClose();
    expect(card).toBeUndefined();
    arrives(message('0 2', 'danger', ['message.asks.run-code']));
    expect(card).toBeUndefined();
  });

  it('says a new request of such a thread in one line', async () => {
    items = [message('0 1', 'danger', ['message.asks.move-channel'])];
    const { arrives } = await open();
    card?.onClose();
    arrives(message('0 2', 'danger', ['message.asks.move-channel', 'message.asks.run-code']));
    expect(card).toMatchObject({ isFolded: true });
  });

  it('keeps the same card while a thread goes on under it', async () => {
    items = [message('0 1', 'danger', ['message.asks.run-code'])];
    const { arrives } = await open();
    const key = card?.key;
    arrives(message('0 2', 'danger', ['message.asks.run-code', 'message.asks.pay-money']));
    expect(card).toMatchObject({ key, isFolded: false });
  });

  it('keeps the card in place when "not a problem" is taken back before that is judged', async () => {
    const dismissed = (item: Item): Item => ({ ...item, judgement: { ...item.judgement!, dismissed: 'message' } });
    items = [message('0 1', 'danger', ['message.asks.run-code'])];
    const { arrives } = await open();
    card?.onDismiss('message', false);
    arrives(dismissed(items[0]!));
    expect(card).toMatchObject({ dismissed: 'message' });
    card?.onDismiss('message', true);
    expect(card).toMatchObject({ level: 'danger', dismissed: undefined });
  });

  it('never shows a card for quiet facts', async () => {
    items = [message('0 1', 'notice', [])];
    await open();
    expect(card).toBeUndefined();
  });

  it('shows no card for what the organisation keeps out of the page, and the next one there is', async () => {
    const quiet = message('0 1', 'danger', ['message.asks.run-code']);
    items = [{ ...quiet, judgement: { ...quiet.judgement!, isQuiet: true } }];
    const { arrives } = await open();
    expect(card).toBeUndefined();
    arrives(message('0 2', 'caution', ['message.asks.run-code']));
    await vi.advanceTimersByTimeAsync(0);
    expect(card).toMatchObject({ level: 'caution' });
  });

  it('hands the words of an organisation to the card', async () => {
    const said = message('0 1', 'danger', ['message.asks.run-code']);
    items = [{ ...said, judgement: { ...said.judgement!, organisation: { words: 'Ask first.' } } }];
    await open();
    expect(card).toMatchObject({ organisation: { words: 'Ask first.' } });
  });
});
