import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'plist';
import { describe, expect, it } from 'vitest';
import { browsers, desktopBrowsers, jsonPolicy, settingsKey } from '../../scripts/policy/browsers.mts';
import { examples } from '../../scripts/policy/examples.mts';
import { exampleFleet, fleetFrom, type Fleet } from '../../scripts/policy/fleet.mts';
import { policyFiles } from '../../scripts/policy/policy-files.mts';
import { profile } from '../../scripts/policy/profile.mts';
import { registryFile, removalFile } from '../../scripts/policy/registry-file.mts';
import { settingsDoc } from '../../scripts/policy/settings-doc.mts';
import { managedSchema } from '../../utils/core/managed-schema.ts';
import { policyKeys } from '../../utils/core/settings-schema.ts';
import { effectiveSettings } from '../../utils/core/settings.ts';
import { anyPolicy } from '../core/any-policy.ts';
import { below, chromiumReads, firefoxReads, importRegistry } from './registry.ts';

const files = policyFiles(exampleFleet);
const repository = join(import.meta.dirname, '../..');
const effectOf = (policy: unknown) => effectiveSettings({}, policy as Record<string, unknown>);
/** The last entries of a JSON policy: what the extension is told. */
const settingsIn = (policy: unknown): unknown => {
  const all = policy as { policies?: { '3rdparty': { Extensions: object } }; '3rdparty'?: { extensions: object } };
  return Object.values(all.policies?.['3rdparty'].Extensions ?? all['3rdparty']!.extensions)[0];
};

describe('policy files', () => {
  it('are those that `npm run policy` writes', () => {
    const folder = join(repository, 'policy');
    const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1));
    expect(there.map((path) => path.replaceAll('\\', '/')).sort()).toEqual([...files.keys()].sort());
    expect([...files].filter(([path, content]) => readFileSync(join(folder, path), 'utf8') !== content).map(([path]) => path)).toEqual([]);
    expect(readFileSync(join(repository, 'docs/policy.md'), 'utf8')).toBe(settingsDoc());
  });

  it('name every setting in docs/policy.md, with an example the setting can have', () => {
    for (const key of policyKeys) expect(settingsDoc()).toContain(`| \`${key}\` |`);
    expect(effectOf(examples).rejected).toEqual([]);
  });

  it.each(browsers.map(({ name }) => name))('hold settings that %s can use on Linux, all of them', (name) => {
    const policy = settingsIn(JSON.parse(files.get(`linux/${name}.json`)!));
    expect(policy).toEqual(exampleFleet.values);
    expect(effectOf(policy).rejected).toEqual([]);
  });

  it('wrap each value for the cloud management of Chrome', () => {
    const wrapped = JSON.parse(files.get('chrome-browser-cloud-management.json')!) as Record<string, { Value: unknown }>;
    expect(Object.fromEntries(Object.entries(wrapped).map(([key, { Value }]) => [key, Value]))).toEqual(exampleFleet.values);
  });

  it.each(desktopBrowsers)('give macOS a profile for $name that holds the same values', (browser) => {
    fc.assert(fc.property(anyPolicy(), (values) => {
      const fleet = { ...exampleFleet, values };
      const { PayloadContent: payloads, PayloadUUID: own } = parse(profile(browser, fleet)) as unknown as { PayloadContent: Record<string, unknown>[]; PayloadUUID: string };
      const id = browser.id(fleet);
      const payload = payloads.at(-1)!;
      const told = browser.name === 'firefox' ? (payload['3rdparty'] as { Extensions: Record<string, unknown> }).Extensions[id] : Object.fromEntries(Object.entries(payload).filter(([key]) => !key.startsWith('Payload')));
      expect(told).toEqual(values);
      const ids = [own, ...payloads.map((one) => one['PayloadUUID'] as string)];
      expect(new Set(ids).size).toBe(ids.length);
      for (const uuid of ids) expect(uuid).toMatch(/^[\dA-F]{8}-[\dA-F]{4}-8[\dA-F]{3}-[89AB][\dA-F]{3}-[\dA-F]{12}$/);
    }), { numRuns: 30 });
  });

  it.each(desktopBrowsers)('write for $name what its reader of the registry makes the same settings of', (browser) => {
    fc.assert(fc.property(anyPolicy(), (values) => {
      const fleet: Fleet = { ...exampleFleet, values };
      const key = below(importRegistry(registryFile(browser, fleet)), `HKEY_LOCAL_MACHINE\\${settingsKey(browser, browser.id(fleet))}`.split('\\'));
      const told = browser.name === 'firefox' ? nameAgain(firefoxReads(key)) : chromiumReads(key, managedSchema().properties);
      expect(effectOf(told)).toEqual(effectOf(values));
    }), { numRuns: 60 });
  });

  it.each(desktopBrowsers)('take back for $name all that they set, and leave nothing of an older policy', (browser) => {
    const long = { ...exampleFleet, values: { orgDomains: ['a.example', 'b.example', 'c.example'], tenantId: 'old' } };
    const registry = importRegistry(registryFile(browser, long));
    importRegistry(registryFile(browser, { ...exampleFleet, values: { orgDomains: ['d.example'] } }), registry);
    const own = `HKEY_LOCAL_MACHINE\\${settingsKey(browser, browser.id(exampleFleet))}`.split('\\');
    expect(JSON.stringify(firefoxReads(below(registry, own)))).toBe('{"orgdomains":["d.example"]}');
    importRegistry(removalFile(browser, exampleFleet), registry);
    expect(JSON.stringify(firefoxReads(registry))).not.toMatch(/d\.example|force_installed/);
  });

  it('install the extension where they set it', () => {
    for (const browser of browsers) expect(JSON.stringify(jsonPolicy(browser, exampleFleet))).toContain(`"${browser.id(exampleFleet)}":{"installation_mode":"force_installed"`);
  });
});

