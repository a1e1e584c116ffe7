import { fileURLToPath } from 'node:url';
import { knowledgeOf, type KnowledgeOptions } from '../core/pack.ts';
import type { Knowledge } from '../core/judge.ts';
import { inspectionKnowledgeOf } from '../inspect/inspection-knowledge.ts';
import type { InspectionKnowledge } from '../inspect/judge-project.ts';
import { buildPack } from './build-pack.ts';

export const assetsFolder = fileURLToPath(new URL('../../assets', import.meta.url));

/** Rules and lists of this repository, ready to judge with. */
export function loadKnowledge(options: KnowledgeOptions = {}): Knowledge {
  const { pack, bytes } = buildPack(assetsFolder);
  return knowledgeOf(pack, (sha256) => bytes.get(sha256), options);
}

/** When numbers of LinkedIn's members were given out: without the rules, which take longer to read. */
export function loadAnchors(): Knowledge['anchors'] {
  const { pack, bytes } = buildPack(assetsFolder, 'base', { withRules: false });
  return knowledgeOf(pack, (sha256) => bytes.get(sha256), { indicators: false }).anchors;
}

/** Rules over projects of this repository and the lists they ask, ready to inspect with. */
export function loadInspectionKnowledge(options: KnowledgeOptions = {}): InspectionKnowledge {
  const { pack, bytes } = buildPack(assetsFolder, 'base', { withRules: false });
  return inspectionKnowledgeOf(pack, knowledgeOf(pack, (sha256) => bytes.get(sha256), options).lists);
}
