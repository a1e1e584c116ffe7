import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openWindow } from '../../scripts/demo/page-state.mts';
import { memberIdentifier } from '../../scripts/demo/placeholders.mts';
import { browserKinds, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { message, thread, threadAddress } from '../e2e/harsh-pages.ts';
import { gateway, startCollector, type Collector, type Mishap } from './collector.ts';
import { startNginx, type Nginx } from './engines/nginx.ts';
import { startPostgres, type Postgres } from './engines/postgres.ts';
import { startRsyslog, type Rsyslog } from './engines/rsyslog.ts';
import { countOutbox, fillOutbox, madeEvents, rowOf } from './made-events.ts';
import { machineFault, makeMachine, type Machine } from './machine.ts';
import { managedBrowser, type ManagedBrowser } from './managed-browser.ts';
import { installByPolicy } from './install-by-policy.ts';
import { startReleaseServer, type ReleaseServer } from './release-server.ts';

const waiting = 10_000;
const token = 'may-only-write';
/** Of about a hundred requests; each kind alone and two in a row. */
const mishaps = new Map<number, Mishap>([
  [2, 'lost'], [7, 'busy'], [12, 'unavailable'], [13, 'reset'], [21, 'lost'], [34, 'reset'], [47, 'hang'], [60, 'busy'], [72, 'lost'], [90, 'unavailable'],
]);
const fault = machineFault();
const lure = 'Please clone our test project from <a href="https://github.com/harborlight-ledger-example/skills-test">the test</a>, run npm install on your own computer and not in a virtual '
  + 'machine, and share your screen while it runs. Then write to me on Telegram at @harborlight_hr.';
/** Conversations with other people each, all of them a danger: who was told about once is not told about again. */
const web: Fixtures = (host, path) => {
  const name = /^\/messaging\/thread\/2-(\w+)\/$/.exec(path)?.[1];
  if (host !== 'www.linkedin.com' || !name) return undefined;
  const markup = thread(message(lure, `Elin ${name}`), `Elin ${name}`);
  return { body: markup.replaceAll(/(?<=linkedin\.com\/in\/)\w+/g, memberIdentifier(247_000_000 + name.charCodeAt(0))) };
};

describe.skipIf(fault).each(browserKinds)(`what an organisation is told by %s${fault ? ` (${fault})` : ''}`, (kind: BrowserKind) => {
  let folder: string;
  let postgres: Postgres;
  let rsyslog: Rsyslog;
  let collector: Collector;
  let nginx: Nginx;
  let machine: Machine;
  let server: ReleaseServer;
  let managed: ManagedBrowser;
  let browser: Browser;
  let eye: Page;
  const events = madeEvents(waiting, Date.now());
  const kept = async () => (await postgres.pool.query<{ id: string; type: string; event: Record<string, unknown> }>('select id, type, event from events order by came')).rows;
  const start = async () => {
    browser = await managed.start();
    eye = await openWindow(browser);
    await eye.waitForFunction(() => document.readyState === 'complete');
  };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'bonafide-fleet-'));
    // PostgreSQL, who is somebody else, has to reach its own folder in it.
    chmodSync(folder, 0o711);
    const room = async (name: string) => {
      await mkdir(join(folder, name));
      return join(folder, name);
    };
    [postgres, rsyslog, machine, server] = await Promise.all([startPostgres(await room('postgres')), startRsyslog(await room('rsyslog')), makeMachine(), startReleaseServer()]);
    collector = await startCollector({ pool: postgres.pool, rsyslog, token, mishaps });
    nginx = await startNginx(await room('nginx'), gateway(collector.port));
    const id = await installByPolicy(kind, machine, server, {
      orgName: 'Lindqvist Marine', eventsEndpoint: nginx.address, eventsToken: token, tenantId: 'marine', consentGrantedByOrganization: true,
    });
    managed = await managedBrowser(kind, machine, web, id);
    await start();
  });
  afterAll(async () => {
    await managed?.remove();
    await Promise.all([nginx?.stop(), collector?.stop(), server?.stop(), rsyslog?.stop(), machine?.remove()]);
    await postgres?.stop();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('tells of a danger that was shown, at once and in words of ours alone', async () => {
    await browser.newPage(threadAddress('Marwick'));
    await vi.waitFor(async () => expect((await kept()).map(({ type }) => type)).toContain('finding'), { timeout: 30_000, interval: 250 });
    const { event } = (await kept()).find(({ type }) => type === 'finding')!;
    expect(event).toMatchObject({ 'class_uid': 2004, 'type_uid': 200401, 'bonafide.site': 'linkedin', 'bonafide.level': 'danger', 'metadata.tenant_uid': 'marine' });
    expect(JSON.stringify(event)).not.toMatch(/Elin|Marwick|harborlight|npm install|telegram\.|github\.com|linkedin\.com/i);
  });

  it('loses nothing and keeps nothing twice over ten thousand events, ten mishaps and a restart', async () => {
    const before = new Set((await kept()).map(({ id }) => id));
    await eye.evaluate(fillOutbox, events.map(rowOf));
    await browser.newPage(threadAddress('Tallow'));
    await vi.waitFor(() => expect(collector.requests()).toBeGreaterThan(25), { timeout: 90_000, interval: 100 });
    await managed.close();
    await start();
    await browser.newPage(threadAddress('Osgood'));
    await vi.waitFor(async () => expect(await eye.evaluate(countOutbox)).toBe(0), { timeout: 240_000, interval: 500 });
    const ids = new Set((await kept()).map(({ id }) => id));
    expect(events.filter((event) => !ids.has(String(event['event.id'])))).toEqual([]);
    expect(collector.faults).toEqual([]);
    expect([...new Set(collector.met)].sort()).toEqual(['busy', 'hang', 'lost', 'reset', 'unavailable']);
    // What was acknowledged to nobody came again, and PostgreSQL has one row of it all the same.
    expect(collector.twins()).toBeGreaterThanOrEqual(collector.met.filter((mishap) => mishap === 'lost').length);
    await vi.waitFor(() => expect(rsyslog.written().length).toBe(ids.size), { timeout: 10_000 });
    expect(new Set(rsyslog.written().map((line) => (JSON.parse(line) as Record<string, string>)['event.id']))).toEqual(ids);
    expect(before.size).toBeGreaterThan(0);
  }, 360_000);
});
