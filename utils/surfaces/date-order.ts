import { shownLine } from './shown-line.ts';

/** Places of year, month and day among three numbers: `2026/11/03`, `3.11.2026`, `11/3/2026`. */
const orders = [[0, 1, 2], [2, 1, 0], [2, 0, 1]] as const;
const afternoon = /\bp\.?\s?m\b|午後|下午|오후|م/i;

/** A date shown in figures, read in one order; undefined where that makes none. Only to be compared with others of the same page. */
function readIn([y, m, d]: readonly [number, number, number], text: string): number | undefined {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const [year = 0, month = 0, day = 0] = [numbers[y], numbers[m], numbers[d]];
  if (year < 20 || (year > 99 && year < 2000) || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const [hour = 0, minute = 0] = numbers.slice(3);
  const isTwelve = /\b[ap]\.?\s?m\b|午[前後]|[上下]午|오[전후]|[صم]/i.test(text);
  return Date.UTC(year % 100, month - 1, day, (isTwelve ? hour % 12 : hour) + (afternoon.test(text) ? 12 : 0), minute);
}

/**
 * Whether the newest of several messages stands on top, told by the dates of the first and the last, which nobody has to understand
 * for that. Where they do not tell it is true: that is what Outlook does unless the person chose otherwise.
 */
export function isNewestFirst(dates: readonly (Element | undefined)[]): boolean {
  const texts = dates.map(shownLine).filter((text) => text !== undefined);
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  const ways = orders.flatMap((order) => {
    const [one, other] = [readIn(order, first), readIn(order, last)];
    return one === undefined || other === undefined || one === other ? [] : [one > other];
  });
  return ways.length === 0 || ways.includes(true);
}
