import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { ArchiveError } from '../../../utils/inspect/archive/entry.ts';
import { skipReasons } from '../../../utils/inspect/project.ts';
import { open, tarGzOf, tarOf, zipOf } from './archives.ts';

const files = { 'p/package.json': '{"scripts":{"start":"node a.js"}}', 'p/a.js': 'run();\n'.repeat(50), 'p/img.png': new Uint8Array(3_000).map((_, i) => i * 7), 'p/b/c.py': '' };
const runs = { seed: 20_261_121, numRuns: 100 };

let archives: Record<string, Uint8Array>;
beforeAll(async () => {
  archives = { 'a.zip': zipOf(files), 'stored.zip': zipOf(files, { level: 0 }), 'a.tar': await tarOf(files), 'a.tar.gz': await tarGzOf(files) };
});

/** Whatever is done to an archive, it is read or refused with a sentence; what is read lies inside the project. */
async function staysBounded(name: string, bytes: Uint8Array): Promise<void> {
  const { files: read, skipped, refused } = await open(name, bytes).then((project) => ({ ...project, refused: new ArchiveError() }), (error: unknown) => ({ files: [], skipped: [], refused: error }));
  expect(refused).toBeInstanceOf(ArchiveError);
  expect(read.filter(({ path }) => path === '' || /^\/|(?:^|\/)\.\.(?:\/|$)|\\|\0/.test(path))).toEqual([]);
  expect(skipped.filter(({ reason }) => !skipReasons.includes(reason))).toEqual([]);
}

const names = ['a.zip', 'stored.zip', 'a.tar', 'a.tar.gz'];

describe('openArchive, given nonsense', () => {
  it.each(names)('survives %s with changed bytes', async (name) => {
    const edits = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(edits, async (changes) => {
      const bytes = archives[name]!.slice();
      for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
      await staysBounded(name, bytes);
    }), runs);
  });

  it.each(names)('survives %s with changed ends and numbers of its directory', async (name) => {
    await fc.assert(fc.asyncProperty(fc.nat({ max: 400 }), fc.constantFrom(0, 0xff, 0x7f, 0x80), fc.integer({ min: 1, max: 8 }), async (back, byte, length) => {
      const bytes = archives[name]!.slice();
      bytes.fill(byte, Math.max(0, bytes.length - back - length), bytes.length - back);
      await staysBounded(name, bytes);
    }), runs);
  });

  it.each(names)('survives %s cut off anywhere', async (name) => {
    await fc.assert(fc.asyncProperty(fc.nat(), (at) => staysBounded(name, archives[name]!.slice(0, at % archives[name]!.length))), runs);
  });

  it('survives bytes behind the first bytes of an archive', async () => {
    const magic = fc.constantFrom([0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], [0x1f, 0x8b, 8, 0]);
    await fc.assert(fc.asyncProperty(magic, fc.uint8Array({ maxLength: 600 }), (start, rest) => staysBounded('a.zip', Uint8Array.from([...start, ...rest]))), runs);
  });
});
