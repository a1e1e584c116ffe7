import type { Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { median } from '../../scripts/bench/report.mts';
import { keepTime, type Times, type Timing } from './watchful-clock.ts';

/** The script for the beginning of a page's head. */
export const timingScript = (timing: Timing) =>
  `<script>(${keepTime.toString()})(${JSON.stringify(timing)})</script>`;

/** With both a page gets the finest clock there is, with ticks of 5 µs in Chromium and 20 µs in Firefox. */
export const finestClock = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'credentialless',
};
const tick = 0.02;

export type Arm = 'ours' | 'none' | 'careless';

/** Fresh pages, in this order: the last of each stays for the turns. */
const visits: readonly Arm[] = ['careless', 'ours', 'none', 'none', 'ours'];
/** Who times everything else, the others resting: a busy spell of the machine meets all alike. */
const turns: readonly Arm[] = ['careless', 'ours', 'none', 'none', 'ours'];

export type TimesOfArms = Readonly<Record<Arm, readonly Times[]>>;

/** What a page times in each browser there is, in parts: those at the same place happened side by side. */
export async function timeByTurns(browsers: Partial<Record<Arm, Browser>>, url: string): Promise<TimesOfArms> {
  const times: Record<Arm, Times[]> = { ours: [], none: [], careless: [] };
  const pages: Partial<Record<Arm, Page>> = {};
  for (const arm of visits) {
    if (!browsers[arm]) continue;
    await pages[arm]?.close();
    pages[arm] = await browsers[arm].newPage(url);
    times[arm].push((await pages[arm].evaluate('clock.gaps')) as Times);
  }
  for (const arm of turns) {
    if (!browsers[arm]) continue;
    for (const kind of ['document', 'resources']) {
      times[arm].push((await pages[arm]!.evaluate(`clock.${kind}()`)) as Times);
    }
  }
  return times;
}

/** What a page can make of two lists of times. */
export interface Comparison {
  /** Of the first's median to the second's: the middle, the least and the most of all parts. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
  /** How often one of the first is longer than one of the second, 0 to 1; half if nothing tells them apart. */
  readonly longer: number;
  /** The medians themselves, in ms. */
  readonly times: readonly [number, number];
}

/** Times in parts. */
export type Parts = readonly (readonly number[])[];

/** Compares part by part. */
export function compare(first: Parts, second: Parts): Comparison {
  const middle = (times: readonly number[]) => Math.max(tick, median(times));
  const ratios = first.map((times, part) => middle(times) / middle(second[part]!));
  const longer = first.map((times, part) => shareLonger(times, second[part]!));
  return {
    ratio: median(ratios), least: Math.min(...ratios), most: Math.max(...ratios),
    longer: longer.reduce((sum, share) => sum + share, 0) / longer.length,
    times: [middle(first.flat()), middle(second.flat())],
  };
}

/** Of all pairs; ties count half. The area under the curve of whoever would tell the two apart by a limit. */
function shareLonger(first: readonly number[], second: readonly number[]): number {
  const points = first.flatMap((a): number[] => second.map((b) => (a > b ? 1 : a < b ? 0 : 0.5)));
  return points.reduce((sum, point) => sum + point, 0) / points.length;
}

const round = (value: number) => value.toPrecision(value < 0.1 ? 1 : 3);

/** One line for a person to read. */
export function lineOf(title: string, { ratio, least, most, longer, times: [a, b] }: Comparison): string {
  const spread = `${ratio.toFixed(2)} (${least.toFixed(2)} to ${most.toFixed(2)})`;
  const share = (100 * longer).toFixed(0);
  return `${title}: ${spread}, ${round(a)} and ${round(b)} ms, longer in ${share} % of pairs`;
}
