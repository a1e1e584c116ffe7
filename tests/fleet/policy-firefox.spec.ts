import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { lookAtPopup, openWindow, waitForState } from '../../scripts/demo/page-state.mts';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { firefoxId } from '../../utils/cli/extension-ids.ts';
import { policyKeys } from '../../utils/core/settings-schema.ts';
import { harshWeb, threadAddress } from '../e2e/harsh-pages.ts';
import { ownPages } from '../e2e/own-page.ts';
import { isWarned, textOf } from '../e2e/stage.ts';
import { brokenSettings } from './broken-settings.ts';
import { managedKeys, readDiagnosis, readPlacement, rejectedIn, tabAt } from './in-managed-browser.ts';
import { machineFault, makeMachine, tracesOnSystem, type Machine } from './machine.ts';
import { managedBrowser, type ManagedBrowser } from './managed-browser.ts';
import { publishXpi } from './publish-release.ts';
import { startReleaseServer, type ReleaseServer } from './release-server.ts';
import { shippedPolicy } from './shipped-policy.ts';

const soon = { timeout: 15_000, interval: 200 };
/** The card comes with the judgement; this is far more than it takes, in milliseconds. */
const drawing = 700;
const fault = machineFault();

/** Firefox reads a policy when it starts and never again, so every change here is a start. */
describe.skipIf(fault)(`the policy of an organisation in Firefox${fault ? ` (${fault})` : ''}`, () => {
  let before: readonly string[];
  let machine: Machine;
  let server: ReleaseServer;
  let managed: ManagedBrowser;
  let browser: Browser;
  let eye: Page;
  let page: Page;

  const startUnder = async (version: string, settings: ((ready: object) => object) | undefined, more: object = {}) => {
    const shipped = await shippedPolicy('firefox', firefoxId, `${server.address}/bonafide-${version}.xpi`);
    const ready = shipped['3rdparty'].Extensions[firefoxId]!;
    await machine.policies.firefox.write('policies.json', {
      policies: {
        ExtensionSettings: { [firefoxId]: { ...shipped.ExtensionSettings[firefoxId], ...more } },
        // An ESR does without the signature of Mozilla when it is told to.
        Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
        ...(settings && { '3rdparty': { Extensions: { [firefoxId]: settings(ready) } } }),
      },
    });
    await managed.close();
    browser = await managed.start();
    // It is fetched and unpacked after the start.
    eye = await vi.waitFor(() => openWindow(browser), { timeout: 60_000, interval: 200 });
    await vi.waitFor(async () => expect(await eye.evaluate('browser.runtime.getManifest().version')).toBe(version), soon);
    page = await browser.newPage(threadAddress('asked'));
  };
  const readOwnPage = async <T>(path: string, read: () => T | undefined): Promise<T> => {
    const own = await ownPages(browser).show(path);
    await expect.poll(() => own.evaluate(read), soon).toBeDefined();
    return (await own.evaluate(read)) as T;
  };
  const placement = () => readOwnPage('options.html#warnings', readPlacement);
  const diagnosis = () => readOwnPage('diagnostics.html', readDiagnosis);

  beforeAll(async () => {
    before = await tracesOnSystem();
    [machine, server] = await Promise.all([makeMachine(), startReleaseServer()]);
    publishXpi(server, '1.0.0');
    managed = await managedBrowser('firefox', machine, harshWeb, firefoxId);
    await startUnder('1.0.0', (ready) => ({ ...ready, placement: 'toolbar', lockMode: 'all' }));
  });
  afterAll(async () => {
    await managed?.remove();
    await server?.stop();
    await machine?.remove();
  });

  it('installs what the organisation hosts, with its settings from the first page on', async () => {
    expect(server.asked).toContain('/bonafide-1.0.0.xpi');
    await waitForState(eye, ({ badge }) => badge === '!', 20_000);
    await page.waitForTimeout(drawing);
    expect(await isWarned(page)).toBe(false);
    expect(await placement()).toEqual({ chosen: 'toolbar', isFixed: true, said: expect.stringContaining('Birchline Health') });
    expect(await diagnosis()).toMatch(/^ *disabledSites = .*zoho.*\[policy of Birchline Health, fixed\]$/m);
  });

  it('takes over at the next start another version and a policy of which no key can be used, goes on, and names every key', async () => {
    publishXpi(server, '1.1.0');
    await startUnder('1.1.0', brokenSettings);
    expect(await eye.evaluate(managedKeys)).toEqual([...policyKeys].sort());
    await expect.poll(() => isWarned(page), soon).toBe(true);
    expect(rejectedIn(await diagnosis())).toEqual([...policyKeys].sort());
  });

  it('frees the settings when the policy takes them back, and says where it is kept out', async () => {
    await startUnder('1.1.0', undefined, { runtime_blocked_hosts: ['*://*.linkedin.com'] });
    expect(await eye.evaluate(managedKeys)).toEqual([]);
    expect(await placement()).toMatchObject({ chosen: 'inline', isFixed: false });
    const said = await lookAtPopup(browser, (await eye.evaluate(tabAt, 'https://www.linkedin.com/'))!, (popup) => popup.evaluate(() => document.body.innerText));
    expect(said).toContain(await textOf(eye, 'place.keptOut'));
    expect(await isWarned(page)).toBe(false);
  });

  it('leaves nothing on the system', async () => {
    expect(await tracesOnSystem()).toEqual(before);
  });
});
