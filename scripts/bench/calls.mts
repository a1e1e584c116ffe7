import type { CDPSession } from 'playwright';

/** Calls of functions in extension scripts while `run` ran: the same on every machine, however busy, as long as the page changes the same way. */
export async function countCalls(session: CDPSession, run: () => Promise<void>): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await run();
  const { result } = await session.send('Profiler.takePreciseCoverage');
  await session.send('Profiler.stopPreciseCoverage');
  return result.filter(({ url }) => url.startsWith('chrome-extension:'))
    .reduce((sum, { functions }) => sum + functions.reduce((sum, { ranges }) => sum + ranges[0]!.count, 0), 0);
}
