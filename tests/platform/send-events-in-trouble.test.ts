import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../utils/core/settings-schema.ts';
import { fill } from './filled-outbox.ts';
import { restart } from './fresh-browser.ts';
import { fleetBrowser, timePasses, waitingEvents } from './fleet-browser.ts';
import { loopbackCollector, says, type LoopbackCollector } from './loopback-collector.ts';

const load = () => import('../../utils/platform/send-events.ts');
const now = () => Date.now();
let collector: LoopbackCollector;

const record = async () => (await (await import('../../utils/platform/events-record.ts')).readRecord());
const pass = (ms: number) => vi.setSystemTime(now() + ms);

async function start(policy: Partial<Settings>, ...answers: Parameters<typeof loopbackCollector>) {
  collector = await loopbackCollector(...answers);
  await fleetBrowser({ eventsEndpoint: collector.address, ...policy });
  timePasses();
  // A hundredth of each bound: no test waits long.
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
  return restart(load);
}

describe('send-events in trouble', () => {
  beforeEach(() => vi.restoreAllMocks());
  afterEach(() => collector.close());

  it('is never at it twice', async () => {
    const { sendEvents } = await start({});
    const ids = await fill(150);
    await Promise.all([sendEvents(), sendEvents(), sendEvents()]);
    expect(collector.ids().sort()).toEqual(ids);
  });

  it('leaves to the next worker what was on its way when it died, and not before that can be known', async () => {
    const { sendEvents } = await start({});
    const ids = await fill(2);
    const sent = vi.spyOn(globalThis, 'fetch').mockImplementationOnce(() => new Promise(() => undefined));
    void sendEvents();
    await vi.waitFor(() => expect(sent).toHaveBeenCalledOnce());
    const next = await restart(load);
    const { userAgent } = navigator;
    // The dead worker's lock died with it.
    vi.stubGlobal('navigator', { userAgent, locks: { request: async (_: string, __: object, work: (lock: object) => Promise<void>) => work({}) } });
    await next.sendEvents();
    expect(sent).toHaveBeenCalledOnce();
    expect(await fakeBrowser.alarms.get('events')).toBeDefined();
    pass(61_000);
    await next.sendEvents();
    expect(collector.ids()).toEqual(ids);
    expect(await waitingEvents()).toEqual([]);
  });

  it('goes on where what it knows of the collector cannot be stored', async () => {
    const { sendEvents } = await start({}, says(503));
    await fill(1);
    const { set } = fakeBrowser.storage.local;
    fakeBrowser.storage.local.set = () => Promise.reject(new Error('full'));
    await sendEvents().finally(() => { fakeBrowser.storage.local.set = set; });
    expect(collector.requests).toHaveLength(2);
    expect(await record()).toMatchObject({ failures: 0, lastSent: { count: 1 } });
  });

  it('drops what is damaged and sends the rest', async () => {
    const { sendEvents } = await start({});
    const [, second] = await fill(2);
    const { database } = await import('../../utils/platform/database.ts');
    const [first] = await database.all('outbox');
    await database.change({ put: { outbox: [{ ...first!, body: '{' }] } });
    await sendEvents();
    expect(collector.ids()).toEqual([second]);
    expect(await record()).toMatchObject({ dropped: 1 });
  });

  it('is not stopped by a clock that was ten years ahead', async () => {
    const { sendEvents } = await start({});
    pass(10 * 365 * 86_400_000);
    await fill(2);
    await fakeBrowser.storage.local.set({ events: { failures: 9, notBefore: now() + 3_600_000, dropped: 0, rejected: 0 } });
    pass(-10 * 365 * 86_400_000);
    await sendEvents();
    expect(await waitingEvents()).toEqual([]);
    expect(collector.requests).toHaveLength(1);
  });
});
