import { parseArgs } from 'node:util';
import { fingerprint, rawFingerprint } from '../core/fingerprint.ts';
import { hexOf } from '../core/pdq-hash.ts';
import type { Command } from './command.ts';
import { readPicture } from './decode-picture.ts';
import { complain, jsonLine, plain, print } from './results.ts';

export const imageHash: Command = {
  help: `image-hash [--json] FILE...

Perceptual hashes of pictures (PNG, JPEG, WebP, GIF): PDQ of the whole picture with its quality, and PDQ of the
disc that LinkedIn's round crop and ring leave. "skipped" says why the extension would compare it with nothing.
Hashes of faces are personal data: keep them as you would keep the pictures.

  --json  one JSON object a line`,

  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
    if (positionals.length === 0) return complain('Name a picture: PNG, JPEG, WebP or GIF.');
    for (const file of positionals) {
      const line = await hashFile(file);
      if (values.json) await print(jsonLine(line));
      else if (line.pdq) await print(lineText(line));
    }
  },
};

/** A line of the contract: keys and their order are kept stable. Without a hash it could not be read. */
interface HashLine {
  readonly file: string;
  readonly pdq: string | null;
  readonly quality: number | null;
  readonly disc: string | null;
  readonly skipped: string | null;
}

async function hashFile(file: string): Promise<HashLine> {
  try {
    const pixels = await readPicture(file);
    const { whole, quality, disc } = rawFingerprint(pixels);
    const gated = fingerprint(pixels);
    return { file, pdq: hexOf(whole), quality, disc: hexOf(disc), skipped: 'unusable' in gated ? gated.unusable : null };
  } catch (error) {
    const { message } = error as Error;
    complain(`${file}: ${message}`);
    return { file, pdq: null, quality: null, disc: null, skipped: message };
  }
}

const lineText = ({ file, pdq, quality, disc, skipped }: HashLine) =>
  plain(`${file}: pdq ${pdq} (quality ${quality}) disc ${disc}${skipped ? ` (skipped: ${skipped})` : ''}`);
