import type { Seen } from './condition.ts';
import type { Mark, Severity, Theme } from './rule.ts';
import type { Level } from './score.ts';

/** What a rule found, explained. */
export interface Finding {
  readonly rule: string;
  readonly theme: Theme;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly rationale: string;
  readonly normal: string;
  readonly advice: string;
  readonly references: readonly string[];
  readonly seen: readonly Seen[];
  /** Part of the verdict this finding makes up, 0 to 1; 0 when another of its theme is stronger. */
  readonly share: number;
  /** True for a rule on trial: shown to who looks, never scored. */
  readonly trial: boolean;
}

/** Everything that is said about one thing a person reads. */
export interface Verdict {
  readonly level: Level;
  /** 0 to 1. */
  readonly score: number;
  /** Strongest first. */
  readonly findings: readonly Finding[];
  /** Marks that are true: what is asked and talked about. */
  readonly asks: readonly Mark[];
  /** Facts that would have been asked for and were not seen. */
  readonly unknown: readonly string[];
}
