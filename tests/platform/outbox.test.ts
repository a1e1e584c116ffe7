import { beforeEach, describe, expect, it, vi } from 'vitest';
import { stateEvent, type Event } from '../../utils/core/event.ts';
import { uuidSeven } from '../../utils/core/uuid-seven.ts';
import { at, restart } from './fresh-browser.ts';
import { fleetBrowser, waitingEvents } from './fleet-browser.ts';

const load = () => import('../../utils/platform/outbox.ts');
const record = async () => (await (await import('../../utils/platform/events-record.ts')).readRecord());
let count = 0;
const event = (said: Event = {}): Event => {
  const id = uuidSeven(Date.now(), new Uint8Array([0, 0, 0, 0, 0, 0, 0, 0, count >> 8, count++ & 255]));
  return stateEvent({ id, time: Date.now(), version: '0.1.0', browser: 'chrome 156', install: 'x', packs: [] }, 'heartbeat', said);
};
const row = (number: number, level: string) => ({
  key: uuidSeven(Date.now(), new Uint8Array([0, 0, 0, 0, 0, 0, 0, number >> 16, (number >> 8) & 255, number & 255])),
  at: new Date().toISOString(), attempts: 0, nextAt: number, level, body: '{}',
});

describe('outbox', () => {
  beforeEach(() => fleetBrowser());

  it('keeps events over the end of the worker', async () => {
    await (await restart(load)).post(event({ 'bonafide.waiting': 1 }));
    await (await restart(load)).post(event({ 'bonafide.waiting': 2 }));
    expect((await waitingEvents()).map((one) => one['bonafide.waiting']).sort()).toEqual([1, 2]);
  });

  it('drops what waited longer than it may, and counts it', async () => {
    await (await restart(load)).post(event());
    at('2026-03-10');
    const { dropOld, post } = await restart(load);
    await post(event({ 'bonafide.waiting': 7 }));
    await dropOld(14);
    expect(await waitingEvents()).toHaveLength(2);
    at('2026-03-17');
    await dropOld(14);
    expect(await waitingEvents()).toMatchObject([{ 'bonafide.waiting': 7 }]);
    expect(await record()).toMatchObject({ dropped: 1 });
  });

  it('does not drop all because a clock is ten years off', async () => {
    const { dropOld, post } = await restart(load);
    await post(event());
    at('2036-03-02');
    await dropOld(14);
    at('2016-03-02');
    await dropOld(14);
    expect(await waitingEvents()).toHaveLength(1);
  });

  it('is due at once when the clock went back since it was put off', async () => {
    const { dueEvents, post, putOff } = await restart(load);
    await post(event());
    const rows = await dueEvents(10);
    await putOff(rows, Date.now() + 60_000, 1);
    expect(await dueEvents(10)).toEqual([]);
    at('2016-03-02');
    expect(await dueEvents(10)).toMatchObject([{ attempts: 1 }]);
  });

  it('counts what a full disk does not take', async () => {
    const { post } = await restart(load);
    const { database } = await import('../../utils/platform/database.ts');
    vi.spyOn(database, 'change').mockRejectedValueOnce(new DOMException('full', 'QuotaExceededError'));
    await post(event());
    await post(event());
    expect(await waitingEvents()).toHaveLength(1);
    expect(await record()).toMatchObject({ dropped: 1 });
  });

  it('goes on in memory where the browser gives no database', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const { countWaiting, post } = await restart(load);
    await post(event());
    expect(await countWaiting()).toBe(1);
  });

  describe('when it is full', () => {
    const full = async (levels: readonly string[]) => {
      // In memory: twenty thousand rows are slow in the stand-in for the database.
      vi.stubGlobal('indexedDB', undefined);
      const outbox = await restart(load);
      const { database } = await import('../../utils/platform/database.ts');
      const rows = Array.from({ length: outbox.mostWaiting }, (_, i) => row(i, levels[i % levels.length]!));
      await database.change({ put: { outbox: rows } });
      return { ...outbox, database, rows };
    };

    it('loses the oldest of the lowest level, some at a time', async () => {
      const { countWaiting, database, mostWaiting, post, rows } = await full(['danger', 'none', 'caution']);
      await post(event());
      const left = new Set(await database.keys('outbox'));
      expect(await countWaiting()).toBeLessThanOrEqual(mostWaiting);
      const lost = rows.filter(({ key }) => !left.has(key));
      expect(lost).toEqual(rows.filter(({ level }) => level === 'none').slice(0, lost.length));
      expect(await record()).toMatchObject({ dropped: lost.length });
    });

    it('keeps what a lost heartbeat would have said of earlier losses', async () => {
      const { database, post } = await full(['danger']);
      await database.change({ put: { outbox: [{ ...row(1, 'none'), body: JSON.stringify(event({ 'bonafide.dropped': 30, 'bonafide.rejected': 4 })) }] } });
      await post(event());
      const { dropped, rejected } = await record();
      expect({ dropped, rejected }).toEqual({ dropped: 20_000 + 30 + 1 - (await database.keys('outbox')).length, rejected: 4 });
    });
  });

  it('lets ten thousand events wait', async () => {
    const { mostWaiting } = await restart(load);
    expect(mostWaiting).toBeGreaterThanOrEqual(10_000);
  });
});
