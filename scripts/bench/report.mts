/** Middle value; the mean of the two middle ones for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const section = (title: string) => console.log(`\n${title}\n${'-'.repeat(title.length)}`);
export const row = (name: string, value: string, remark = '') => console.log(`${name.padEnd(58)} ${value.padStart(14)}  ${remark}`);
export const ms = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

/** Runs until the compiler has seen all there is to see, and enough that a busy machine counts least. */
const runs = 10;

/** Milliseconds of the fastest run. */
export function fastest(run: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  }));
}

/** Milliseconds of the processor's time that this process took for `run`: on a busy machine waiting does not count. */
export function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
