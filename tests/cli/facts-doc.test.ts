import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { factsDoc, factsDocPath } from '../../scripts/facts-doc.mts';
import { loadKnowledge } from '../../utils/cli/load-knowledge.ts';

describe('docs/facts.md', () => {
  it('is current (npx tsx scripts/facts-doc.mts makes it so)', () => {
    expect(readFileSync(factsDocPath, 'utf8')).toBe(factsDoc(loadKnowledge().rules));
  });

  it('describes every field of the facts', () => {
    expect(factsDoc([])).not.toMatch(/\| {2}\|$/m);
  });
});
