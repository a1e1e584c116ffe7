import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { framed } from '../../scripts/eval/round-frames.mts';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { rawFingerprint } from '../../utils/core/fingerprint.ts';
import { hexOf } from '../../utils/core/pdq-hash.ts';
import { portraitFile, writePictures } from './picture-files.ts';
import { objectsIn, programPatience, runProgram } from './run-program.ts';

async function hashesOf(seed: number) {
  const { whole, disc } = rawFingerprint(await decodePicture(await portraitFile(seed)));
  return { whole: hexOf(whole), disc: hexOf(disc) };
}

describe('image-match', { timeout: 2 * programPatience }, () => {
  it('finds a picture again as it is, mirrored and ringed, and finds no other', async () => {
    const [known, stranger] = [await hashesOf(1), await hashesOf(2)];
    const file = await portraitFile(1);
    const { path } = writePictures({
      'list.txt': `# reported\n${stranger.whole}\n${known.whole.toUpperCase()}\r\n\n${known.disc}\n`,
      'same.jpg': file,
      'small.webp': await sharp(file).resize(200, 200).webp({ quality: 70 }).toBuffer(),
      'mirrored.jpg': await sharp(file).flop().jpeg({ quality: 60 }).toBuffer(),
      'ringed.jpg': await sharp(await framed(file, 'greenRing')).flop().resize(200, 200).jpeg({ quality: 70 }).toBuffer(),
      'other.jpg': await portraitFile(3),
    });
    const names = ['same.jpg', 'small.webp', 'mirrored.jpg', 'ringed.jpg', 'other.jpg'].map(path);
    const { stdout, stderr, code } = await runProgram(['image-match', '--json', '--list', path('list.txt'), ...names]);
    const lines = objectsIn(stdout) as { file: string; matches: { hash: string; distance: number; via: string }[] }[];
    expect(lines.map(({ file }) => file)).toEqual(names);
    expect(lines[0]!.matches).toEqual([{ hash: known.whole, distance: 0, via: 'whole' }, { hash: known.disc, distance: 0, via: 'disc' }]);
    const ways = lines.map(({ matches }) => matches.map(({ hash, via }) => `${via} ${hash}`).sort());
    expect(ways).toEqual([
      [`disc ${known.disc}`, `whole ${known.whole}`], [`disc ${known.disc}`, `whole ${known.whole}`],
      [`disc ${known.disc}`, `mirror ${known.whole}`], [`disc ${known.disc}`], [],
    ]);
    expect([stderr, code]).toEqual(['', 0]);
  });

  it('names bad lines of the list by their number and uses the others', async () => {
    const { whole } = await hashesOf(1);
    const { path } = writePictures({ 'list.txt': `${whole}\nnot a hash\n${whole.slice(1)}\n`, 'same.jpg': await portraitFile(1) });
    const { stdout, stderr, code } = await runProgram(['image-match', '--json', '--list', path('list.txt'), path('same.jpg')]);
    expect(stderr).toContain(`${path('list.txt')}:2: "not a hash" is no picture hash`);
    expect(stderr).toContain(`${path('list.txt')}:3: `);
    expect(objectsIn(stdout)).toEqual([{ file: path('same.jpg'), matches: [{ hash: whole, distance: 0, via: 'whole' }] }]);
    expect(code).toBe(2);
  });

  it('names only the first of very many bad lines', async () => {
    const { path } = writePictures({ 'list.txt': 'x\n'.repeat(1_000), 'same.jpg': await portraitFile(1) });
    const { stderr } = await runProgram(['image-match', '--list', path('list.txt'), path('same.jpg')]);
    expect(stderr.split('\n').length).toBeLessThan(15);
    expect(stderr).toContain('and 990 more lines');
  });

  it('names a picture it cannot read and matches the rest', async () => {
    const { whole } = await hashesOf(1);
    const { path } = writePictures({ 'list.txt': whole, 'same.jpg': await portraitFile(1) });
    const { stdout, stderr, code } = await runProgram(['image-match', '--json', '--list', path('list.txt'), path('gone.jpg'), path('same.jpg')]);
    expect(objectsIn(stdout)).toEqual([
      { file: path('gone.jpg'), matches: [], error: 'there is no such file' },
      { file: path('same.jpg'), matches: [{ hash: whole, distance: 0, via: 'whole' }] },
    ]);
    expect([stderr, code]).toEqual([`${path('gone.jpg')}: there is no such file\n`, 2]);
  });

  it('says that there is no such list', async () => {
    const { path } = writePictures({ 'same.jpg': await portraitFile(1) });
    const { stderr, code } = await runProgram(['image-match', '--list', path('gone.txt'), path('same.jpg')]);
    expect([stderr, code]).toEqual([`${path('gone.txt')}: there is no such list\n`, 2]);
  });

  it('says that nothing can match an empty list', async () => {
    const { path } = writePictures({ 'list.txt': '# none yet\n', 'same.jpg': await portraitFile(1) });
    const { stdout, stderr, code } = await runProgram(['image-match', '--json', '--list', path('list.txt'), path('same.jpg')]);
    expect(objectsIn(stdout)).toEqual([{ file: path('same.jpg'), matches: [] }]);
    expect([stderr, code]).toEqual([`${path('list.txt')}: holds no hash, so nothing can match: put one a line\n`, 0]);
  });

  it('says that a match of an empty picture means little', async () => {
    const white = await sharp({ create: { width: 200, height: 200, channels: 3, background: '#fff' } }).png().toBuffer();
    const { path } = writePictures({ 'list.txt': (await hashesOf(1)).whole, 'white.png': white });
    const { stderr, code } = await runProgram(['image-match', '--list', path('list.txt'), path('white.png')]);
    expect([stderr, code]).toEqual([`${path('white.png')}: too flat, so a match says little\n`, 0]);
  });
});
