/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const section = (title: string) => console.log(`\n${title}\n${'-'.repeat(title.length)}`);
export const row = (name: string, value: string, remark = '') => console.log(`${name.padEnd(58)} ${value.padStart(14)}  ${remark}`);
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Milliseconds of the fastest of three runs, so that a busy machine counts least. */
export function fastest(run: () => void): number {
  return Math.min(...[1, 2, 3].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));
}
