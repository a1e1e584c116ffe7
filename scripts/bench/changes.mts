import type { CDPSession, Page } from 'playwright';
import { baseline, type Arm } from './arms.mts';
import { countCalls } from './calls.mts';
import { longestTasks, mainThreadTime } from './main-thread.mts';
import { median, ms, row, section } from './report.mts';

/** Runs of each arm; which arm begins moves on by one each time, so that a busy spell of the machine meets all alike. */
const rounds = 5;
const address = 'https://www.linkedin.com/messaging/thread/2-bench/';
/** Milliseconds from a change to the last scan that it causes, and idle turns a scan may take after that on a busy machine. */
const toScan = 1_500;
const idleTurns = 10;

interface InPage {
  readonly addMessages: (from: number, count: number) => void;
  readonly addPosts: (from: number, count: number) => void;
  readonly addPostsInFrames: (count: number, each: number) => Promise<void>;
}
interface Change {
  readonly title: string;
  /** Parts of equal work, and what one is called. */
  readonly parts: number;
  readonly part: string;
  readonly prepare?: (page: Page) => Promise<void>;
  readonly run: (page: Page) => Promise<void>;
}
const inPage = (page: Page, call: (bench: InPage, value: number) => Promise<void> | void, value = 0) =>
  page.evaluate(`(${call})(bench, ${value})`) as Promise<void>;

const messages = 10;
/** 300 ms apart: twice the shortest time between two scans, so that each is read on its own. */
const messagesOneByOne = async (page: Page) => {
  for (let i = 0; i < messages; i++) {
    await inPage(page, (bench, i) => bench.addMessages(10_000 + i, 1), i);
    await page.waitForTimeout(300);
  }
};
const changes: readonly Change[] = [
  { title: 'A message appears in a conversation of 100', parts: messages, part: 'a message', run: messagesOneByOne },
  { title: 'A message appears in a conversation of 1,000', parts: messages, part: 'a message', run: messagesOneByOne,
    prepare: (page) => inPage(page, (bench) => bench.addMessages(100, 900)) },
  { title: '10,000 insertions at once beside a conversation of 100', parts: 1, part: 'in all',
    run: (page) => inPage(page, (bench) => bench.addPosts(0, 10_000)) },
  { title: '10,000 insertions over 100 frames beside a conversation of 100', parts: 1, part: 'in all',
    run: (page) => inPage(page, (bench) => bench.addPostsInFrames(10_000, 100)) },
];

export async function benchChanges(arms: readonly Arm[]): Promise<void> {
  for (const change of changes) {
    section(change.title);
    const times = new Map(arms.map(({ name }) => [name, [] as number[]]));
    for (let round = 0; round < rounds; round++) {
      for (let i = 0; i < arms.length; i++) {
        const arm = arms[(round + i) % arms.length]!;
        times.get(arm.name)!.push(await onFreshPage(arm, change, mainThreadTime));
      }
    }
    for (const arm of arms) await report(arm, change, times.get(arm.name)!, times.get(baseline)!);
  }
}

/** Every script's work that the page waits for is done afterwards, on a busy machine too. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(toScan);
  await page.evaluate(async (turns) => {
    for (let i = 0; i < turns; i++) await new Promise((done) => { requestIdleCallback(done); });
  }, idleTurns);
}

async function onFreshPage<T>({ browser }: Arm, { prepare, run }: Change, measure: (session: CDPSession, run: () => Promise<void>) => Promise<T>): Promise<T> {
  const page = await browser.newPage(address);
  const session = await page.context().newCDPSession(page);
  await prepare?.(page);
  await settle(page);
  const measured = await measure(session, async () => {
    await run(page);
    await settle(page);
  });
  await page.close();
  return measured;
}

/** Tasks and calls are looked at in runs of their own: tracing and counting cost time themselves. */
async function report(arm: Arm, change: Change, times: readonly number[], base: readonly number[]): Promise<void> {
  const { parts, part } = change;
  const each = (value: number) => ms(value / parts);
  const { whole, ofExtension, allOfExtension } = await onFreshPage(arm, change, longestTasks);
  if (arm.name === baseline) {
    return row(baseline, each(median(times)), `${part}, of the main thread's time; ${each(Math.min(...times))} to ${each(Math.max(...times))} in ${rounds} runs; longest task ${ms(whole)}`);
  }
  const calls = await onFreshPage(arm, change, countCalls);
  if (calls === 0) throw new Error(`${arm.name}: its script did nothing, so there is nothing to compare.`);
  const ratios = times.map((value, round) => value / base[round]!);
  row(arm.name, `${median(ratios).toFixed(2)} of it`, `${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)} in runs side by side; its own script ${each(allOfExtension)} `
    + `and ${Math.round(calls / parts).toLocaleString('en')} calls ${part}, at most ${ms(ofExtension)} in one task (budget 50 ms)`);
}
