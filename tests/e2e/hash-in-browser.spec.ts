import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawPortrait } from '../../scripts/eval/draw-portrait.mts';
import { rows } from '../../scripts/eval/picture-changes.mts';
import { browserKinds, builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { decodePicture } from '../../utils/cli/decode-picture.ts';
import { hammingDistance } from '../../utils/core/hamming-distance.ts';
import { hashFromHex } from '../../utils/core/pdq-hash.ts';
import { badFiles, oddFiles, sameFiles } from '../cli/picture-files.ts';
import { doorName, hashesOf, type HashAnswer } from './hash-door.ts';
import { isEverything } from './tested-kinds.ts';
import type { Page } from 'playwright';

/** Pictures of which browsers keep fewer bits, each in its own way, and by how many bits of a hash they then differ. */
const roughNames = ['half-clear.png', 'deep.png'];
const roughly = 4;
/** Firefox draws these as far as it gets. */
const drawnInFirefox = ['damaged.png'];

/** Portraits that are written in the sizes and formats of profile photos, eight files each. */
const portraits = isEverything ? 12 : 4;

async function filesToHash(): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  for (const [name, write] of Object.entries({ ...sameFiles, ...oddFiles })) if (!roughNames.includes(name)) files.set(name, await write());
  for (let seed = 0; seed < portraits; seed++) {
    const portrait = await drawPortrait(seed);
    for (const side of [100, 200, 400, 800]) {
      const sized = sharp(await sharp(portrait).resize(side, side).png({ compressionLevel: 0 }).toBuffer());
      files.set(`${seed}-${side}.jpg`, await sized.clone().jpeg({ quality: 85 }).toBuffer());
      files.set(`${seed}-${side}.webp`, await sized.clone().webp({ quality: 80, effort: 1 }).toBuffer());
    }
  }
  for (const { name, changes } of rows) files.set(name, await changes[0]!(files.get('3-400.jpg')!));
  return files;
}

/** As the command line hashes it. */
const hashHere = async (file: Buffer): Promise<HashAnswer> => hashesOf(await decodePicture(file));

/** Every picture with what the command line makes of it, drawn once for both browsers. */
let hashedHere: Promise<[name: string, file: Buffer, here: HashAnswer][]> | undefined;
const hashAllHere = async () =>
  Promise.all(Array.from(await filesToHash(), async ([name, file]): Promise<[string, Buffer, HashAnswer]> => [name, file, await hashHere(file)]));

/** A copy of the built extension whose background hashes what a test hands it, with the extension's own code. */
async function withDoor(kind: BrowserKind): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'bonafide-hashes-'));
  await cp(resolve(builtFolder[kind]), folder, { recursive: true });
  const { outputFiles: [door] } = await build({ entryPoints: [join(import.meta.dirname, 'hash-door.ts')], bundle: true, format: 'iife', write: false });
  await appendFile(join(folder, 'background.js'), `;\n${door!.text}`);
  return folder;
}

describe.each(browserKinds)('the background of %s', (kind) => {
  let folder: string;
  let browser: Browser;
  let eye: Page;
  beforeAll(async () => {
    folder = await withDoor(kind);
    browser = await launch({ kind, extension: folder, fixtures: () => undefined });
    eye = await browser.openExtensionPage('first-aid.html');
  });
  afterAll(async () => {
    await browser.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const hashThere = (file: Buffer): Promise<HashAnswer> => eye.evaluate(([name, base64]) => {
    interface Port { postMessage(text: string): void; disconnect(): void; readonly onMessage: { addListener(hear: (answer: HashAnswer) => void): void } }
    const { chrome } = globalThis as never as { chrome: { runtime: { connect(about: { name: string }): Port } } };
    const port = chrome.runtime.connect({ name });
    return new Promise<HashAnswer>((tell) => {
      port.onMessage.addListener((answer) => { tell(answer); port.disconnect(); });
      port.postMessage(base64);
    });
  }, [doorName, file.toString('base64')] as const);

  it('decodes and hashes every picture as the command line does', async () => {
    const different: string[] = [];
    const files = await (hashedHere ??= hashAllHere());
    for (const [name, file, here] of files) {
      const there = await hashThere(file);
      if (JSON.stringify(there) !== JSON.stringify(here)) different.push(`${name}: ${JSON.stringify([there, here])}`);
    }
    expect(files.length).toBeGreaterThan(8 * portraits);
    expect(different).toEqual([]);
  }, 240_000);

  it.each(roughNames)('hashes %s almost as the command line does', async (name) => {
    const file = await oddFiles[name]!();
    const [there, here] = await Promise.all([hashThere(file), hashHere(file)].map(async (answer) => {
      const { hashes } = (await answer) as Extract<HashAnswer, { hashes: unknown }>;
      return hashes.map(hashFromHex);
    }));
    for (const [i, hash] of there!.entries()) expect(hammingDistance(hash, here![i]!)).toBeLessThanOrEqual(roughly);
  });

  it.each(Object.keys(badFiles).filter((name) => kind === 'chromium' || !drawnInFirefox.includes(name)))('refuses %s', async (name) => {
    expect(await hashThere(await badFiles[name]![0]())).toEqual({ refused: expect.any(String) });
  });
});
