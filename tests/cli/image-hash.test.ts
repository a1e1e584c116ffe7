import { describe, expect, it } from 'vitest';
import { badFiles, oddFiles, sameFiles, writePictures } from './picture-files.ts';
import { objectsIn, programPatience, runProgram } from './run-program.ts';

const hash = /^[0-9a-f]{64}$/;

describe('image-hash', { timeout: 2 * programPatience }, () => {
  it('gives the line of the contract, in the order of the input', async () => {
    const { path } = writePictures({ 'b.jpg': await sameFiles['baseline.jpg']!(), 'a.webp': await sameFiles['eight-hundred.webp']!() });
    const { stdout, stderr, code } = await runProgram(['image-hash', '--json', path('b.jpg'), path('a.webp')]);
    const lines = objectsIn(stdout);
    expect(lines.map((line) => Object.keys(line))).toEqual(lines.map(() => ['file', 'pdq', 'quality', 'disc', 'skipped']));
    expect(lines).toEqual(['b.jpg', 'a.webp'].map((name) =>
      ({ file: path(name), pdq: expect.stringMatching(hash), quality: 100, disc: expect.stringMatching(hash), skipped: null })));
    expect([stderr, code]).toEqual(['', 0]);
  });

  it('names what it cannot read and does the rest', async () => {
    const bad = Object.fromEntries(await Promise.all(Object.entries(badFiles).map(async ([name, [file]]) => [name, await file()] as const)));
    const { folder, path } = writePictures({ ...bad, 'good.jpg': await sameFiles['baseline.jpg']!() });
    const files = [...Object.keys(bad).map(path), path('missing.jpg'), folder, path('good.jpg')];
    const { stdout, stderr, code } = await runProgram(['image-hash', '--json', ...files]);
    const lines = objectsIn(stdout);
    expect(lines.map(({ file }) => file)).toEqual(files);
    for (const [i, [, reason]] of Object.values(badFiles).entries()) {
      expect(lines[i]).toEqual({ file: files[i], pdq: null, quality: null, disc: null, skipped: expect.stringMatching(reason) });
      expect(stderr).toContain(`${files[i]}: ${String(lines[i]!.skipped)}`);
    }
    expect(lines.slice(-3).map(({ skipped }) => skipped)).toEqual(['there is no such file', 'is a folder: name the pictures in it', null]);
    expect(code).toBe(2);
  });

  it('says why a picture would be compared with nothing', async () => {
    const { path } = writePictures({ 'dot.png': await oddFiles['dot.png']!(), 'clear.png': await oddFiles['clear.png']!() });
    const { stdout, code } = await runProgram(['image-hash', '--json', path('dot.png'), path('clear.png')]);
    expect(objectsIn(stdout).map(({ skipped, quality }) => [skipped, quality])).toEqual([['too small', 0], ['too flat', 0]]);
    expect(code).toBe(0);
  });

  it('hashes the first frame, pictures for print and pictures one can see through', async () => {
    const names = ['moving.gif', 'moving.webp', 'print.jpg', 'half-clear.png', 'deep.png'];
    const { path } = writePictures(Object.fromEntries(await Promise.all(names.map(async (name) => [name, await oddFiles[name]!()] as const))));
    const { stdout, code } = await runProgram(['image-hash', '--json', ...names.map(path)]);
    expect(objectsIn(stdout).map(({ pdq, skipped }) => [hash.test(String(pdq)), skipped])).toEqual(names.map(() => [true, null]));
    expect(code).toBe(0);
  });

  it('says it in a sentence without --json, once', async () => {
    const { path } = writePictures({ 'dot.png': await oddFiles['dot.png']!() });
    const { stdout, stderr } = await runProgram(['image-hash', path('dot.png'), path('gone.png')]);
    expect(stdout).toMatch(/^\S+dot\.png: pdq [0-9a-f]{64} \(quality 0\) disc [0-9a-f]{64} \(skipped: too small\)\n$/);
    expect(stderr).toBe(`${path('gone.png')}: there is no such file\n`);
  });

  it('wants a picture', async () => {
    expect(await runProgram(['image-hash'])).toEqual({ stdout: '', stderr: 'Name a picture: PNG, JPEG, WebP or GIF.\n', code: 2 });
  });
});
