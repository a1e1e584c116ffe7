import type { Knowledge } from '../utils/core/judge.ts';
import type { KnowledgeOptions } from '../utils/core/pack.ts';
import { loadKnowledge } from '../utils/cli/load-knowledge.ts';

const made = new Map<boolean, Knowledge>();

/** Rules and lists of this repository. Made once for all tests that share a worker: it takes a second. */
export function baseKnowledge({ indicators = true }: KnowledgeOptions = {}): Knowledge {
  const knowledge = made.get(indicators) ?? loadKnowledge({ indicators });
  made.set(indicators, knowledge);
  return knowledge;
}
