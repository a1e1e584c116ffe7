import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Level } from '../../utils/core/score.ts';
import type { Verdict } from '../../utils/core/verdict.ts';
import { at, freshBrowser, restart } from './fresh-browser.ts';

const load = () => import('../../utils/platform/tallies.ts');
const verdict = (level: Level, ...rules: string[]) => ({ level, score: 0, findings: rules.map((rule) => ({ rule })), asks: [], unknown: [] }) as unknown as Verdict;

describe('tallies', () => {
  beforeEach(() => freshBrowser());

  it('counts what was read, which rules spoke and how loud it was', async () => {
    const { countVerdict, readTallies } = await restart(load);
    await countVerdict('a', 'gmail', verdict('caution', 'upfront-fee'));
    await countVerdict('b', 'gmail', verdict('none'));
    expect(await readTallies()).toEqual([{ day: expect.any(Number), read: { gmail: 2 }, rules: { 'upfront-fee': 1 }, levels: { caution: 1, none: 1 }, sent: {} }]);
  });

  it('counts one message once, and what is found in it later on top', async () => {
    const { countVerdict, readTallies } = await restart(load);
    await countVerdict('a', 'gmail', verdict('notice', 'one'));
    await countVerdict('a', 'gmail', verdict('notice', 'one'));
    await countVerdict('a', 'gmail', verdict('danger', 'one', 'two'));
    expect(await readTallies()).toEqual([{ day: expect.any(Number), read: { gmail: 1 }, rules: { one: 1, two: 1 }, levels: { notice: 0, danger: 1 }, sent: {} }]);
  });

  it('counts a message once although the worker died meanwhile', async () => {
    await (await restart(load)).countVerdict('a', 'gmail', verdict('caution', 'one'));
    const { countVerdict, readTallies } = await restart(load);
    await countVerdict('a', 'gmail', verdict('caution', 'one'));
    expect((await readTallies())[0]!.read).toEqual({ gmail: 1 });
  });

  it('counts what was asked of others', async () => {
    const { countSent, readTallies } = await restart(load);
    await Promise.all([countSent('photos'), countSent('photos'), countSent('archives')]);
    expect((await readTallies())[0]!.sent).toEqual({ photos: 2, archives: 1 });
  });

  it('keeps each day apart, and none longer than a quarter of a year', async () => {
    await (await restart(load)).countSent('photos');
    at('2026-03-03');
    const { countSent, readTallies } = await restart(load);
    await countSent('photos');
    expect(await readTallies()).toHaveLength(2);
    at('2026-08-01');
    const later = await restart(load);
    await later.countSent('archives');
    expect((await later.readTallies()).map(({ sent }) => sent)).toEqual([{ archives: 1 }]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key.startsWith('tally:'))).toHaveLength(1);
  });

  it('fails nobody when the disk is full', async () => {
    const { countSent, readTallies } = await restart(load);
    const { set } = fakeBrowser.storage.local;
    fakeBrowser.storage.local.set = () => Promise.reject(new Error('full'));
    await expect(countSent('photos')).resolves.toBeUndefined();
    fakeBrowser.storage.local.set = set;
    expect(await readTallies()).toEqual([]);
  });

  it('forgets all numbers', async () => {
    const { clearTallies, countSent, readTallies } = await restart(load);
    await countSent('photos');
    await clearTallies();
    expect(await readTallies()).toEqual([]);
  });
});
