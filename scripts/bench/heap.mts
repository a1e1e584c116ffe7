import type { CDPSession } from 'playwright';
import { baseline, type Arm } from './arms.mts';
import { metric } from './main-thread.mts';
import { median, row, section } from './report.mts';

const rounds = 2;
/** Messages shown at a time, and the ms they stay: longer than the pause between two scans, so that each is read. */
const step = 20;
const stay = 200;
const toSettle = 1_000;
/** Messages scrolled past when memory is measured: what is kept on purpose is full by the first, growth shows from then on. */
const marks = [1_000, 2_000] as const;
const pages = [
  ['LinkedIn, a window of 50 messages moves on', 'https://www.linkedin.com/messaging/thread/2-bench/'],
  ['Gmail, conversations of 20 one after the other', 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQbenchmarkaaaaaaaaaaaa'],
] as const;
interface Bench { readonly bench: { showThrough: (last: number) => void } }
interface Memory { readonly bytes: number; readonly nodes: number }

/** The heap of the page's process, in which extension scripts live too, after everything that can go has gone. */
export async function benchHeap(arms: readonly Arm[]): Promise<void> {
  for (const [title, address] of pages) {
    section(`Heap after scrolling: ${title}`);
    const measured = new Map(arms.map(({ name }) => [name, [] as Memory[][]]));
    for (let round = 0; round < rounds; round++) {
      // Memory does not depend on how busy the machine is: side by side.
      await Promise.all(arms.map(async (arm) => measured.get(arm.name)!.push(await scroll(arm, address))));
    }
    for (const { name } of arms) report(name, measured.get(name)!, measured.get(baseline)!);
  }
}

async function scroll({ browser }: Arm, address: string): Promise<Memory[]> {
  const page = await browser.newPage(address);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const memories: Memory[] = [];
  let last = 100;
  for (const mark of marks) {
    for (; last < mark; last += step) {
      await page.evaluate((last) => (globalThis as never as Bench).bench.showThrough(last), last + step);
      await page.waitForTimeout(stay);
    }
    await page.waitForTimeout(toSettle);
    memories.push(await memory(session));
  }
  await page.close();
  return memories;
}

async function memory(session: CDPSession): Promise<Memory> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  return { bytes: await metric(session, 'JSHeapUsedSize'), nodes: await metric(session, 'Nodes') };
}

function report(name: string, runs: readonly Memory[][], base: readonly Memory[][]): void {
  const at = (of: readonly Memory[][], mark: number) => median(of.map((run) => run[mark]!.bytes));
  const nodes = (mark: number) => median(runs.map((run) => run[mark]!.nodes));
  const all = runs.map((run) => run[1]!.bytes / 1e6);
  row(name, `${(at(runs, 1) / 1e6).toFixed(2)} MB`, `after 2,000, ${(at(runs, 1) / at(base, 1)).toFixed(2)} of ${baseline} (${Math.min(...all).toFixed(2)} to ${Math.max(...all).toFixed(2)} MB); `
    + `${(at(runs, 1) / at(runs, 0)).toFixed(3)} of what it was after 1,000; ${nodes(0)}, then ${nodes(1)} nodes`);
}
