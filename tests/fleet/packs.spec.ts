import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWindow } from '../../scripts/demo/page-state.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { parsePack, type Pack } from '../../utils/core/pack.ts';
import { createRepository } from '../../utils/packs-publishing/create-repository.ts';
import { publishPack } from '../../utils/packs-publishing/publish.ts';
import { serveFolder } from '../../utils/packs-publishing/serve-folder.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';
import type { PackState } from '../../utils/platform/pack-states.ts';
import { harshWeb } from '../e2e/harsh-pages.ts';
import { askBackground, press } from '../e2e/in-own-page.ts';
import { ownPages } from '../e2e/own-page.ts';
import { textOf } from '../e2e/stage.ts';
import { installByPolicy } from './install-by-policy.ts';
import { machineFault, makeMachine, type Machine } from './machine.ts';
import { managedBrowser, type ManagedBrowser } from './managed-browser.ts';
import { startReleaseServer, type ReleaseServer } from './release-server.ts';

const fault = machineFault();
const soon = { timeout: 20_000, interval: 250 };
const text = 'Please clone this repository and run the pre-employment test on your own machine, then send me a screenshot. The codeword is pear, or plum.';
const links = [{ url: 'https://github.com/harborlight-ledger-example/skills-test', text: 'the test' }];

describe.skipIf(fault).each(browserKinds)(`rules of an organisation in %s${fault ? ` (${fault})` : ''}`, (kind) => {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-packs-'));
  const [honest, earlier] = [join(folder, 'honest'), join(folder, 'earlier')];
  const keys = { root: [createKey(), createKey()], targets: createKey(), online: createKey() };
  let mirror: { url: string; server: Server };
  let machine: Machine;
  let server: ReleaseServer;
  let managed: ManagedBrowser;
  let browser: Browser;
  let eye: Page;

  const offer = (version: number, word: string) => publishPack(honest, keys, { pack: packOf(version, word), bytes: new Map(), needs: '0.1.0' });
  const start = async () => {
    browser = await managed.start();
    eye = await openWindow(browser);
    await eye.waitForFunction(() => document.readyState === 'complete');
  };
  const look = async () => (await eye.evaluate(askBackground, ['checkPacks', {}] as const)) as PackState[];
  const own = (states: PackState[]) => states.find(({ id }) => id === 'orchard')!;
  /** Rules that speak of the text: how many of the public ones, and which of the organisation's. */
  const judged = async () => {
    const facts = { surface: 'text', message: { text }, links };
    const { verdict } = (await eye.evaluate(askBackground, ['judge', facts] as const)) as { verdict: { findings: { rule: string; why: string }[] } };
    const ours = verdict.findings.filter(({ rule }) => rule.startsWith('orchard--')).map(({ why }) => why);
    return { ours, hasPublic: verdict.findings.length > ours.length };
  };
  /** Another folder behind the same address. */
  const serve = async (shown: string) => {
    const port = Number(new URL(mirror.url).port);
    mirror.server.closeAllConnections();
    await new Promise((resolve) => mirror.server.close(resolve));
    mirror = await serveFolder(shown, port);
  };

  beforeAll(async () => {
    createRepository(honest, keys, { threshold: 2 });
    offer(1, 'pear');
    cpSync(honest, earlier, { recursive: true });
    [mirror, machine, server] = await Promise.all([serveFolder(honest), makeMachine(), startReleaseServer()]);
    const root = readFileSync(join(honest, 'metadata', '1.root.json')).toString('base64');
    const id = await installByPolicy(kind, machine, server, { privatePacks: [JSON.stringify({ id: 'orchard', url: mirror.url, root })] });
    managed = await managedBrowser(kind, machine, harshWeb, id);
    await start();
  });
  afterAll(async () => {
    await managed?.remove();
    mirror?.server.close();
    await Promise.all([server?.stop(), machine?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it('judge beside the public ones once they were fetched and verified', async () => {
    await vi.waitFor(async () => expect(own(await look())).toMatchObject({ source: 'private', version: 1, state: 'fresh' }), soon);
    expect(await judged()).toEqual({ ours: ['They said pear.'], hasPublic: true });
  });

  it('give way to newer ones, by way of the change', async () => {
    offer(2, 'plum');
    expect(own(await look())).toMatchObject({ version: 2, previous: 1, state: 'fresh' });
    expect(await judged()).toEqual({ ours: ['They said plum.'], hasPublic: true });
  });

  it('are not taken from a mirror that shows an older state, and the last good ones judge on', async () => {
    await serve(earlier);
    expect(own(await look())).toMatchObject({ version: 2, state: 'error', kind: 'untrusted' });
    expect(await judged()).toEqual({ ours: ['They said plum.'], hasPublic: true });
    await serve(honest);
  });

  it('judge on after a restart when nobody answers any more', async () => {
    mirror.server.closeAllConnections();
    await new Promise((resolve) => mirror.server.close(resolve));
    await managed.close();
    await start();
    await vi.waitFor(async () => expect(await judged()).toEqual({ ours: ['They said plum.'], hasPublic: true }), soon);
    expect(own(await look())).toMatchObject({ version: 2, state: 'ageing', kind: 'unreachable' });
    mirror = await serveFolder(honest, Number(new URL(mirror.url).port));
  });

  it('go back to the version before at the press of a button, and stay there', async () => {
    const options = await ownPages(browser).show('options.html#rules');
    const button = await textOf(eye, 'rules.goBack', '1');
    await vi.waitFor(async () => expect(await options.evaluate(press, button)).toBe(true), soon);
    await vi.waitFor(async () => expect(await judged()).toEqual({ ours: ['They said pear.'], hasPublic: true }), soon);
    expect(own(await look())).toMatchObject({ version: 1, state: 'fresh' });
    expect(await judged()).toEqual({ ours: ['They said pear.'], hasPublic: true });
  });
});

const packOf = (version: number, word: string): Pack => parsePack({
  format: 1, id: 'orchard', version, issued: '2026-11-21', lists: {}, sites: [], anchors: [],
  rules: [{
    id: 'says-codeword', title: 'Says a word that is ours', severity: 'high', theme: 'text', status: 'stable', since: '2026-11-21',
    when: { fact: 'message.text', says: [word] }, why: `They said ${word}.`, rationale: 'It is a codeword of this test.', normal: 'It is a fruit as well.', advice: 'Say hello to the fruit.', references: [],
  }],
});
