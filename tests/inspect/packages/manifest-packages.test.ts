import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { manifestPackages } from '../../../utils/inspect/packages/manifest-packages.ts';
import { lineIndexOf } from '../../../utils/inspect/text-file.ts';

const read = (path: string, text: string) => manifestPackages({ path, text, lines: lineIndexOf(text) }).map(({ name, spec }) => `${name} ${spec}`.trim());
const manifest = (value: object) => read('package.json', JSON.stringify(value, undefined, 2));

describe('manifestPackages', () => {
  it('reads every section of a package.json', () => {
    expect(manifest({ name: 'x', dependencies: { a: '1' }, devDependencies: { b: '^2' }, optionalDependencies: { c: '*' }, peerDependencies: { '@d/e': '3' } })).toEqual(['a 1', 'b ^2', 'c *', '@d/e 3']);
  });

  it('names the package behind an alias', () => {
    expect(manifest({ dependencies: { a: 'npm:other@1', b: 'npm:@acme/c@^2' } })).toEqual(['other npm:other@1', '@acme/c npm:@acme/c@^2']);
  });

  it('reads overrides and resolutions, which nest', () => {
    expect(manifest({ overrides: { a: { b: '1' } }, resolutions: { '**/c': '2', 'x/@d/e': '3', 'f@^1': '4' } })).toEqual(['a', 'b 1', 'c 2', '@d/e 3', 'f 4']);
  });

  it('gives the place where a name stands', () => {
    const text = '{\n  "dependencies": {\n    "first": "1",\n    "second": "2"\n  }\n}\n';
    const lines = lineIndexOf(text);
    expect(manifestPackages({ path: 'a/package.json', text, lines }).map(({ offset }) => lines.lineOf(offset))).toEqual([3, 4]);
  });

  it('reads requirements with addresses and editable ones, and leaves options and comments', () => {
    const text = '# flask\n-r base.txt\n--no-cache\nflask==3.0.0  # web\nx[extra] @ https://files.example/x.whl\n-e git+https://git.example/y.git#egg=y\nhttps://files.example/z.tgz\n';
    expect(read('requirements-dev.txt', text)).toEqual(['flask ==3.0.0', 'x https://files.example/x.whl', 'y git+https://git.example/y.git#egg=y', 'https://files.example/z.tgz']);
  });

  it('reads no other file, and what it can of a broken one', () => {
    expect([read('notes.txt', 'flask==3'), read('package.json', 'nonsense'), read('package.json', '{"dependencies": {"a": "1", ')]).toEqual([[], [], ['a 1']]);
  });

  it('ends on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => Array.isArray(read('package.json', text)) && Array.isArray(read('requirements.txt', text))));
  });
});
