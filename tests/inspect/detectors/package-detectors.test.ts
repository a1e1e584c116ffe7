import { describe, expect, it } from 'vitest';
import { readableList } from '../../../utils/core/named-list.ts';
import { foreignPackages } from '../../../utils/inspect/detectors/foreign-packages.ts';
import { lockSources } from '../../../utils/inspect/detectors/lock-sources.ts';
import { namedPackages } from '../../../utils/inspect/detectors/named-packages.ts';
import { registrySettings } from '../../../utils/inspect/detectors/registry-settings.ts';
import type { Detector } from '../../../utils/inspect/sighting.ts';
import { lineIndexOf } from '../../../utils/inspect/text-file.ts';

const project = { name: 'task', files: [], skipped: [] };
const fileOf = (path: string, text: string) => ({ path, text, lines: lineIndexOf(text) });
const look = (detect: Detector, path: string, text: string): Record<string, unknown>[] => detect(fileOf(path, text), project).map(({ kind, line, detail }) => ({ kind, line, ...detail }));
const manifest = (dependencies: object) => JSON.stringify({ dependencies }, undefined, 2);

describe('namedPackages', () => {
  const lists = {
    'reported-packages': readableList(['very-bad-pack'], 'value', true), 'popular-packages': readableList(['express'], 'value', false), 'known-packages': readableList(['expresso'], 'value', false),
  };
  const seen = (path: string, text: string) => namedPackages(fileOf(path, text), project, lists).map(({ kind, detail }) => `${kind} ${detail!.package}`);

  it('sees reported packages in manifests and lock files', () => {
    expect(seen('package.json', manifest({ 'very-bad-pack': '1' }))).toEqual(['listed-package very-bad-pack']);
    expect(seen('pnpm-lock.yaml', 'packages:\n\n  very-bad-pack@1.0.0:\n    resolution: {integrity: a}\n')).toEqual(['listed-package very-bad-pack']);
  });

  it('sees names like popular ones where the person would read them, and not in what is installed', () => {
    const text = manifest({ expres: '1', expresso: '1' });
    expect([seen('package.json', text), seen('node_modules/a/package.json', text)]).toEqual([['package-like-popular expres'], []]);
  });

  it('sees a popular name that stands for another package, in overrides too', () => {
    const how = (value: object) => namedPackages(fileOf('package.json', JSON.stringify(value)), project, lists).map(({ detail }) => `${detail!.how} ${detail!.package}`);
    expect(how({ dependencies: { express: 'npm:quiet-harbour@1' } })).toEqual(['stands in quiet-harbour']);
    expect(how({ overrides: { express: 'npm:quiet-harbour@1' } })).toEqual(['stands in quiet-harbour']);
    expect([how({ dependencies: { express: 'npm:expresso@1' } }), how({ dependencies: { express: 'npm:@acme/express@1' } }), how({ dependencies: { express: 'npm:express@5' } })]).toEqual([[], [], []]);
  });

  it('is silent on Python names, which are no names of npm', () => expect(seen('requirements.txt', 'expres==1\n')).toEqual([]));

  it('sees nothing without lists', () => expect(namedPackages(fileOf('package.json', manifest({ 'very-bad-pack': '1' })), project, {})).toEqual([]));
});

describe('foreignPackages', () => {
  it('sees what is taken from an address, with its line', () => {
    expect(look(foreignPackages, 'package.json', manifest({ a: '^1', b: 'https://files.example/b.tgz' }))).toEqual([
      { kind: 'package-from-elsewhere', line: 4, package: 'b', host: 'files.example', how: 'archive', url: 'https://files.example/b.tgz', hostKind: 'unknown' },
    ]);
  });
});

describe('foreignPackages of packed files', () => {
  it.each([['file:vendor/core-1.0.0.tgz', 'packed file'], ['vendor/core.tgz', 'packed file'], ['./core.zip', 'packed file'], ['https://files.example/core.tgz', 'archive']])('%s is a %s', (spec, how) => {
    expect(look(foreignPackages, 'package.json', manifest({ core: spec })).map((one) => one['how'])).toEqual([how]);
  });
  it.each(['file:packages/core', 'workspace:*', '^1.0.0', 'latest'])('%s is none', (spec) => expect(look(foreignPackages, 'package.json', manifest({ core: spec }))).toEqual([]));
});

