import { generateKeyPairSync } from 'node:crypto';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lookAtPopup, openWindow, waitForState } from '../../scripts/demo/page-state.mts';
import { crxId } from '../../scripts/release/pack-crx.mts';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { harshWeb, threadAddress } from '../e2e/harsh-pages.ts';
import { isWarned, textOf } from '../e2e/stage.ts';
import { brokenSettings } from './broken-settings.ts';
import { checkForUpdate, lookAtExtension, managedKeys, readDiagnosis, readPlacement, rejectedIn } from './in-managed-browser.ts';
import { machineFault, makeMachine, tracesOnSystem, type Machine } from './machine.ts';
import { managedBrowser, type ManagedBrowser } from './managed-browser.ts';
import { publishCrx } from './publish-release.ts';
import { startReleaseServer, type ReleaseServer } from './release-server.ts';
import { shippedPolicy, type ShippedPolicy } from './shipped-policy.ts';

/** Chromium takes a file up once it has rested for 5 seconds (file_based_policy_loader.cc), and a loaded machine takes its time; milliseconds. */
const settled = { timeout: 25_000, interval: 200 };
const soon = { timeout: 15_000, interval: 200 };
const fault = machineFault();

describe.skipIf(fault)(`the policy of an organisation in Chromium${fault ? ` (${fault})` : ''}`, () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } });
  const id = crxId(privateKey);
  let before: readonly string[];
  let shipped: ShippedPolicy;
  let machine: Machine;
  let server: ReleaseServer;
  let managed: ManagedBrowser;
  let browser: Browser;
  let eye: Page;
  let page: Page;
  let tabId: number;

  const install = (more: object = {}) => machine.policies.chromium.write('bonafide.json', {
    ExtensionSettings: { [id]: { ...shipped.ExtensionSettings[id], ...more } },
    DeveloperToolsAvailability: 1, // nobody, and no test, may look into what a policy installed without it
  });
  const set = (settings: object) => machine.policies.chromium.write('settings.json', { '3rdparty': { extensions: { [id]: settings } } });
  const diagnosis = () => readOwnPage('diagnostics.html', readDiagnosis);
  const readOwnPage = async <T>(path: string, read: () => T | undefined): Promise<T> => {
    const own = await browser.openExtensionPage(path);
    await expect.poll(() => own.evaluate(read), soon).toBeDefined();
    const shown = await own.evaluate(read);
    await own.close();
    await page.bringToFront();
    return shown as T;
  };
  const placement = () => readOwnPage('options.html#warnings', readPlacement);
  beforeAll(async () => {
    before = await tracesOnSystem();
    [machine, server] = await Promise.all([makeMachine(), startReleaseServer()]);
    await publishCrx(server, '1.0.0', privateKey);
    shipped = await shippedPolicy('chromium', id, `${server.address}/updates.xml`);
    await install();
    managed = await managedBrowser('chromium', machine, harshWeb, id);
    browser = await managed.start();
    eye = await openWindow(browser);
    page = await browser.newPage(threadAddress('asked'));
  });
  afterAll(async () => {
    await managed?.remove();
    await server?.stop();
    await machine?.remove();
  });

  it('installs what the organisation packed and hosts, and lets nobody take it away', async () => {
    expect(server.asked).toEqual(expect.arrayContaining(['/updates.xml', '/bonafide-1.0.0.crx']));
    const list = await browser.newPage('chrome://extensions');
    expect(await list.evaluate(lookAtExtension, id)).toEqual({ version: '1.0.0', state: 'ENABLED', mustRemain: true, refusal: expect.stringContaining('cannot be modified by user') });
    await list.close();
  });

  it('judges as long as no settings have come', async () => {
    expect(await eye.evaluate(managedKeys)).toEqual([]);
    await page.bringToFront();
    ({ tabId } = await waitForState(eye, ({ badge }) => badge === '!'));
    await expect.poll(() => isWarned(page), soon).toBe(true);
  });

  it('takes over settings that come late, in the page that is open', async () => {
    await set({ placement: 'toolbar', orgName: 'Lindqvist Marine' });
    await expect.poll(() => isWarned(page), settled).toBe(false);
    expect(await placement()).toEqual({ chosen: 'toolbar', isFixed: true, said: expect.stringContaining('Lindqvist Marine') });
  });

  it('follows a change to the policy that is shipped while the browser runs', async () => {
    await set(shipped['3rdparty'].extensions[id]!);
    await expect.poll(() => isWarned(page), settled).toBe(true);
    expect(await placement()).toMatchObject({ chosen: 'inline', isFixed: false });
    expect(await diagnosis()).toMatch(/^ *disabledSites = .*zoho.*\[policy of Birchline Health, fixed\]$/m);
  });

  it('goes on with a policy of which no key can be used, and names those that the browser hands over', async () => {
    await set(brokenSettings());
    await expect.poll(() => eye.evaluate(managedKeys), settled).toEqual(['orgDomains', 'placement']);
    await page.reload();
    await expect.poll(() => isWarned(page), soon).toBe(true);
    expect(rejectedIn(await diagnosis())).toEqual(['orgDomains', 'placement']);
  });

  it('frees the settings when the policy takes them back, and says where it is kept out', async () => {
    await Promise.all([machine.policies.chromium.take('settings.json'), install({ runtime_blocked_hosts: ['*://*.linkedin.com'] })]);
    await expect.poll(() => eye.evaluate(managedKeys), settled).toEqual([]);
    expect(await placement()).toMatchObject({ chosen: 'inline', isFixed: false });
    await page.reload();
    const said = await lookAtPopup(browser, tabId, (popup) => popup.evaluate(() => document.body.innerText));
    expect(said).toContain(await textOf(eye, 'place.keptOut'));
    expect(await diagnosis()).toContain('keeps extensions out of: 1');
    expect(await isWarned(page)).toBe(false);
  });

  it('takes a newer version from the list of the organisation', async () => {
    await publishCrx(server, '1.1.0', privateKey);
    await install();
    expect(await eye.evaluate(checkForUpdate)).toBe('1.1.0');
    const list = await browser.newPage('chrome://extensions');
    await eye.evaluate('chrome.runtime.reload()').catch(() => {});
    await expect.poll(() => list.evaluate(lookAtExtension, id), soon).toMatchObject({ version: '1.1.0', state: 'ENABLED' });
  });

  it('goes when the policy lets it go, and leaves nothing on the system', async () => {
    await machine.policies.chromium.take('bonafide.json');
    const list = await browser.newPage('chrome://extensions');
    await expect.poll(() => list.evaluate(lookAtExtension, id).catch(() => 'gone'), settled).toBe('gone');
    expect(await tracesOnSystem()).toEqual(before);
  });
});
