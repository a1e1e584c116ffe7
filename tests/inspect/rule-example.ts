import type { InspectionRule } from '../../utils/inspect/inspection-rule.ts';
import type { Sighting } from '../../utils/inspect/sighting.ts';

/** A rule over projects with the parts that a test is about. */
export const exampleRule = (more: Partial<InspectionRule> = {}): InspectionRule => ({
  id: 'an-example-rule', title: 'An example rule', severity: 'high', theme: 'runs', status: 'stable', since: '2026-11-21', when: { sees: 'obfuscated' },
  why: '{file} was seen.', rationale: 'Attackers do this.', normal: 'Others do too.', advice: 'Ask them first.', references: [], ...more,
});

export const exampleSighting = (more: Partial<Sighting> = {}): Sighting => ({ kind: 'obfuscated', file: 'a.js', line: 1, snippet: 'x', ...more });
