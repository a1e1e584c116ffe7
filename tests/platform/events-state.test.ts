import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { restart } from './fresh-browser.ts';
import { fleetBrowser, message, userAgents, verdict } from './fleet-browser.ts';

const load = () => import('../../utils/platform/events-state.ts');

describe('events-state', () => {
  beforeEach(() => fleetBrowser({ eventsEndpoint: 'https://collector.example:4318', eventsToken: 'secret-token' }));

  it('is nothing where no policy wants events', async () => {
    await fakeBrowser.storage.managed.clear();
    const { eventsPreview } = await restart(load);
    expect(await eventsPreview()).toBeUndefined();
  });

  it('says where and how findings are told', async () => {
    const { eventsPreview } = await restart(load);
    expect((await eventsPreview())?.state).toEqual({ host: 'collector.example:4318', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: true, waiting: 0, dropped: 0 });
  });

  it('says in Firefox that it waits for consent', async () => {
    await fleetBrowser({}, userAgents.firefox);
    const { eventsPreview } = await restart(load);
    expect((await eventsPreview())?.state).toMatchObject({ isAllowed: false });
  });

  it('shows what is sent next, and never the token', async () => {
    const { eventsPreview } = await restart(load);
    const { tellFinding } = await import('../../utils/platform/tell-finding.ts');
    await fakeBrowser.storage.managed.set({ eventsMinimumLevel: 'caution' });
    await tellFinding(message(), verdict('caution', 'upfront-fee'));
    const preview = (await eventsPreview())!;
    expect(preview.state).toMatchObject({ waiting: 1 });
    expect(preview.next).toContain('{"key":"bonafide.rules","value":{"arrayValue":{"values":[{"stringValue":"upfront-fee"}]}}}');
    expect(JSON.stringify(preview)).not.toContain('secret-token');
  });

  it('makes an example with the fields that this policy wants', async () => {
    const fields = async (policy: object) => {
      await fakeBrowser.storage.managed.set(policy);
      return (await (await restart(load)).eventsPreview())!.example;
    };
    expect(await fields({})).not.toMatch(/device\.name|link_domains/);
    expect(await fields({ eventsFields: 'standard', eventsDeviceLabel: 'BH-00417', eventsProtocol: 'splunk-hec' })).toMatch(/"sourcetype":"bonafide:event".*"device\.name":"BH-00417".*link_domains/);
  });
});