/** The registry forgets how a name of a list was written; Windows keeps it, and so does what Firefox is told. */
function nameAgain(told: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(told as object).map(([name, value]) => [policyKeys.find((key) => key.toLowerCase() === name.toLowerCase()) ?? name, value]));
}

describe('the command', () => {
  it('means the files of the repository without options, and another folder with them', () => {
    expect(fleetFrom([])).toEqual({ fleet: exampleFleet });
    const { fleet, out } = fleetFrom(['--chrome-id', 'a'.repeat(32), '--update-url', 'https://extensions.birchline.example/updates.xml']);
    expect([fleet.chromeId, fleet.edgeId, fleet.edgeUpdateUrl, out]).toEqual(['a'.repeat(32), 'a'.repeat(32), 'https://extensions.birchline.example/updates.xml', '.output/policy']);
  });

  it.each([
    [['--chrome-id', 'bonafide'], '32 letters from a to p'], [['--firefox-id', 'bonafide'], 'name@domain'], [['--update-url', 'updates.xml'], 'is no address'], [['--install', 'x'], '--install'],
    [['--values', '/nowhere/policy.json'], 'cannot be read as JSON'],
  ])('says what is wrong with %j', (args, words) => {
    expect(() => fleetFrom(args)).toThrow(words);
  });

  it('names every value it cannot use, and writes the others as each store needs them', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bonafide-policy-'));
    const file = join(folder, 'policy.json');
    const withValues = (values: unknown) => {
      writeFileSync(file, JSON.stringify(values));
      return fleetFrom(['--values', file]).fleet.values;
    };
    expect(() => withValues({ orgDomain: ['a.example'], packUpdateHours: 999 })).toThrow(/packUpdateHours: is more than 168[\s\S]*orgDomain: is no setting of this version; did you mean orgDomains\?/);
    expect(() => withValues(['orgName'])).toThrow('holds no settings');
    expect(withValues({ disableOnboarding: 'true', orgDomains: 'A.example\nb.example' })).toEqual({ disableOnboarding: true, orgDomains: ['a.example', 'b.example'] });
    rmSync(folder, { recursive: true });
  });
});
