/** One example: the indices of the features that hold (each counts 1), the class, and how much it counts. */
export interface Example { readonly indices: readonly number[]; readonly bad: boolean; readonly weight: number }

const rounds = 10;
const seed = 7;

/**
 * Logistic regression with an L2 penalty; `cost` is its inverse strength. Dual coordinate descent (Yu, Huang and Lin, 2011): each
 * example holds a share of the weights, and one Newton search at a time improves one share. Chosen because it needs no step size
 * and few rounds; stochastic descent with the same features carried a third less over to later campaigns. Deterministic.
 */
export function logisticRegression(examples: readonly Example[], size: number, cost: number): Float64Array {
  const weights = new Float64Array(size);
  const shares = examples.map(({ weight }) => 1e-3 * Math.min(1, cost * weight));
  const add = ({ indices, bad }: Example, step: number) => {
    for (const index of indices) weights[index]! += bad ? step : -step;
  };
  examples.forEach((example, k) => add(example, shares[k]!));
  const random = randomFrom(seed);
  const order = examples.map((_, k) => k);
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random);
    for (const k of order) {
      const example = examples[k]!;
      const margin = sum(weights, example.indices) * (example.bad ? 1 : -1);
      const share = bestShare(shares[k]!, cost * example.weight, example.indices.length, margin);
      add(example, share - shares[k]!);
      shares[k] = share;
    }
  }
  return weights;
}

export function sum(weights: Float64Array, indices: readonly number[]): number {
  let total = 0;
  for (const index of indices) total += weights[index] ?? 0;
  return total;
}

/** Nearest a share comes to its ends, as part of the cap: beyond it one end is rounded to the other and the logarithm has no value. */
const nearest = 1e-9;

/** Share in (0, cap) with the lowest dual objective. Searched from the end it lies nearer to, where the logarithm is steep. */
function bestShare(old: number, cap: number, norm: number, margin: number): number {
  const flipped = 0.5 * norm * (cap - 2 * old) + margin < 0;
  const start = flipped ? cap - old : old;
  const slope = flipped ? -margin : margin;
  const least = nearest * cap;
  let share = Math.max(least, cap - start < 0.5 * cap ? 0.1 * start : start);
  for (let i = 0; i < 20; i++) {
    const gradient = norm * (share - start) + slope + Math.log(share / (cap - share));
    if (Math.abs(gradient) < 1e-3) break;
    const next = share - gradient / (norm + cap / (cap - share) / share);
    share = next <= 0 ? Math.max(least, share * 0.1) : next >= cap - least ? (share + cap - least) / 2 : next;
  }
  return flipped ? cap - share : share;
}

/** Linear congruential generator (Numerical Recipes). */
function randomFrom(start: number): () => number {
  let state = start;
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
}

function shuffle(order: number[], random: () => number) {
  for (let last = order.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
}
