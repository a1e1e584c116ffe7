import { gzipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { bytesOf, changed, open, reasonsOf, tarGzOf, tarOf, textsOf, zipOf } from './archives.ts';

const block = 512;
const first = { 'a.js': 'one();' };
const second = { 'b.js': 'two();' };
const both = { 'a.js': 'one();', 'b.js': 'two();' };
/** A small archive without the two empty blocks at its end. */
const unended = async (files: Record<string, string>) => (await tarOf(files)).slice(0, 2 * block);
const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const resummed = (tar: Uint8Array, change: (view: DataView, bytes: Uint8Array) => void, signed = false) => changed(tar, (view, bytes) => {
  change(view, bytes);
  bytes.fill(32, 148, 156);
  const sum = bytes.subarray(0, block).reduce((total, byte) => total + (signed && byte > 127 ? byte - 256 : byte), 0);
  bytes.set(bytesOf(`${sum.toString(8).padStart(6, '0')}\0 `), 148);
});

describe('a .tar.gz with more in it than one archive', () => {
  it('is read to its end when bytes that are no gzip follow, as gzip itself does, and that is said', async () => {
    const opened = await open('a.tar.gz', await tarGzOf(first), bytesOf('nothing of gzip, and long enough to be seen'));
    expect(textsOf(opened)).toEqual(first);
    expect(reasonsOf(opened)).toEqual(['a.tar.gz: hidden between']);
  });

  it('is no more than itself with zeros behind it, as tapes have them', async () => {
    const opened = await open('a.tar.gz', await tarGzOf(first), new Uint8Array(70_000));
    expect([textsOf(opened), reasonsOf(opened)]).toEqual([first, []]);
  });

  it('goes on in the next part that was packed alone', async () => {
    const opened = await open('a.tar.gz', gzipSync(await unended(first)), gzipSync(await tarOf(second)));
    expect([textsOf(opened), reasonsOf(opened)]).toEqual([both, []]);
  });

  it('says what was read before it is cut off', async () => {
    const noise = Array.from({ length: 4_000 }, (_, i) => Math.sin(i)).join('');
    const tar = await tarGzOf({ ...first, 'n.txt': noise });
    const opened = await open('a.tar.gz', tar.slice(0, tar.length >> 1));
    expect(textsOf(opened)['a.js']).toBe('one();');
    expect(opened.skipped.map(({ reason }) => reason)).toContain('cut off');
  });
});

describe('a .tar that programs read differently', () => {
  it('is read behind its end, where most programs stop', async () => {
    const opened = await open('a.tar', await tarOf(first), await tarOf(second));
    expect([textsOf(opened), reasonsOf(opened)]).toEqual([both, ['b.js: two readings']]);
    expect(textsOf(await open('a.tar', await unended(first), new Uint8Array(block), await tarOf(second)))).toEqual(both);
  });

  it('is read behind a header with a wrong sum, which others skip', async () => {
    const broken = changed(await unended({ 'x.bin': 'xx' }), (_, bytes) => { bytes.set(bytesOf('77777777777'), 124); });
    const opened = await open('a.tar', await unended(first), broken, await tarOf(second));
    expect(textsOf(opened)).toEqual(both);
    expect(reasonsOf(opened)).toEqual(['a.tar: two readings']);
  });

  it('says that bytes of no file stand behind its end', async () => {
    const opened = await open('a.tar', await tarOf(first), new Uint8Array(4 * block).fill(65));
    expect([textsOf(opened), reasonsOf(opened)]).toEqual([first, ['a.tar: hidden between']]);
  });

  it('is also read as a .zip when it ends as one', async () => {
    const opened = await open('task.zip', await tarGzOf(first), zipOf(second));
    expect(textsOf(opened)).toEqual(both);
    expect(reasonsOf(opened)).toContain('task.zip: two readings');
  });

  it('believes the size that most programs believe, and says that there are two', async () => {
    const tar = await packTar([{ header: { name: 'a.js', size: 6, pax: { size: '6' } }, body: 'one();' }, { header: { name: 'b.js', size: 6 }, body: 'two();' }]);
    const header = 2 * block;
    const other = joined(tar.slice(0, header), resummed(tar.slice(header), (_, bytes) => { bytes.set(bytesOf('00000002000'), 124); }));
    const opened = await open('a.tar', other);
    expect(textsOf(opened)).toEqual(both);
    expect(reasonsOf(opened)).toEqual(['a.js: two readings']);
  });

  it('looks for entries in what a folder claims to hold', async () => {
    const folder = resummed((await packTar([{ header: { name: 'd/', size: 0, type: 'directory' } }])).slice(0, block), (_, bytes) => { bytes.set(bytesOf('00000002000'), 124); });
    const opened = await open('a.tar', folder, await tarOf(second));
    expect([textsOf(opened), reasonsOf(opened)]).toEqual([second, ['d/: two readings']]);
  });
});

describe('names and kinds in a .tar', () => {
  it('takes long names in both ways of writing them', async () => {
    const long = `${'deep/'.repeat(40)}${'n'.repeat(120)}.js`;
    expect(Object.keys(textsOf(await open('a.tar', await tarOf({ [long]: 'x', 'b.js': '' }))))).toEqual([long, 'b.js']);
    const gnu = resummed((await tarOf({ '././@LongLink': `${long}\0` })).slice(0, 2 * block), (_, bytes) => { bytes[156] = 'L'.charCodeAt(0); });
    expect(Object.keys(textsOf(await open('a.tar', gnu, await tarOf({ short: 'x', 'b.js': '' }))))).toEqual([long, 'b.js']);
  });

  it('takes sums that old programs made of signed bytes', async () => {
    const tar = resummed(await tarOf({ 'né.js': 'x();' }), () => {}, true);
    expect(Object.values(textsOf(await open('a.tar', tar)))).toEqual(['x();']);
  });

  it('takes kinds that nobody knows for files, as tar does', async () => {
    const tar = resummed(await tarOf(first), (_, bytes) => { bytes[156] = 'Q'.charCodeAt(0); });
    expect(textsOf(await open('a.tar', tar))).toEqual(first);
  });
});