describe('lockSources', () => {
  const lock = (...from: string[]) => JSON.stringify({ packages: Object.fromEntries(from.map((resolved, i) => [`node_modules/p${i}`, { resolved }])) });
  const seen = (...from: string[]) => look(lockSources, 'package-lock.json', lock(...from)).map(({ how, host }) => [how, host].filter(Boolean).join(' '));
  const usual = 'https://registry.npmjs.org/p0/-/p0-1.0.0.tgz';

  it('is silent on the registry', () => expect(seen(usual)).toEqual([]));
  it('tells a few packages from a mirror for all', () => {
    expect([seen(usual, 'https://files.example/b.tgz'), seen('https://m.example/a.tgz', 'https://m.example/b.tgz')]).toEqual([['some packages files.example'], ['every package m.example']]);
  });
  it('tells a few of a host one by one, and many once', () => {
    const counts = (many: number) => {
      const from = Array.from({ length: many }, (_, i) => `https://f.example/${i}`);
      return look(lockSources, 'package-lock.json', lock(usual, ...from)).map(({ count }) => count);
    };
    expect([counts(2), counts(9)]).toEqual([[2, 2], [9]]);
  });
  it('misses a checksum only where others have one', () => {
    const entries = (integrity?: string) => JSON.stringify({ packages: {
      'node_modules/p0': { resolved: usual, integrity }, 'node_modules/b': { resolved: 'https://f.example/b', hasInstallScript: true },
    } });
    const seen = (text: string) => look(lockSources, 'package-lock.json', text).map(({ isUnchecked, runsOnInstall }) => [isUnchecked, runsOnInstall]);
    expect([seen(entries('sha512-A')), seen(entries())]).toEqual([[[true, true]], [[undefined, true]]]);
  });
  it('sees an entry that takes another package', () => expect(seen('https://registry.npmjs.org/other/-/other-1.0.0.tgz')).toEqual(['another package']));
  it('knows an escaped scope', () => {
    const text = JSON.stringify({ packages: { 'node_modules/@a/b': { resolved: 'https://registry.npmjs.org/@a%2fb/-/b-1.0.0.tgz' } } });
    expect(look(lockSources, 'package-lock.json', text)).toEqual([]);
  });
});

describe('registrySettings', () => {
  it.each([
    ['.npmrc', '@acme:registry=https://npm.files.example/\n'], ['app/.npmrc', 'registry = "https://npm.files.example"\r\n'], ['.yarnrc', 'registry "https://npm.files.example"\n'],
    ['.yarnrc.yml', 'npmScopes:\n  acme:\n    npmRegistryServer: https://npm.files.example\n'], ['bunfig.toml', '[install]\nregistry = "https://npm.files.example"\n'],
    ['pip.conf', '[global]\nindex-url = https://npm.files.example/simple\n'], ['requirements.txt', '--index-url=https://npm.files.example/simple\n'],
    ['pyproject.toml', '[[tool.poetry.source]]\nname = "x"\nurl = "https://npm.files.example/simple"\n'],
  ])('reads %s', (path, text) => expect(look(registrySettings, path, text).map(({ host }) => host)).toEqual(['npm.files.example']));

  it.each([
    ['.npmrc', 'registry=http://npm.files.example/', 'every package', true], ['.npmrc', 'registry=https://npm.files.example/\nstrict-ssl=false', 'every package', true],
    ['.npmrc', 'registry=https://npm.files.example/', 'every package', undefined], ['.npmrc', '@acme:registry=https://npm.files.example/', 'some packages', undefined],
    ['.npmrc', 'registry=http://npm.corp:8081/\nstrict-ssl=false', 'every package', undefined], ['.yarnrc.yml', 'npmScopes:\n  a:\n    npmRegistryServer: https://npm.files.example', 'some packages', undefined],
    ['requirements.txt', '-i https://npm.files.example/simple\n--trusted-host npm.files.example', 'every package', true], ['requirements.txt', '--extra-index-url https://npm.files.example/simple', 'some packages', undefined],
  ])('says of %s with %j how much it serves, and whether anything checks it', (path, text, how, isUnchecked) => {
    expect(look(registrySettings, path, text).map((one) => [one['how'], one['isUnchecked']])).toEqual([[how, isUnchecked]]);
  });

  it.each([['.npmrc', 'registry=https://registry.npmjs.org/'], ['.npmrc', '; registry=https://npm.files.example'], ['notes.txt', 'registry=https://npm.files.example'], ['pyproject.toml', '[project]\nurl = "https://npm.files.example/"\n']])(
    'is silent on %s with %s', (path, text) => expect(look(registrySettings, path, text)).toEqual([]));
});
