import type { Severity } from './rule.ts';

/** Strength of a finding. Hand-set: a person wrongly warned about must be able to see the reason. */
export const weights: Readonly<Record<Severity, number>> = { info: 0, low: 0.1, medium: 0.3, high: 0.6, critical: 0.95 };

export const levels = ['none', 'notice', 'caution', 'danger'] as const;
export type Level = (typeof levels)[number];

/** For order: a higher level always comes first, then the higher score. */
export const strengthOf = ({ level, score }: { readonly level: Level; readonly score: number }): number => levels.indexOf(level) + score;

/** Two mediums .51 and one high .60 are caution; two highs .84 and one critical are danger; three lows .27 notice. */
const thresholds: readonly (readonly [Level, number])[] = [['danger', 0.75], ['caution', 0.4], ['notice', 0.1]];

/** `theme`: of a message or of a project. */
export interface Weighed { readonly theme: string; readonly severity: Severity }

/** Strongest weight of each theme: ten weak findings of one kind cannot shout down one of another. */
export function weightByTheme(findings: readonly Weighed[]): Map<string, number> {
  const strongest = new Map<string, number>();
  for (const { theme, severity } of findings) strongest.set(theme, Math.max(strongest.get(theme) ?? 0, weights[severity]));
  return strongest;
}

/** Noisy-or over themes: 0 to 1, order-free, never lower with one more finding. */
export function score(findings: readonly Weighed[]): number {
  let remaining = 1;
  for (const weight of [...weightByTheme(findings).values()].sort()) remaining *= 1 - weight;
  return Math.round((1 - remaining) * 1e6) / 1e6;
}

/**
 * Level of a score. The level follows the ask: real first messages look like any recruiter's, so before anything is asked
 * unusual things stay quiet facts. A critical finding is a proof and needs no ask. Danger needs two themes or a proof.
 */
export function levelOf(findings: readonly Weighed[], asked: boolean): Level {
  const reached = thresholds.find(([, least]) => score(findings) >= least)?.[0] ?? 'none';
  const proof = findings.some(({ severity }) => severity === 'critical');
  if (proof || reached === 'none' || reached === 'notice') return reached;
  if (!asked) return 'notice';
  const themes = [...weightByTheme(findings).values()].filter((weight) => weight > 0).length;
  return reached === 'danger' && themes < 2 ? 'caution' : reached;
}
