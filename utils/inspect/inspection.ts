import type { Severity } from '../core/rule.ts';
import type { Level } from '../core/score.ts';
import type { InspectionTheme } from './inspection-rule.ts';
import type { Skipped } from './project.ts';
import type { Moment, Run } from './run.ts';

/** What a rule found at one place, explained. */
export interface InspectionFinding {
  readonly rule: string;
  readonly title: string;
  readonly theme: InspectionTheme;
  readonly severity: Severity;
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** When the file runs, the first first; empty where nothing was seen to start it. */
  readonly moments: readonly Moment[];
  /** Text of the project, as one line: whoever shows it must not parse it. */
  readonly snippet: string;
  readonly why: string;
  readonly rationale: string;
  readonly normal: string;
  readonly advice: string;
  readonly references: readonly string[];
  /** True for a rule on trial: shown, never scored. */
  readonly trial: boolean;
  /** On the last place that is told of a rule: how many more there are. */
  readonly more?: number;
}

/** What starts, by what the person does. */
export interface RunsByStep {
  readonly open: readonly Run[];
  readonly install: readonly Run[];
  readonly start: readonly Run[];
  readonly other: readonly Run[];
}

export interface Looked { readonly files: number; readonly bytes: number; readonly parsed: number }

/** Everything that is said about a project. */
export interface Inspection {
  readonly level: Level;
  /** 0 to 1. */
  readonly score: number;
  /** Strongest first. */
  readonly findings: readonly InspectionFinding[];
  readonly runs: RunsByStep;
  /** `parsed` files were read as text. */
  readonly looked: Looked;
  readonly skipped: readonly Skipped[];
}
