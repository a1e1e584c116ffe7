import { describe, expect, it } from 'vitest';
import { lockEntries } from '../../../utils/inspect/packages/lock-entries.ts';
import { lineIndexOf } from '../../../utils/inspect/text-file.ts';

function read(path: string, text: string): string[] {
  const lines = lineIndexOf(text);
  return lockEntries({ path, text, lines }).map(({ name, from, offset }) => `${lines.lineOf(offset)} ${name}${from ? ` ${from}` : ''}`);
}
const json = (value: object) => JSON.stringify(value, undefined, 2);

describe('lockEntries', () => {
  it('reads the packages of npm 7 and later, without links', () => {
    const text = json({ lockfileVersion: 3, packages: {
      '': { name: 'x' }, 'packages/own': { version: '1' }, 'node_modules/own': { resolved: 'packages/own', link: true },
      'node_modules/@a/b': { version: '1', resolved: 'https://r.example/b.tgz' }, 'node_modules/c/node_modules/d': { version: '2' }, 'node_modules/e': { name: 'real', version: '3' },
    } });
    expect(read('package-lock.json', text)).toEqual(['16 @a/b https://r.example/b.tgz', '18 d', '21 real']);
  });

  it('reads the nested dependencies of npm 6, and aliases in their versions', () => {
    const text = json({ lockfileVersion: 1, dependencies: { a: { version: '1', resolved: 'https://r.example/a.tgz', dependencies: { b: { version: 'npm:c@2', resolved: 'https://r.example/c.tgz' } } } } });
    expect(read('npm-shrinkwrap.json', text)).toEqual(['6 a https://r.example/a.tgz', '10 c https://r.example/c.tgz']);
  });

  it('reads Yarn 1', () => {
    const text = '# yarn lockfile v1\n\n\n"@a/b@^1.0.0", "@a/b@^1.2.0":\n  version "1.2.0"\n  resolved "https://r.example/b.tgz#aa"\n  dependencies:\n    c "^1"\n\nc@^1, c@~1.1:\n  version "1.1.0"\n\n"d-cjs@npm:d@^2":\n  version "2.0.0"\n  resolved "https://r.example/d.tgz#bb"\n';
    expect(read('yarn.lock', text)).toEqual(['6 @a/b https://r.example/b.tgz#aa', '10 c', '15 d https://r.example/d.tgz#bb']);
  });

  it('reads Yarn 2 and later, with addresses where they stand', () => {
    const text = '__metadata:\n  version: 8\n\n"a@npm:^1.0.0":\n  version: 1.0.0\n  resolution: "a@npm:1.0.0"\n\n"@b/c@https://r.example/c.tgz":\n  version: 1.0.0\n  resolution: "@b/c@https://r.example/c.tgz"\n\n"d@npm:1":\n  version: 1\n  resolution: "d@npm:1.0.0::__archiveUrl=https%3A%2F%2Fr.example%2Fd.tgz"\n';
    expect(read('yarn.lock', text)).toEqual(['6 a', '10 @b/c https://r.example/c.tgz', '14 d https://r.example/d.tgz']);
  });

  it('reads pnpm of several versions', () => {
    const old = 'lockfileVersion: 5.4\n\nspecifiers:\n  a: ^1\n\npackages:\n\n  /a/1.0.0:\n    resolution: {integrity: sha512-aa}\n    dev: false\n\n  /@b/c/2.0.0:\n    resolution: {tarball: https://r.example/c.tgz}\n';
    const recent = "lockfileVersion: '9.0'\n\npackages:\n\n  '@b/c@2.0.0':\n    resolution: {integrity: sha512-aa, tarball: https://r.example/c.tgz}\n\n  d@1.0.0:\n    resolution: {integrity: sha512-bb}\n    engines: {node: '>=12'}\n\nsnapshots:\n\n  d@1.0.0: {}\n";
    expect(read('pnpm-lock.yaml', old)).toEqual(['8 a', '13 @b/c https://r.example/c.tgz']);
    expect(read('pnpm-lock.yaml', recent)).toEqual(['6 @b/c https://r.example/c.tgz', '8 d']);
  });

  it('reads Bun', () => {
    const text = '{\n  "lockfileVersion": 1,\n  "packages": {\n    "a": ["a@1.0.0", "", {}, "sha512-aa"],\n    "@b/c": ["@b/c@2.0.0", "https://r.example/c.tgz", {}, "sha512-bb"],\n  }\n}\n';
    expect(read('bun.lock', text)).toEqual(['4 a', '5 @b/c https://r.example/c.tgz']);
  });

  it.each([['package-lock.json', '{"packages": {"node_modules/a": '], ['package-lock.json', '[1,null]'], ['yarn.lock', '\u0000'], ['pnpm-lock.yaml', 'packages: [&a *a]'], ['notes.json', '{}']])(
    'reads nothing of a %s that cannot be read', (path, text) => expect(read(path, text)).toEqual([]));

  it('ends on a tree as deep as no real one is', () => {
    let tree: object = {};
    for (let i = 0; i < 2_000; i++) tree = { a: { version: '1', dependencies: tree } };
    expect(read('package-lock.json', JSON.stringify({ dependencies: tree })).length).toBeLessThan(200);
  });

  it('reads a long lock file in little time', () => {
    const packages = Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`node_modules/p${i}`, { version: '1', resolved: `https://r.example/p${i}.tgz` }]));
    const started = performance.now();
    expect(read('package-lock.json', json({ packages }))).toHaveLength(5_000);
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
