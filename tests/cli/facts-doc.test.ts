import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { factsDoc, factsDocPath } from '../../scripts/facts-doc.mts';

describe('docs/facts.md', () => {
  it('is current (npx tsx scripts/facts-doc.mts makes it so)', () => {
    expect(readFileSync(factsDocPath, 'utf8')).toBe(factsDoc(baseKnowledge().rules));
  });

  it('describes every field of the facts', () => {
    expect(factsDoc([])).not.toMatch(/\| {2}\|$/m);
  });
});
