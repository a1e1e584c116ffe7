/** Packed bytes that are unpacked before anybody is asked whether that is enough: at most 1032 times as many come out, and fflate slows with them. */
export const firstStep = 1_024;
const longestStep = 65_536;
/** Unpacked bytes of a step after which the next is no longer. */
const enough = 65_536;

/** Packed bytes of the next step, by those of the last and by what came out. */
export const nextStep = (step: number, unpacked: number): number => (unpacked > enough ? firstStep : Math.min(step * 2, longestStep));
