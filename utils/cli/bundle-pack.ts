import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packText } from '../packs-publishing/pack-text.ts';
import { buildPack } from './build-pack.ts';
import { buildWords } from './build-words.ts';

/** Builds the base pack into `folder`, with its words in every language, and says which files the extension carries under `packs/`. */
export function bundlePack(assets: string, folder: string): { absoluteSrc: string; relativeDest: string }[] {
  const { pack, bytes } = buildPack(assets, 'base', { wordsOf: buildWords });
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string | Uint8Array>([['base.json', packText(pack)]]);
  for (const [sha256, content] of bytes) files.set(`${sha256}.bin`, new Uint8Array(content));
  return [...files].map(([name, content]) => {
    const absoluteSrc = join(folder, name);
    writeFileSync(absoluteSrc, content);
    return { absoluteSrc, relativeDest: `packs/${name}` };
  });
}
