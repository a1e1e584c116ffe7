import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { nameRelease, releasedVersions } from '../../scripts/release/changelog.mts';
import { faultsBeforeRelease } from '../../scripts/release/faults-before-release.mts';
import { becauseOf } from '../../scripts/release/known-warnings.mts';
import { forOwnServerChromium, forOwnServerFirefox, forStore, updatesJson, updatesXml } from '../../scripts/release/self-hosting.mts';
import { isNewer, isVersion } from '../../scripts/release/version.mts';
import { onlyBuilding, type Bom } from '../../scripts/release/write-boms.mts';
import { zipFiles } from '../../scripts/release/zip-files.mts';

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
const manifestOf = (files: Readonly<Record<string, Uint8Array>>) => JSON.parse(new TextDecoder().decode(files['manifest.json']));
const chromium = { 'manifest.json': bytesOf({ version: '1.2.0', key: 'AAAA', minimum_chrome_version: '137' }) };
const firefox = { 'manifest.json': bytesOf({ version: '1.2.0', browser_specific_settings: { gecko: { id: 'a@b.example', strict_min_version: '140.0' } } }) };
const changelog = '# Changes\n\n## Unreleased\n\n- Something new.\n\n## 0.1.0\n\n- The first.\n';
const ready = { version: '0.2.0', present: '0.1.0', changelog, changedFiles: [] };

describe('the version of a release', () => {
  it('is three numbers that a store takes', () => {
    expect(['1.2.0', '0.0.1', '65535.0.0'].filter(isVersion)).toHaveLength(3);
    expect(['1.2', 'v1.2.0', '1.2.0-beta', '1.02.0', '65536.0.0', ''].filter(isVersion)).toEqual([]);
  });

  it('is newer by its first number that differs', () => {
    const numbers = fc.array(fc.nat(300), { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(numbers, numbers, (a, b) => {
      const order = a.map((number, i) => number - b[i]!).find((difference) => difference !== 0) ?? 0;
      expect(isNewer(a.join('.'), b.join('.'))).toBe(order > 0);
    }));
  });
});

describe('the changelog', () => {
  it('gives what is unreleased its number and day, and room for what comes next', () => {
    const named = nameRelease(changelog, '0.2.0', '2026-11-21');
    expect(named).toBe('# Changes\n\n## Unreleased\n\n## 0.2.0 (2026-11-21)\n\n- Something new.\n\n## 0.1.0\n\n- The first.\n');
    expect(releasedVersions(named)).toEqual(['0.2.0', '0.1.0']);
    expect(() => nameRelease(named, '0.3.0', '2026-11-22')).toThrow('say there what 0.3.0 brings');
  });
});

describe('faults before a release', () => {
  it('are none when all is ready', () => {
    expect(faultsBeforeRelease(ready)).toEqual([]);
  });

  it('are named all at once', () => {
    expect(faultsBeforeRelease({ ...ready, version: '0.1.0', changelog: undefined, changedFiles: [' M README.md'] })).toEqual([
      expect.stringContaining('0.1.0 is not newer than 0.1.0'), expect.stringContaining('no CHANGELOG.md'), expect.stringContaining('(M README.md)'),
    ]);
  });

  it('count versions that the changelog tells of, whatever package.json says', () => {
    expect(faultsBeforeRelease({ ...ready, version: '0.2.0', changelog: changelog.replace('0.1.0', '0.9.0') })).toEqual([expect.stringContaining('not newer than 0.9.0')]);
  });

  it('say that nothing is told of the release', () => {
    expect(faultsBeforeRelease({ ...ready, changelog: '# Changes\n\n## Unreleased\n\n## 0.1.0\n' })).toEqual([expect.stringContaining('nothing under "## Unreleased"')]);
  });
});

describe('packages', () => {
  it('for stores name no key, and nothing else is changed', () => {
    expect(manifestOf(forStore(chromium))).toEqual({ version: '1.2.0', minimum_chrome_version: '137' });
    expect(forStore(firefox)['manifest.json']).toEqual(firefox['manifest.json']);
  });

  it('for an own server look there for updates', () => {
    const url = 'https://updates.example/bonafide/';
    expect(manifestOf(forOwnServerChromium(chromium, url))).toEqual({ version: '1.2.0', minimum_chrome_version: '137', update_url: `${url}updates.xml` });
    expect(manifestOf(forOwnServerFirefox(firefox, url)).browser_specific_settings.gecko).toEqual({ id: 'a@b.example', strict_min_version: '140.0', update_url: `${url}updates.json` });
  });

  it('are announced in the words that each browser reads', () => {
    const xml = updatesXml(chromium, { id: 'a'.repeat(32), version: '1.2.0', codebase: 'https://updates.example/a&b.crx' });
    expect(xml).toContain(`<app appid="${'a'.repeat(32)}">`);
    expect(xml).toContain('<updatecheck codebase="https://updates.example/a&amp;b.crx" version="1.2.0" prodversionmin="137"/>');
    const link = 'https://updates.example/a.xpi';
    expect(JSON.parse(updatesJson(firefox, { version: '1.2.0', link }))).toEqual(
      { addons: { 'a@b.example': { updates: [{ version: '1.2.0', update_link: link, applications: { gecko: { strict_min_version: '140.0' } } }] } } });
  });

  it('hold the same bytes in whatever order their files are found', () => {
    const files = { 'b.js': bytesOf(2), 'a.js': bytesOf(1), 'a/z.js': bytesOf(3) };
    const zip = zipFiles(files);
    expect(zip).toEqual(zipFiles(Object.fromEntries(Object.entries(files).toReversed())));
    expect(Object.keys(unzipSync(zip))).toEqual(['a.js', 'a/z.js', 'b.js']);
  });
});

describe('what stores show first', () => {
  // Chrome: developer.chrome.com/docs/extensions/reference/manifest/{name,description}
  it.each(readdirSync('assets/locales'))('fits in %s', (file) => {
    const words = parse(readFileSync(join('assets/locales', file), 'utf8')) as { extName: string; extDescription: string };
    expect(words.extName.length).toBeLessThanOrEqual(75);
    expect(words.extDescription.length).toBeLessThanOrEqual(132);
  });
});

describe('the bill of materials of building', () => {
  it('leaves out what the program runs with', () => {
    const property = [{ name: 'cdx:npm:package:development', value: 'true' }];
    const bom: Bom = {
      components: [{ 'bom-ref': 'run' }, { 'bom-ref': 'build', properties: property }],
      dependencies: [{ ref: 'root', dependsOn: ['run', 'build'] }, { ref: 'run' }, { ref: 'build', dependsOn: ['run'] }],
    };
    expect(onlyBuilding(bom)).toEqual({ components: [{ 'bom-ref': 'build', properties: property }], dependencies: [{ ref: 'build', dependsOn: [] }] });
  });
});

describe('warnings of the linter', () => {
  const warning = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment to innerHTML: x', file: 'card.js' };

  it('are excused where Preact stands, and nowhere else', () => {
    expect(becauseOf({ ...warning, excerpt: 's||f&&(d.__html==f.__html||d.__html==e.innerHTML)||(e.innerHTML=d.__html)' })).toContain('Preact');
    expect(becauseOf({ ...warning, excerpt: 'box.innerHTML=message.text' })).toBeUndefined();
    expect(becauseOf({ ...warning, code: 'DANGEROUS_EVAL', excerpt: 'd.__html==e.innerHTML=d.__html' })).toBeUndefined();
  });
});
