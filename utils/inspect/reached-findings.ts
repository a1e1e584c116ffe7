import { weights } from '../core/score.ts';
import type { InspectionFinding } from './inspection.ts';
import type { Moment } from './run.ts';

/** Findings that are told with a step: a person reads no more there, and all stand below. */
const told = 2;

/** Strong findings in code that a step reaches, the strongest first, each rule once. */
export function reachedFindings(findings: readonly InspectionFinding[], step: readonly Moment[]): readonly InspectionFinding[] {
  const rules = new Set<string>();
  return findings
    .filter(({ trial, severity, moments }) => !trial && weights[severity] >= weights.high && step.some((moment) => moments.includes(moment)))
    .filter(({ rule }) => !rules.has(rule) && rules.add(rule))
    .slice(0, told);
}
