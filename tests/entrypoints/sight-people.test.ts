import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sightPeople } from '../../entrypoints/watch/sight-people.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';

const face = (name: string, change: Partial<Reading> = {}): Reading => ({
  element: {} as Element, links: [], files: [], isPassing: true,
  facts: {
    surface: 'linkedin-profile',
    sender: { profileUrl: `https://www.linkedin.com/in/${name}/` }, profile: { memberNumber: 7, photo: { url: `https://media.licdn.com/${name}` } },
  },
  ...change,
});
const { isPassing: _, ...judged } = face('judged');
const settled = () => vi.advanceTimersByTimeAsync(3_000);

describe('sightPeople', () => {
  let life: AbortController;
  const start = (answer: () => Promise<boolean> = async () => true) => {
    const tell = vi.fn<(people: readonly { readonly profileUrl: string }[]) => Promise<boolean>>(answer);
    return { tell, told: () => tell.mock.calls.map(([people]) => people.map(({ profileUrl }) => profileUrl.split('/')[4])), see: sightPeople(tell, life.signal) };
  };
  beforeEach(() => {
    vi.useFakeTimers();
    life = new AbortController();
  });
  afterEach(() => vi.useRealTimers());

  it('tells a list that grows in one question', async () => {
    const { see, told } = start();
    see([face('a')]);
    await vi.advanceTimersByTimeAsync(1_000);
    see([face('a'), face('b')]);
    await settled();
    expect(told()).toEqual([['a', 'b']]);
  });

  it('tells whose photo it is and nothing else', async () => {
    const { see, tell } = start();
    see([face('a')]);
    await settled();
    expect(tell.mock.calls[0]![0]).toEqual([{ profileUrl: 'https://www.linkedin.com/in/a/', memberNumber: 7, photo: 'https://media.licdn.com/a' }]);
  });

  it('tells each photo once', async () => {
    const { see, told } = start();
    see([face('a')]);
    await settled();
    see([face('a'), face('b')]);
    await settled();
    see([face('b')]);
    await settled();
    expect(told()).toEqual([['a'], ['b']]);
  });

  it('says nothing of people who are judged', async () => {
    const { see, tell } = start();
    see([judged]);
    await settled();
    expect(tell).not.toHaveBeenCalled();
  });

  it('never asks again once no photos are wanted', async () => {
    const { see, told } = start(async () => false);
    see([face('a')]);
    await settled();
    see([face('b')]);
    await settled();
    expect(told()).toEqual([['a']]);
  });

  it('tells the same people again when nobody answered', async () => {
    const { see, told } = start(async () => { throw new Error('stopped'); });
    see([face('a')]);
    await settled();
    see([face('a'), face('b')]);
    await settled();
    expect(told()).toEqual([['a'], ['a', 'b']]);
  });

  it('falls silent with the script', async () => {
    const { see, tell } = start();
    see([face('a')]);
    life.abort();
    await settled();
    expect(tell).not.toHaveBeenCalled();
  });
});
