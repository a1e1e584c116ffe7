import { fileURLToPath } from 'node:url';
import { knowledgeOf, type KnowledgeOptions } from '../core/pack.ts';
import type { Knowledge } from '../core/judge.ts';
import { buildPack } from './build-pack.ts';

export const assetsFolder = fileURLToPath(new URL('../../assets', import.meta.url));

/** Rules and lists of this repository, ready to judge with. */
export function loadKnowledge(options: KnowledgeOptions = {}): Knowledge {
  const { pack, bytes } = buildPack(assetsFolder);
  return knowledgeOf(pack, (sha256) => bytes.get(sha256), options);
}
