import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildPack } from '../../utils/cli/build-pack.ts';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import { HashPlanes } from '../../utils/core/hash-planes.ts';

const head = (table: string) => `# table: ${table}\n# licence: CC0\n# date: 2026-01-02\n# origin: drawn for this test\n`;
const hash = (byte: string) => byte.repeat(32);

describe('buildPack', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bonafide-pack-'));
    mkdirSync(join(folder, 'lists'));
    mkdirSync(join(folder, 'rules'));
    cpSync(join(assetsFolder, 'rules', 'photo-reported.json'), join(folder, 'rules', 'photo-reported.json'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const list = (name: string, rows: string) => writeFileSync(join(folder, 'lists', `${name}.tsv`), head(name) + rows);

  it('carries reported photos as planes, one column after the other', () => {
    list('reported-photos', `${[hash('01'), hash('02'), hash('03')].join('\t')}\ta report\n${[hash('04'), hash('05'), '-'].join('\t')}\tanother\n`);
    const { pack, bytes } = buildPack(folder);
    const content = bytes.get(pack.photos!.sha256)!;
    const columns = [0, 1, 2].map((i) => HashPlanes.read(content.slice(i * 64, (i + 1) * 64)));
    expect([pack.photos!.count, content.byteLength]).toEqual([2, 192]);
    expect(columns.map((column) => [column.at(0)[0], column.at(1)[31]])).toEqual([[1, 4], [2, 5], [3, 0]]);
  });

  it('carries default pictures the same way, in one column', () => {
    list('placeholder-photos', `${hash('0a')}\ta ghost\n`);
    const { pack, bytes } = buildPack(folder);
    expect([pack.placeholders!.count, bytes.get(pack.placeholders!.sha256)!.byteLength, pack.photos]).toEqual([1, 32, undefined]);
  });

  it('keeps a long list readable that says so, and hashes the others', () => {
    const names = Array.from({ length: 501 }, (_, i) => `name-${i}`).join('\n');
    for (const [name, more] of [['popular', '# readable: yes\n'], ['known', '']] as const) {
      writeFileSync(join(folder, 'lists', `${name}.txt`), `# match: value\n# licence: CC0\n# date: 2026-01-02\n# origin: made for this test\n${more}${names}\n`);
    }
    const { pack } = buildPack(folder);
    expect([pack.lists.popular!.members?.length, pack.lists.known!.members, pack.lists.known!.count]).toEqual([501, undefined, 501]);
  });

  it('carries rules over projects without their cases', () => {
    mkdirSync(join(folder, 'inspection-rules'));
    cpSync(join(assetsFolder, 'inspection-rules', 'reported-package.json'), join(folder, 'inspection-rules', 'reported-package.json'));
    const { pack } = buildPack(folder);
    expect([pack.inspectionRules!.map(({ id }) => id), 'tests' in pack.inspectionRules![0]!]).toEqual([['reported-package'], false]);
  });

  it('says which hash is none', () => {
    list('reported-photos', `${hash('01')}\t${hash('02').slice(1)}\t-\tcut\n`);
    expect(() => buildPack(folder)).toThrow(/no picture hash/);
  });

  it('brings no photo of anybody in the pack that ships', () => {
    const { pack } = buildPack(assetsFolder);
    expect([pack.photos, pack.placeholders]).toEqual([undefined, undefined]);
  });
});
