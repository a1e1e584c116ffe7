import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../utils/core/settings-schema.ts';
import { at, restart } from './fresh-browser.ts';
import { fleetBrowser, message, ring, timePasses, userAgents, verdict, waitingEvents } from './fleet-browser.ts';
import { loopbackCollector, says } from './loopback-collector.ts';

const hour = 3_600_000;
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms);
const types = async () => (await waitingEvents()).map((event) => event['event.type']).sort();

/** The next worker of this browser, after its first tick and what follows of it. */
async function wake() {
  // The dead do not listen.
  for (const event of [fakeBrowser.alarms.onAlarm, fakeBrowser.storage.onChanged]) event.removeAllListeners();
  const { keepEvents } = await restart(() => import('../../utils/platform/keep-events.ts'));
  keepEvents();
  await settled();
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 20));
const check = () => ring('events-check');
/** After so many failures in a row, and with this chance, each is followed by a rest of 36 s: longer than anybody sits out. */
const tired = { failures: 12, notBefore: 0, dropped: 0, rejected: 0 };

describe('keep-events', () => {
  beforeEach(async () => {
    await fleetBrowser();
    timePasses();
    vi.spyOn(Math, 'random').mockReturnValue(0.01);
    await fakeBrowser.storage.local.set({ events: tired });
  });
  afterEach(() => vi.restoreAllMocks());
  const under = (policy: Partial<Settings>) => fakeBrowser.storage.managed.set(policy);

  it('makes no alarm where no policy wants events', async () => {
    await under({ eventsEndpoint: '' });
    await wake();
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
  });

  it('looks every half hour from a moment within the first, and puts nothing off by waking again', async () => {
    await wake();
    const first = (await fakeBrowser.alarms.get('events-check'))!;
    expect(first.periodInMinutes).toBe(30);
    expect(first.scheduledTime - Date.now()).toBeLessThanOrEqual(30 * 60_000);
    pass(60_000);
    await wake();
    expect((await fakeBrowser.alarms.get('events-check'))!.scheduledTime).toBe(first.scheduledTime);
  });

  it('tells once in 24 hours that it is there', async () => {
    await wake();
    await check();
    await check();
    expect(await types()).toEqual(['heartbeat']);
    pass(23 * hour);
    await check();
    expect(await types()).toEqual(['heartbeat']);
    pass(hour);
    await check();
    expect(await types()).toEqual(['heartbeat', 'heartbeat']);
  });

  it('tells again soon after a clock came back from ten years ahead', async () => {
    at('2036-03-02');
    await wake();
    await check();
    at('2026-03-02');
    await check();
    expect(await types()).toEqual(['heartbeat', 'heartbeat']);
  });

  it('tells of rules that are old and of keys that cannot be used, by name alone', async () => {
    const { database } = await import('../../utils/platform/database.ts');
    await database.change({ put: { packs: [{ key: 'base', version: 3, sha256: '', json: '{"id":"base","issued":"2026-01-01"}' }] } });
    await under({ minimumLevel: 'loud' as never, orgNmae: 'Birchline' } as never);
    await wake();
    await check();
    const events = await waitingEvents();
    expect(events.find((event) => event['event.type'] === 'rules_stale')).toMatchObject({ 'bonafide.pack_age_days': 60, 'bonafide.packs': ['base@3'], class_uid: 0 });
    expect(events.find((event) => event['event.type'] === 'policy_error')).toMatchObject({ 'bonafide.keys': ['minimumLevel', 'unknown'] });
    expect(JSON.stringify(events)).not.toMatch(/loud|Birchline/);
  });

  it('tells how many were dropped and refused, once', async () => {
    await fakeBrowser.storage.local.set({ events: { ...tired, dropped: 5, rejected: 2 } });
    await wake();
    await check();
    expect(await waitingEvents()).toMatchObject([{ 'bonafide.dropped': 5, 'bonafide.rejected': 2, 'bonafide.waiting': 0 }]);
    pass(24 * hour);
    await check();
    expect((await waitingEvents()).filter((event) => 'bonafide.dropped' in event)).toHaveLength(1);
  });

  it('forgets what waits, its number and its alarms when the policy is gone', async () => {
    await wake();
    const { tellFinding } = await import('../../utils/platform/tell-finding.ts');
    await tellFinding(message(), verdict('caution', 'x'));
    await check();
    await fakeBrowser.storage.managed.clear();
    await wake();
    expect(await waitingEvents()).toEqual([]);
    expect(await fakeBrowser.alarms.getAll()).toEqual([]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toEqual(expect.arrayContaining(['events']));
    expect(Object.keys(await fakeBrowser.storage.local.get(null))).not.toEqual(expect.arrayContaining(['told']));
  });

  it('forgets nothing when the store of policies fails, although nothing is remembered', async () => {
    await wake();
    await check();
    await fakeBrowser.storage.local.remove('policySeen');
    const failing = vi.spyOn(fakeBrowser.storage.managed, 'get').mockRejectedValue(new Error('The store is broken'));
    await wake();
    await check();
    failing.mockRestore();
    expect([await types(), (await fakeBrowser.alarms.get('events-check'))?.periodInMinutes]).toEqual([['heartbeat'], 30]);
  });

  it('says nothing in Firefox until somebody agreed', async () => {
    await fleetBrowser({}, userAgents.firefox);
    await wake();
    await ring('events-check');
    await settled();
    expect(await waitingEvents()).toEqual([]);
  });

  it('forgets what waits when the person in Firefox takes the consent back', async () => {
    await fleetBrowser({}, userAgents.firefox);
    let takenBack: () => void = () => undefined;
    const contains = vi.fn<() => Promise<boolean>>().mockResolvedValue(true);
    Object.assign(fakeBrowser.permissions, { contains, onRemoved: { addListener: (heard: () => void) => { takenBack = heard; } } });
    await wake();
    const { tellFinding } = await import('../../utils/platform/tell-finding.ts');
    await tellFinding(message(), verdict('danger', 'x'));
    expect(await types()).toEqual(['finding']);
    contains.mockResolvedValue(false);
    takenBack();
    await vi.waitFor(async () => expect(await waitingEvents()).toEqual([]));
    await vi.waitFor(async () => expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => key === 'events' || key === 'told')).toEqual([]));
  });

  it('sends at once when the policy names another address', async () => {
    const collector = await loopbackCollector();
    await wake();
    await check();
    await under({ eventsEndpoint: collector.address });
    await vi.waitFor(() => expect(collector.requests).toHaveLength(1));
    await vi.waitFor(async () => expect(await waitingEvents()).toEqual([]));
    await collector.close();
  });

  it('loses nothing to a collector that is away for a week, and tells each event once when it is back', async () => {
    await wake();
    const told: string[] = [];
    for (let day = 0; day < 7; day++) {
      for (let half = 0; half < 2; half++) {
        await wake();
        const { tellFinding } = await import('../../utils/platform/tell-finding.ts');
        await tellFinding(message({ sender: { email: `recruiter${day}-${half}@birchline.example` } }), verdict('danger', 'upfront-fee'));
        pass(12 * hour);
        await check();
      }
    }
    for (const event of await waitingEvents()) told.push(String(event['event.id']));
    expect(told.length).toBeGreaterThanOrEqual(14 + 7);
    // Once more it is busy, then it takes all.
    const collector = await loopbackCollector(says(503));
    await under({ eventsEndpoint: collector.address });
    await vi.waitFor(async () => expect(await waitingEvents()).toEqual([]), 20_000);
    expect(collector.ids(collector.requests.slice(1)).sort()).toEqual(told.sort());
    await collector.close();
  });
});
