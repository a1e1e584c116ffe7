import type { CDPSession } from 'playwright';

interface TraceEvent { name: string; ph: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number; args: { name?: string; data?: { url?: string } } }
export interface LongestTasks {
  /** Longest of all tasks, ms. */
  readonly whole: number;
  /** Most that scripts of extensions took of any one task, ms. */
  readonly ofExtension: number;
  /** All that they took, ms. */
  readonly allOfExtension: number;
}

/** CPU time the page's main thread spent on tasks while `run` ran, in ms: waiting for a busy machine does not count. */
export async function mainThreadTime(session: CDPSession, run: () => Promise<void>): Promise<number> {
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await metric(session, 'TaskDuration');
  await run();
  const spent = (await metric(session, 'TaskDuration')) - before;
  await session.send('Performance.disable');
  return spent * 1000;
}

export async function metric(session: CDPSession, name: string): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find((one) => one.name === name)!.value;
}

/** Tasks of the page's main thread while `run` ran, in CPU time where Chromium tells it. Tracing costs time itself: nothing else is measured with it. */
export async function longestTasks(session: CDPSession, run: () => Promise<void>): Promise<LongestTasks> {
  const events = await trace(session, run);
  const mainThreads = events.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain').map(threadOf);
  const finished = events.filter(({ ph }) => ph === 'X');
  const tasksOf = (thread: string) => finished.filter((event) => /RunTask/.test(event.name) && threadOf(event) === thread);
  // Other renderers idle meanwhile.
  const tasks = mainThreads.map(tasksOf).reduce((most, tasks) => (sum(tasks) > sum(most) ? tasks : most), []);
  const calls = outermost(finished.filter(({ name, args }) => (name === 'FunctionCall' || name === 'EvaluateScript') && args.data?.url?.startsWith('chrome-extension:')));
  const inTask = (task: TraceEvent) => sum(calls.filter((call) => holds(task, call)));
  return { whole: Math.max(...tasks.map(timeOf)), ofExtension: Math.max(0, ...tasks.map(inTask)), allOfExtension: sum(calls) };
}

async function trace(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect as never);
  await session.send('Tracing.start', { categories: 'devtools.timeline,disabled-by-default-devtools.timeline,toplevel', transferMode: 'ReportEvents' } as never);
  await run();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect as never);
  return events;
}

const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
const timeOf = ({ dur = 0, tdur = dur }: TraceEvent) => tdur / 1000;
const sum = (events: readonly TraceEvent[]) => events.reduce((total, event) => total + timeOf(event), 0);
const holds = (outer: TraceEvent, inner: TraceEvent) => outer !== inner && threadOf(outer) === threadOf(inner)
  && outer.ts <= inner.ts && outer.ts + (outer.dur ?? 0) >= inner.ts + (inner.dur ?? 0);
const outermost = (calls: readonly TraceEvent[]) => calls.filter((call) => !calls.some((other) => holds(other, call)));
