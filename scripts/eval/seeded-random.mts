/** Numbers from 0 to 1 and choices that are the same for a seed on every machine. */
export interface SeededRandom {
  readonly part: () => number;
  readonly between: (low: number, high: number) => number;
  readonly oneOf: <T>(choices: readonly T[]) => T;
  readonly holds: (likelihood: number) => boolean;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for drawing. */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed + 1, 0x9e3779b1);
  const part = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return {
    part,
    between: (low, high) => low + (high - low) * part(),
    oneOf: (choices) => choices[Math.floor(part() * choices.length)]!,
    holds: (likelihood) => part() < likelihood,
  };
}
