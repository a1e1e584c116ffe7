import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settledState } from '../../utils/cli/settled-state.ts';
import type { PageItem, PageState } from '../../utils/platform/questions.ts';

const item = { key: '0 0', facts: { surface: 'text' } } as PageItem;
const after = (first: PageState, then: PageState, milliseconds: number) => {
  const start = Date.now();
  return async () => (Date.now() < start + milliseconds ? first : then);
};
const unjudged: PageState = { health: 'readable', items: [] };
const judged: PageState = { health: 'readable', items: [item] };
const troubled: PageState = { ...unjudged, trouble: 'the background is busy' };

describe('settledState', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function outcome(look: () => Promise<PageState | undefined>) {
    const state = settledState(look).catch((error: Error) => error.message);
    await vi.advanceTimersByTimeAsync(60_000);
    return state;
  }

  it('waits for the judgement of a page that is readable and tells nothing yet', async () => {
    expect(await outcome(after(unjudged, judged, 12_000))).toEqual(judged);
  });

  it('waits while only a part could be judged', async () => {
    expect(await outcome(after({ ...judged, trouble: 'busy' }, { ...judged, items: [item, item] }, 12_000))).toEqual({ ...judged, items: [item, item] });
  });

  it('never calls a page readable without a fact', async () => {
    expect(await outcome(async () => troubled)).toMatch(/not judged within 30 s \(the background is busy\)/);
  });

  it('takes nothing to read for an answer', async () => {
    const nothing: PageState = { health: 'nothing to read', items: [] };
    expect(await outcome(async () => nothing)).toEqual(nothing);
  });

  it('says so where the extension does not answer', async () => {
    expect(await outcome(async () => undefined)).toMatch(/does not answer/);
  });
});
