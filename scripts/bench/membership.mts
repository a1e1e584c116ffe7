import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { CDPSession, Page } from 'playwright';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { kinds } from './membership-kinds.ts';
import type { Measured } from './membership-page.ts';
import { ms, row, section } from './report.mts';

const counts = [100_000, 1_000_000];
const baseline = 'array, then Set';
interface Result extends Measured { readonly bytes: number }

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('membership-page.ts', import.meta.url))], bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]!.text;
}

/** Bytes in use after two collections: the heap, and the buffers outside of it. */
async function memory(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = (await session.send('Runtime.getHeapUsage')) as { usedSize: number; backingStorageSize?: number };
  return usedSize + backingStorageSize;
}

/** Membership as the extension needs it: kept in IndexedDB, made usable by a fresh page, asked host by host. */
export async function benchMembership(browser: Browser): Promise<void> {
  const script = await pageScript();
  for (const count of counts) {
    section(`A list of ${count.toLocaleString('en')} indicators, in Chromium`);
    const results = new Map<string, Result>();
    for (const kind of Object.keys(kinds)) {
      const page = await browser.openExtensionPage('popup.html');
      results.set(kind, await measure(page, script, kind, count));
      await page.close();
    }
    for (const [kind, result] of results) report(kind, result, results.get(baseline)!);
  }
}

async function measure(page: Page, script: string, kind: string, count: number): Promise<Result> {
  const session = await page.context().newCDPSession(page);
  await page.evaluate(script);
  const before = await memory(session);
  const measured = await page.evaluate(
    ([name, size]) => (globalThis as never as { measureMembership: (name: string, count: number) => Promise<Measured> }).measureMembership(name, size),
    [kind, count] as const,
  );
  return { ...measured, bytes: (await memory(session)) - before };
}

function report(kind: string, { build: built, load, perSecond, bytes, wrong, asked }: Result, base: Result): void {
  const times = (value: number, other: number) => (value / other).toFixed(2);
  row(kind, `load ${ms(load)}`, `${times(load, base.load)} of the Set's; ${(bytes / 1e6).toFixed(1)} MB, ${times(bytes, base.bytes)} of it; `
    + `${Math.round(perSecond).toLocaleString('en')} look-ups a second, ${times(perSecond, base.perSecond)} of it; build ${ms(built)}; ${wrong} of ${asked} wrong`);
}
