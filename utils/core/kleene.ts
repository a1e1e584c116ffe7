/**
 * Three-valued logic of Kleene: what nobody saw is unknown, and unknown never decides anything.
 * A rule fires on `true` only, so a missing fact can silence a rule but never accuse.
 */
export type Truth = boolean | undefined;

export const and = (truths: readonly Truth[]): Truth =>
  truths.includes(false) ? false : truths.includes(undefined) ? undefined : true;

export const or = (truths: readonly Truth[]): Truth =>
  truths.includes(true) ? true : truths.includes(undefined) ? undefined : false;

export const not = (truth: Truth): Truth => (truth === undefined ? undefined : !truth);

/** True when at least `n` hold; false when even all the unknown ones could not make it `n`. */
export function atLeast(n: number, truths: readonly Truth[]): Truth {
  const held = truths.filter((truth) => truth === true).length;
  const open = truths.filter((truth) => truth === undefined).length;
  return held >= n ? true : held + open < n ? false : undefined;
}
