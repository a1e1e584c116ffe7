import { describe, expect, it } from 'vitest';
import type { Pack } from '../../utils/core/pack.ts';
import { inspectionKnowledgeOf } from '../../utils/inspect/inspection-knowledge.ts';
import { exampleRule } from './rule-example.ts';

const pack = (inspectionRules?: unknown[]): Pack => ({ format: 1, id: 'sample', version: 1, issued: '2026-11-21', rules: [], lists: {}, sites: [], anchors: [], ...(inspectionRules && { inspectionRules: inspectionRules as never }) });

describe('inspectionKnowledgeOf', () => {
  it('reads the rules over projects', () => expect(inspectionKnowledgeOf(pack([exampleRule()]), {}).rules).toEqual([exampleRule()]));
  it('reads a pack without any', () => expect(inspectionKnowledgeOf(pack(), {}).rules).toEqual([]));
  it('names the rule that does not fit', () => {
    expect(() => inspectionKnowledgeOf(pack([exampleRule(), { ...exampleRule(), severity: 'awful' }]), {})).toThrow(/rule 2 .*"sample".*severity/s);
  });
  it('names the rule that is faulty', () => {
    expect(() => inspectionKnowledgeOf(pack([exampleRule({ when: { runs: ['open'], where: { fact: 'mood', is: 1 } } })]), {})).toThrow(/an-example-rule.*mood/s);
  });
});
