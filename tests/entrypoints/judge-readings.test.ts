import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeReadings } from '../../entrypoints/watch/judge-readings.ts';
import type { Facts } from '../../utils/core/facts.ts';
import type { Judgement } from '../../utils/platform/questions.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';

const reading = (text: string, seenAt = '2026-01-01'): Reading =>
  ({ facts: { surface: 'gmail', seenAt, message: { text } }, element: {} as Element, links: [], files: [] });
const judgement: Judgement = { verdict: { level: 'none', score: 0, findings: [], asks: [], unknown: [] } };
const judge = vi.fn<(facts: Facts) => Promise<Judgement>>();

beforeEach(() => { judge.mockReset().mockResolvedValue(judgement); });
afterEach(() => { vi.useRealTimers(); });

describe('judgeReadings', () => {
  it('asks about each reading once, however often the page is read', async () => {
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    judging.update([reading('one', '2026-01-02')]);
    await judging.settled();
    judging.update([reading('one', '2026-01-03')]);
    await judging.settled();
    expect(judge).toHaveBeenCalledTimes(1);
    expect(judging.items()[0]?.judgement).toBe(judgement);
  });

  it('asks anew when a reading changed', async () => {
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    await judging.settled();
    judging.update([reading('one, and more')]);
    await judging.settled();
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('drops an answer about what is gone', async () => {
    let answer!: (judged: Judgement) => void;
    judge.mockReturnValueOnce(new Promise((resolve) => { answer = resolve; }));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    judging.update([reading('two')]);
    answer(judgement);
    await judging.settled();
    expect(judging.items()).toHaveLength(1);
    judging.update([reading('one')]);
    expect(judging.items()[0]?.judgement).toBeUndefined();
    await judging.settled();
  });

  it('asks a second time when the worker died', async () => {
    judge.mockRejectedValueOnce(new Error('gone'));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    await judging.settled();
    expect(judge).toHaveBeenCalledTimes(2);
    expect(judging.trouble()).toBeUndefined();
  });

  it('says why when the second time fails too', async () => {
    judge.mockRejectedValue(new Error('The pack is missing.'));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    await judging.settled();
    expect(judging.trouble()).toBe('The pack is missing.');
    expect(judge).toHaveBeenCalledTimes(2);
  });

  it('asks at most three questions at a time', async () => {
    let running = 0;
    let most = 0;
    judge.mockImplementation(async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 1));
      running -= 1;
      return judgement;
    });
    const judging = judgeReadings(judge, () => undefined);
    judging.update(Array.from({ length: 10 }, (_, index) => reading(`message ${index}`)));
    await judging.settled();
    expect(judge).toHaveBeenCalledTimes(10);
    expect(most).toBe(3);
  });

  it('asks everything again when told to', async () => {
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one'), reading('two')]);
    await judging.settled();
    judge.mockResolvedValue({ ...judgement, dismissed: 'sender' });
    await judging.again();
    expect(judging.items().map((item) => item.judgement?.dismissed)).toEqual(['sender', 'sender']);
  });

  it('gives keys that say nothing of the text', () => {
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('secret words')]);
    expect(judging.items()[0]?.key).toBe('0 1');
  });

  it('gives the same facts the same key when they come back', () => {
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    judging.update([reading('two')]);
    judging.update([reading('one', '2026-01-05')]);
    expect(judging.items()[0]?.key).toBe('0 1');
  });

  it('asks again after 2, 10 and 60 seconds, and then each minute', async () => {
    vi.useFakeTimers();
    judge.mockRejectedValue(new Error('gone'));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    const calls: number[] = [];
    for (const seconds of [1, 2, 9, 2, 58, 2, 58, 2]) {
      await vi.advanceTimersByTimeAsync(seconds * 1_000);
      calls.push(judge.mock.calls.length);
    }
    expect(calls).toEqual([2, 4, 4, 6, 6, 8, 8, 10]);
  });

  it('has no trouble any more once it was answered', async () => {
    vi.useFakeTimers();
    judge.mockRejectedValueOnce(new Error('gone')).mockRejectedValueOnce(new Error('gone'));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(judging.trouble()).toBe('gone');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(judging.trouble()).toBeUndefined();
    expect(judging.items()[0]?.judgement).toBe(judgement);
  });

  it('asks no more about what is gone', async () => {
    vi.useFakeTimers();
    judge.mockRejectedValue(new Error('gone'));
    const judging = judgeReadings(judge, () => undefined);
    judging.update([reading('one')]);
    await vi.advanceTimersByTimeAsync(1_000);
    judging.update([]);
    await vi.advanceTimersByTimeAsync(100_000);
    expect(judge).toHaveBeenCalledTimes(2);
    expect(judging.trouble()).toBeUndefined();
  });
});
