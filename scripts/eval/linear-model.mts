/**
 * Logistic regression over hashed features, for baselines: what a word model reaches that nobody can explain.
 * Plain stochastic gradient descent with a fixed order, so that two runs give the same numbers.
 */
export interface Example { readonly features: Uint32Array; readonly target: boolean }

/** Buckets of hashed features; at 18 bits the sets' two million n-grams collide little. */
const buckets = 1 << 18;
const epochs = 6;
const firstRate = 2;
const decay = 1e-6;

/** FNV-1a, 32 bits. */
export function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

export function trainLinear(examples: readonly Example[]): (features: Uint32Array) => number {
  const weights = new Float32Array(buckets);
  let bias = 0;
  const score = (features: Uint32Array) => {
    let sum = 0;
    for (const feature of features) sum += weights[feature]!;
    return bias + sum / Math.sqrt(features.length || 1);
  };
  // Both classes weigh the same, as the corpora's published figures do.
  const targets = examples.filter(({ target }) => target).length || 1;
  const lift = Math.min(20, (examples.length - targets) / targets);
  for (let epoch = 0; epoch < epochs; epoch++) {
    const rate = firstRate / (1 + epoch);
    for (const i of shuffled(examples.length, epoch)) {
      const { features, target } = examples[i]!;
      const error = (target ? 1 : 0) - 1 / (1 + Math.exp(-score(features)));
      const step = (rate * error * (target ? lift : 1)) / Math.sqrt(features.length || 1) / Math.sqrt(lift);
      bias += step * 0.1;
      for (const feature of features) weights[feature] = weights[feature]! * (1 - decay) + step;
    }
  }
  return score;
}

/** Fisher-Yates with a linear congruential generator (constants of Numerical Recipes). */
function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, i) => i);
  let state = seed + 1;
  for (let i = length - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = state % (i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}
