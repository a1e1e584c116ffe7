import type { IndicatorKind } from './place-indicator.ts';

/**
 * One value a source names, with where it stands there. `until` and `since` are days; `left` says why the source itself rules it out; with
 * `kind` beside it, it was offered once and is taken back.
 */
export type Candidate = { readonly place: string; readonly value: string } & (
  | { readonly kind: IndicatorKind; readonly since?: string; readonly until?: string }
  | { readonly left: string; readonly kind?: IndicatorKind });

/** The day of an ISO date or of seconds since 1970; undefined when it is neither. */
export function dayFrom(value: unknown): string | undefined {
  const seconds = typeof value === 'number' || (typeof value === 'string' && /^\d{9,10}$/.test(value)) ? Number(value) : undefined;
  const date = new Date(seconds === undefined ? String(value) : seconds * 1000);
  return value === undefined || value === null || Number.isNaN(date.getTime()) ? undefined : date.toISOString().slice(0, 10);
}
