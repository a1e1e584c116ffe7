import { deflateRawSync, gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { packTar } from 'modern-tar';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../utils/inspect/limits.ts';
import type { Project } from '../../../utils/inspect/project.ts';
import { changed, directoryEntries, open, zipOf } from './archives.ts';

/** Seconds of work that hostile input may cost, whatever else the machine does. */
const patience = 10;
/** Bytes beside what is kept: copies on the way, and what is not yet collected. */
const slack = 200_000_000;

async function bounded(name: string, ...parts: Uint8Array[]): Promise<Project> {
  const started = process.cpuUsage();
  const before = process.memoryUsage();
  const project = await open(name, ...parts);
  const { heapUsed, external, arrayBuffers } = process.memoryUsage();
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1e6).toBeLessThan(patience);
  expect(heapUsed + external + arrayBuffers - before.heapUsed - before.external - before.arrayBuffers).toBeLessThan(limits.kept + slack);
  expect(keptBytes(project)).toBeLessThanOrEqual(limits.kept);
  return project;
}
const keptBytes = ({ files }: Project) => files.reduce((sum, { bytes }) => sum + (bytes?.length ?? 0), 0);
const reasons = ({ skipped }: Project) => [...new Set(skipped.map(({ reason }) => reason))];

/** A zip archive of one file of a repeated letter, and its directory entry. */
function letters(count: number): { head: Uint8Array; entry: Uint8Array; end: Uint8Array } {
  const zip = zipOf({ 'a.txt': new Uint8Array(count).fill(97) }, { level: 9 });
  const [at] = directoryEntries(zip);
  return { head: zip.slice(0, at), entry: zip.slice(at, zip.length - 22), end: zip.slice(-22) };
}

/** An archive of so many empty files with names of their own, made of one that is repeated in the directory: packing them takes longer than reading. */
function manyFiles(count: number): Uint8Array[] {
  const zip = zipOf({ '000000.js': '' });
  const [at] = directoryEntries(zip);
  const entry = zip.slice(at, zip.length - 22);
  const directory = new Uint8Array(entry.length * count);
  for (let i = 0; i < count; i++) {
    directory.set(entry, i * entry.length);
    String(i).padStart(6, '0').split('').forEach((digit, place) => { directory[i * entry.length + 46 + place] = digit.charCodeAt(0); });
  }
  const end = changed(zip.slice(-22), (view) => {
    // The count has 16 bits, and readers go on from there.
    for (const field of [8, 10]) view.setUint16(field, count % 65_536, true);
    view.setUint32(12, directory.length, true);
  });
  return [zip.slice(0, at), directory, end];
}

describe('openArchive, given a bomb', () => {
  it('gives up on a .tar.gz of 20,000 empty members', async () => {
    const empty = gzipSync(new Uint8Array(0));
    const tar = gzipSync(await packTar([{ header: { name: 'a.txt', size: 1 }, body: 'a' }]));
    const started = process.cpuUsage();
    const project = await bounded('task.tar.gz', tar, ...Array.from({ length: 20_000 }, () => empty));
    expect(project.files.map(({ path }) => path)).toEqual(['a.txt']);
    expect(reasons(project)).toContain('packed too tightly');
    expect(process.cpuUsage(started).user / 1e6).toBeLessThan(patience / 4);
  });

  it('reads the start of 300 entries that share 20 MB of packed letters, and stops', async () => {
    const { head, entry, end } = letters(20_000_000);
    const endOfAll = changed(end, (view) => {
      for (const at of [8, 10]) view.setUint16(at, 300, true);
      view.setUint32(12, entry.length * 300, true);
    });
    const project = await bounded('bomb.zip', head, ...Array.from({ length: 300 }, () => entry), endOfAll);
    expect(project.files).toHaveLength(300);
    expect(reasons(project)).toEqual(expect.arrayContaining(['read in part', 'same name', 'two readings', 'too large']));
  });

  it('reads the start of a single line of 100 MB', async () => {
    const line = await bounded('line.zip', zipSync({ 'a.js': [new Uint8Array(100_000_000).fill(97), { level: 1 }], 'b.js': new Uint8Array(1) }));
    expect(line.files.map(({ bytes }) => bytes?.length)).toEqual([limits.text, 1]);
    expect(reasons(line)).toEqual(['packed too tightly', 'read in part']);
  });

  it('stops a tar.gz that unpacks to 300 MB of zeros, and keeps what came before', async () => {
    const small = await packTar([{ header: { name: 'a.js', size: 1 }, body: '1' }, { header: { name: 'zeros.txt', size: 0 } }]);
    const tar = changed(small, (view, bytes) => {
      const size = '40000000000';
      for (let i = 0; i < size.length; i++) bytes[1_024 + 124 + i] = size.charCodeAt(i);
      bytes.fill(32, 1_024 + 148, 1_024 + 156);
      const sum = bytes.subarray(1_024, 1_536).reduce((total, byte) => total + byte, 0);
      [...sum.toString(8).padStart(6, '0')].forEach((digit, i) => view.setUint8(1_024 + 148 + i, digit.charCodeAt(0)));
    }).slice(0, 1_536);
    const project = await bounded('bomb.tar.gz', gzipSync(Buffer.concat([tar, Buffer.alloc(300_000_000)]), { level: 1 }));
    expect(project.files.map(({ path }) => path)).toContain('a.js');
    expect(reasons(project)).toContain('packed too tightly');
  });

  it('does not believe a size that is not true', async () => {
    const packed = deflateRawSync(Buffer.alloc(5_000_000, 'a'));
    const zip = changed(zipOf({ 'a.js': new Uint8Array(5_000_000).fill(97) }, { level: 9 }), (view, bytes) => view.setUint32(directoryEntries(bytes)[0]! + 24, 3, true));
    expect(packed.length).toBeLessThan(10_000);
    const { files } = await bounded('a.zip', zip);
    expect(files[0]?.size).toBe(limits.text);
  });

  it('reads 20,000 of 200,000 files and counts the others', async () => {
    const project = await bounded('many.zip', ...manyFiles(200_001));
    const unread = project.skipped.filter(({ reason }) => reason === 'too many files');
    expect(project.files).toHaveLength(limits.files);
    expect(unread.length).toBeLessThanOrEqual(limits.namedSkips);
    expect(unread.reduce((sum, { more = 0 }) => sum + 1 + more, 0)).toBe(180_001);
  });

  it('keeps the small files when there are more bytes than it keeps', async () => {
    const texts = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`big${i}.js`, new Uint8Array(1_900_000).fill(97 + (i % 20))]));
    const project = await bounded('large.zip', zipSync({ 'package.json': new Uint8Array(10).fill(32), ...texts, 'z.js': new Uint8Array(10).fill(32) }, { level: 1 }));
    expect(project.files.filter(({ bytes }) => bytes?.length === 10)).toHaveLength(2);
    expect(reasons(project)).toEqual(['too large']);
  });
});
