import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../utils/core/settings-schema.ts';
import { fill } from './filled-outbox.ts';
import { restart } from './fresh-browser.ts';
import { fleetBrowser, timePasses, waitingEvents } from './fleet-browser.ts';
import { idsIn, loopbackCollector, resets, says, type LoopbackCollector } from './loopback-collector.ts';

const load = () => import('../../utils/platform/send-events.ts');
const now = () => Date.now();
let collector: LoopbackCollector;

const record = async () => (await (await import('../../utils/platform/events-record.ts')).readRecord());
const tally = async () => (await (await import('../../utils/platform/tallies.ts')).readTallies())[0]?.sent.events;
const pass = (ms: number) => vi.setSystemTime(now() + ms);

async function start(policy: Partial<Settings>, ...answers: Parameters<typeof loopbackCollector>) {
  collector = await loopbackCollector(...answers);
  await fleetBrowser({ eventsEndpoint: collector.address, ...policy });
  timePasses();
  // A hundredth of each bound: no test waits long.
  vi.spyOn(Math, 'random').mockReturnValue(0.01);
  return restart(load);
}

describe('send-events', () => {
  beforeEach(() => vi.restoreAllMocks());
  afterEach(() => collector.close());

  it('sends what waits and removes it when it was taken', async () => {
    const { sendEvents } = await start({ eventsToken: 'abc' });
    const ids = await fill(3);
    await sendEvents();
    expect(collector.ids()).toEqual(ids);
    expect(collector.requests[0]).toMatchObject({ url: '/v1/logs', headers: { 'content-type': 'application/json', authorization: 'Bearer abc' } });
    expect(Object.keys(collector.requests[0]!.headers)).not.toEqual(expect.arrayContaining(['cookie', 'referer']));
    expect(await waitingEvents()).toEqual([]);
    expect(await tally()).toBe(1);
    expect(await fakeBrowser.alarms.get('events')).toBeUndefined();
  });

  it('speaks to Splunk as Splunk wants it', async () => {
    const { sendEvents } = await start({ eventsProtocol: 'splunk-hec', eventsToken: 'abc' }, says(200, '{"text":"Success","code":0}'));
    await fill(2);
    await sendEvents();
    const [{ url, headers, body }] = collector.requests as [typeof collector.requests[0]];
    expect([url, headers.authorization]).toEqual(['/services/collector/event', 'Splunk abc']);
    expect(body.split('\n').map((line) => JSON.parse(line))).toMatchObject([{ time: 1772445600, sourcetype: 'bonafide:event', event: { 'event.type': 'heartbeat' } }, {}]);
  });

  it('sends no standard field under a policy that wants the minimal ones, although the event was made with them', async () => {
    const standard = { 'device.name': 'asset 7', 'bonafide.sender_domain': 'birchline.example', 'bonafide.link_domains': 'talent.example' };
    const { sendEvents } = await start({ eventsFields: 'minimal' });
    await fill(1, standard);
    await sendEvents();
    expect(collector.requests[0]!.body).not.toMatch(/device\.name|asset 7|_domain|\.example/);
    expect(Object.keys((await record()).lastSent!.event)).not.toEqual(expect.arrayContaining(['device.name']));
    await fakeBrowser.storage.managed.set({ eventsFields: 'standard' });
    await fill(1, standard);
    await (await restart(load)).sendEvents();
    expect(collector.requests[1]!.body).toMatch(/asset 7.*birchline\.example.*talent\.example/);
  });

  it('asks for nothing when nothing waits, or no policy wants it', async () => {
    const { sendEvents } = await start({});
    await sendEvents();
    await fakeBrowser.storage.managed.set({ eventsEndpoint: '' });
    await fill(1);
    await (await restart(load)).sendEvents();
    expect(collector.requests).toEqual([]);
  });

  it('sends a hundred at a time and no more bytes than a request may have', async () => {
    const { sendEvents } = await start({});
    const ids = await fill(250);
    await sendEvents();
    expect(collector.requests.map(({ body }) => idsIn(body).length)).toEqual([100, 100, 50]);
    expect(collector.ids().sort()).toEqual(ids);
    await fill(100, { 'bonafide.filler': 'ü'.repeat(4_000) });
    await sendEvents();
    expect(Math.max(...collector.requests.map(({ body }) => Buffer.byteLength(body)))).toBeLessThanOrEqual(262_144);
    expect(await waitingEvents()).toEqual([]);
  });

  it.each([['429', says(429)], ['502', says(502, '<html>', { 'content-type': 'text/html' })], ['503', says(503)], ['504', says(504)], ['a reset', resets]])('sends the same again after %s', async (_, answer) => {
    const { sendEvents } = await start({}, answer);
    const ids = await fill(2);
    await sendEvents();
    expect(collector.ids()).toEqual([...ids, ...ids]);
    expect(await waitingEvents()).toEqual([]);
    expect(await record()).toMatchObject({ failures: 0, dropped: 0 });
  });

  it('waits longer after each failure, and then leaves it to the alarm', async () => {
    const { sendEvents } = await start({}, ...Array(4).fill(says(503)));
    vi.mocked(Math.random).mockReturnValue(1);
    await fill(1);
    await fakeBrowser.storage.local.set({ events: { failures: 3, notBefore: 0, dropped: 0, rejected: 0 } });
    vi.useFakeTimers({ toFake: ['Date', 'setTimeout'], shouldAdvanceTime: true });
    const sent = sendEvents();
    await vi.waitFor(() => expect(collector.requests).toHaveLength(1));
    await vi.advanceTimersByTimeAsync(16_000);
    await sent;
    expect(collector.requests).toHaveLength(2);
    const { failures, notBefore } = await record();
    expect(failures).toBe(5);
    expect(notBefore - now()).toBeGreaterThan(31_000);
    expect((await fakeBrowser.alarms.get('events'))!.scheduledTime).toBeGreaterThanOrEqual(notBefore);
  });

  it.each([['seconds', () => '600'], ['a date', () => new Date(now() + 600_000).toUTCString()]])('is not back before the collector said, in %s', async (_, when) => {
    const { sendEvents } = await start({}, (response, request) => says(429, '{}', { 'retry-after': when() })(response, request));
    await fill(1);
    await sendEvents();
    pass(560_000);
    await sendEvents();
    expect(collector.requests).toHaveLength(1);
    pass(41_000);
    await sendEvents();
    expect(collector.requests).toHaveLength(2);
    expect(await waitingEvents()).toEqual([]);
  });

  it.each([[401, '{}', 'application/json'], [404, '', 'text/plain'], [200, '<!doctype html><title>Sign in</title>', 'text/html']])('keeps all when %i %s answers, says so, and asks seldom', async (status, body, type) => {
    const { sendEvents } = await start({}, says(status, body, { 'content-type': type }));
    await fill(2);
    await sendEvents();
    expect(await waitingEvents()).toHaveLength(2);
    expect(await record()).toMatchObject({ dropped: 0, lastFault: { kind: 'portal', status } });
    pass(1_700_000);
    await sendEvents();
    expect(collector.requests).toHaveLength(1);
    pass(2_000_000);
    await sendEvents();
    expect(await waitingEvents()).toEqual([]);
  });

  it.each([400, 500])('drops and counts what is answered with %i', async (status) => {
    const { sendEvents } = await start({}, says(status));
    await fill(3);
    await sendEvents();
    expect(collector.requests).toHaveLength(1);
    expect(await waitingEvents()).toEqual([]);
    expect(await record()).toMatchObject({ dropped: 3, lastFault: { kind: 'refused', status } });
  });

  it('does not lose a whole outbox to a collector that has a bad moment', async () => {
    const { sendEvents } = await start({}, ...Array(30).fill(says(500)));
    await fakeBrowser.storage.local.set({ events: { failures: 11, notBefore: 0, dropped: 0, rejected: 0 } });
    await fill(1_000);
    await sendEvents();
    expect(await waitingEvents()).toHaveLength(900);
    expect(await record()).toMatchObject({ dropped: 100 });
  });

  it('sends half as many when it was too much, down to one, and drops only what is too large alone', async () => {
    const isLarge = (body: string) => idsIn(body).some((id) => id.endsWith('03'));
    const picky = (response: Parameters<ReturnType<typeof says>>[0], request: Parameters<ReturnType<typeof says>>[1]) => says(isLarge(request.body) ? 413 : 200)(response, request);
    const { sendEvents } = await start({}, ...Array(40).fill(picky));
    const ids = await fill(8);
    await sendEvents();
    expect(await waitingEvents()).toEqual([]);
    const taken = collector.requests.filter(({ body }) => !isLarge(body));
    expect(collector.ids(taken).sort()).toEqual(ids.filter((id) => !id.endsWith('03')));
    expect(await record()).toMatchObject({ dropped: 1 });
  });

  it('does not send again what was taken in part, and counts the rest', async () => {
    const { sendEvents } = await start({}, says(200, '{"partialSuccess":{"rejectedLogRecords":"2","errorMessage":"too old"}}'));
    await fill(5);
    await sendEvents();
    expect(collector.requests).toHaveLength(1);
    expect(await record()).toMatchObject({ rejected: 2, dropped: 0 });
  });

  it('reads no more of an answer than it needs', async () => {
    const endless: Parameters<typeof loopbackCollector>[0] = (response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => { while (!response.destroyed && response.write(' '.repeat(16_384))); };
      response.on('drain', more);
      more();
    };
    const { sendEvents } = await start({}, endless);
    await fill(1);
    await sendEvents();
    expect(await waitingEvents()).toEqual([]);
  });

  it('gives up a collector that hangs, and tries again', async () => {
    vi.spyOn(AbortSignal, 'timeout').mockImplementationOnce(() => {
      const timer = new AbortController();
      setTimeout(() => timer.abort(), 50);
      return timer.signal;
    });
    collector = await loopbackCollector(() => undefined);
    await fleetBrowser({ eventsEndpoint: collector.address });
    timePasses();
    const { sendEvents } = await restart(load);
    const ids = await fill(1);
    vi.spyOn(Math, 'random').mockReturnValue(0.01);
    await sendEvents();
    expect(collector.ids()).toEqual([...ids, ...ids]);
    expect(await waitingEvents()).toEqual([]);
  });

  it('follows nobody elsewhere', async () => {
    const other = await loopbackCollector();
    const { sendEvents } = await start({}, ...Array(20).fill(says(307, '', { location: `${other.address}/v1/logs` })));
    vi.mocked(Math.random).mockReturnValue(1);
    await fakeBrowser.storage.local.set({ events: { failures: 6, notBefore: 0, dropped: 0, rejected: 0 } });
    await fill(1);
    await sendEvents();
    expect(other.requests).toEqual([]);
    expect(await waitingEvents()).toHaveLength(1);
    expect(await record()).toMatchObject({ lastFault: { kind: 'unreachable' } });
    await other.close();
  });
});
