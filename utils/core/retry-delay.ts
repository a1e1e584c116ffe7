const first = 2_000;
/** Longer waits help no collector, and it is back an hour later at most. */
export const longestDelay = 3_600_000;
/** Nobody is asked to wait longer than this by `Retry-After`: a wrong date must not end the telling. */
export const longestAsked = 86_400_000;

/**
 * Milliseconds until the next try after so many failures in a row: drawn evenly between nothing and a bound that doubles from 2 s to 1 h ("full
 * jitter": browsers that failed together do not come back together). `chance` is from 0 to 1.
 */
export const retryDelay = (failures: number, chance: number): number => Math.round(Math.min(longestDelay, first * 2 ** Math.min(failures - 1, 30)) * chance);

/** Milliseconds that a `Retry-After` header asks to wait: seconds or a date (RFC 9110, 10.2.3). Undefined when it says neither. */
export function askedDelay(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? '';
  const ms = /^\d{1,10}$/.test(text) ? Number(text) * 1000 : /[a-z]/i.test(text) ? Date.parse(text) - now : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(longestAsked, Math.max(0, ms));
}
