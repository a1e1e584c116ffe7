import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Settings } from '../../utils/core/settings-schema.ts';
import { surfaceIds } from '../../utils/core/facts.ts';
import { at, restart } from './fresh-browser.ts';
import { fleetBrowser, message, userAgents, verdict, waitingEvents } from './fleet-browser.ts';

vi.mock('../../utils/platform/send-events.ts', () => ({ sendEvents: vi.fn<() => Promise<void>>(async () => undefined), sendingAlarm: 'events' }));

const load = () => import('../../utils/platform/tell-finding.ts');
const danger = verdict('danger', 'upfront-fee');

describe('tell-finding', () => {
  beforeEach(() => fleetBrowser());
  const under = (policy: Partial<Settings>) => fakeBrowser.storage.managed.set(policy);

  it('tells a finding of a message, and has the worker woken for it', async () => {
    const { tellFinding } = await restart(load);
    await tellFinding(message(), danger);
    expect(await waitingEvents()).toMatchObject([{ 'event.type': 'finding', 'bonafide.site': 'gmail', 'bonafide.rules': ['upfront-fee'], 'bonafide.browser': 'chrome 156', 'bonafide.shown': 'page' }]);
    expect(await fakeBrowser.alarms.get('events')).toMatchObject({ name: 'events' });
  });

  it('keeps and tells nothing where no policy names a collector', async () => {
    await under({ eventsEndpoint: '' });
    const { tellFinding } = await restart(load);
    await tellFinding(message(), danger);
    expect(await waitingEvents()).toEqual([]);
    expect(Object.keys(await fakeBrowser.storage.local.get(null)).filter((key) => ['events', 'told'].includes(key))).toEqual([]);
  });

  it('sends at once what is dangerous, and the rest within a minute', async () => {
    const { sendEvents } = await import('../../utils/platform/send-events.ts');
    await under({ eventsMinimumLevel: 'notice' });
    const { tellFinding } = await restart(load);
    vi.mocked(sendEvents).mockClear();
    await tellFinding(message(), verdict('caution', 'upfront-fee'));
    expect(sendEvents).not.toHaveBeenCalled();
    await tellFinding(message({ sender: { email: 'other@birchline.example' } }), danger);
    expect((await import('../../utils/platform/send-events.ts')).sendEvents).toHaveBeenCalledOnce();
  });

  it.each([
    [{}, ['danger']],
    [{ eventsMinimumLevel: 'caution' }, ['caution', 'danger']],
    [{ eventsMinimumLevel: 'notice' }, ['notice', 'caution', 'danger']],
    // What a person is not shown is not told.
    [{ eventsMinimumLevel: 'notice', minimumLevel: 'caution' }, ['caution', 'danger']],
  ] as [Partial<Settings>, string[]][])('tells under %j only %j', async (policy, told) => {
    await under(policy);
    const { tellFinding } = await restart(load);
    for (const level of ['none', 'notice', 'caution', 'danger'] as const) await tellFinding(message({ sender: { email: `${level}@birchline.example` } }), verdict(level, 'upfront-fee'));
    expect((await waitingEvents()).map((event) => event['bonafide.level']).sort()).toEqual([...told].sort());
  });

  it('says nothing of what somebody looks at or pastes', async () => {
    const { tellFinding } = await restart(load);
    for (const surface of surfaceIds) await tellFinding(message({ surface, sender: { email: `${surface}@birchline.example` } }), danger);
    expect((await waitingEvents()).map((event) => event['bonafide.site']).sort()).toEqual(['fastmail', 'gmail', 'icloud', 'linkedin', 'linkedin', 'outlook', 'proton', 'roundcube', 'yahoo', 'zoho']);
  });

  it('names no rule on trial and none that weighs nothing', async () => {
    const found = verdict('danger', 'upfront-fee', 'secrecy-about-offer', 'photo-none');
    const [counted, trial, fact] = found.findings;
    const { tellFinding } = await restart(load);
    await tellFinding(message(), { ...found, findings: [counted!, { ...trial!, trial: true }, { ...fact!, severity: 'info' }] });
    expect((await waitingEvents())[0]!['bonafide.rules']).toEqual(['upfront-fee']);
  });

  describe('the same finding', () => {
    it('is told once a day, however often the message is read, also by the next worker', async () => {
      for (const text of ['Please run this.', 'Please run this now.']) {
        const { tellFinding } = await restart(load);
        await tellFinding(message({ message: { text } }), danger);
        await tellFinding(message({ message: { text } }), danger);
      }
      expect(await waitingEvents()).toHaveLength(1);
      at('2026-03-04');
      await (await restart(load)).tellFinding(message(), danger);
      const [first, second] = await waitingEvents();
      expect(second!['finding_info.uid']).not.toBe(first!['finding_info.uid']);
    });

    it('is told as grown when more rules speak, and not when fewer do', async () => {
      const { tellFinding } = await restart(load);
      await tellFinding(message(), danger);
      await tellFinding(message(), verdict('danger', 'upfront-fee', 'file-disguised'));
      await tellFinding(message(), verdict('danger', 'file-disguised'));
      const events = (await waitingEvents()).sort((one, other) => Number(one['activity_id']) - Number(other['activity_id']));
      expect(events.map((event) => [event['activity_id'], event['bonafide.rules']])).toEqual([[1, ['upfront-fee']], [2, ['file-disguised', 'upfront-fee']]]);
      expect(new Set(events.map((event) => event['finding_info.uid']))).toEqual(new Set([events[0]!['event.id']]));
    });

    it('of two contacts is two', async () => {
      const { tellFinding } = await restart(load);
      await tellFinding(message(), danger);
      await tellFinding(message({ sender: { email: 'other@birchline.example' } }), danger);
      expect(await waitingEvents()).toHaveLength(2);
    });

    it('judged twice at once is one', async () => {
      const { tellFinding } = await restart(load);
      await Promise.all([tellFinding(message(), danger), tellFinding(message(), danger)]);
      expect(await waitingEvents()).toHaveLength(1);
    });
  });

  it('tells that a person marked what was told, and nothing of other marks', async () => {
    const { tellFinding, tellOverride } = await restart(load);
    await tellOverride(message(), 'sender');
    expect(await waitingEvents()).toEqual([]);
    await tellFinding(message(), danger);
    await tellOverride(message(), 'sender');
    const [finding, override] = (await waitingEvents()).sort((one, other) => Number(one['activity_id']) - Number(other['activity_id']));
    expect(override).toMatchObject({ 'event.type': 'user_override', 'finding_info.uid': finding!['event.id'], 'bonafide.scope': 'sender' });
    expect(override!['event.id']).not.toBe(finding!['event.id']);
  });

  it('changes its number of the browser every 30 days', async () => {
    const { tellFinding } = await restart(load);
    await tellFinding(message(), danger);
    at('2026-03-20');
    await tellFinding(message(), danger);
    at('2026-04-02');
    await tellFinding(message(), danger);
    const installs = (await waitingEvents()).map((event) => event['bonafide.install']);
    expect(installs[1]).toBe(installs[0]);
    expect(installs[2]).not.toBe(installs[0]);
  });

  it('keeps nothing in Firefox until the person or the organisation agreed', async () => {
    await fleetBrowser({}, userAgents.firefox);
    const { tellFinding } = await restart(load);
    await tellFinding(message(), danger);
    expect(await waitingEvents()).toEqual([]);
    const contains = vi.fn<(asked: object) => Promise<boolean>>(async () => true);
    Object.assign(fakeBrowser.permissions, { contains });
    await tellFinding(message(), danger);
    expect(contains).toHaveBeenCalledWith({ data_collection: ['personalCommunications', 'browsingActivity', 'technicalAndInteraction'] });
    Object.assign(fakeBrowser.permissions, { contains: async () => false });
    await under({ consentGrantedByOrganization: true });
    await (await restart(load)).tellFinding(message({ sender: { email: 'other@birchline.example' } }), danger);
    expect(await waitingEvents()).toHaveLength(2);
  });
});
