export interface Share { readonly hits: number; readonly of: number }

/** 97.5 % point of the normal distribution: two-sided 95 %. */
const z = 1.959964;

/** Wilson's score interval at 95 %, which also holds for few items and shares near 0 and 1 (Wilson 1927). Undefined for none. */
export function interval({ hits, of }: Share): readonly [number, number] | undefined {
  if (of === 0) return undefined;
  const share = hits / of;
  const scale = 1 + z ** 2 / of;
  const middle = (share + z ** 2 / (2 * of)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** "47 of 80 = 58.8 % (47.8 to 68.9)". */
export function percent(share: Share): string {
  const bounds = interval(share);
  if (!bounds) return 'none to count';
  const [low, high] = bounds.map((bound) => (bound * 100).toFixed(1));
  return `${share.hits} of ${share.of} = ${((share.hits / share.of) * 100).toFixed(1)} % (${low} to ${high})`;
}

/** Share in thousandths, with two digits: "0.83". */
export const perThousand = ({ hits, of }: Share): string => (of === 0 ? '–' : ((hits / of) * 1000).toFixed(2));
