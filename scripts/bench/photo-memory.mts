import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import type { Timed } from './photo-memory-page.ts';
import { median, ms, row, section } from './report.mts';

const remembered = 100_000;

/** What the page's script offers. Times come of the measurements only. */
type Page = Readonly<Record<'write' | 'measureMemory' | 'measureList', (count: number) => Promise<Timed | undefined>>>;

async function pageScript(): Promise<string> {
  const { outputFiles } = await build({ entryPoints: [fileURLToPath(new URL('photo-memory-page.ts', import.meta.url))], bundle: true, write: false, format: 'iife', logLevel: 'error' });
  return outputFiles[0]!.text;
}

/** What a worker that wakes pays to compare a face with its memory and with a pack's list, in both browsers. */
export async function benchPhotoMemory(): Promise<void> {
  const script = await pageScript();
  for (const kind of browserKinds) {
    const browser = await launch({ kind, fixtures: () => undefined });
    try {
      await inPage(browser, script, 'write');
      section(`${remembered.toLocaleString('en')} remembered photos, in ${kind}`);
      report((await inPage(browser, script, 'measureMemory'))!);
      section(`A list of 1,000,000 reported photos, in ${kind}`);
      report((await inPage(browser, script, 'measureList'))!);
    } finally {
      await browser.stop();
    }
  }
}

async function inPage(browser: Browser, script: string, work: keyof Page): Promise<Timed | undefined> {
  const page = await browser.openExtensionPage('popup.html');
  await page.evaluate(script);
  const measured = await page.evaluate(
    ([name, count]) => (globalThis as never as { benchPhotos: Page }).benchPhotos[name as keyof Page](count), [work, remembered] as const,
  );
  // Not waited for: Firefox never says that a page of an extension is closed.
  void page.close().catch(() => undefined);
  return measured;
}

function report({ read, plainRead, search, plainSearch }: Timed): void {
  const p99 = search[Math.floor(search.length * 0.99)]!;
  const compared = Number.isNaN(plainRead) ? 'with the first search; 64 MB in memory' : `${(read / plainRead).toFixed(3)} of reading a row each (${ms(plainRead)})`;
  row('one read', ms(read), compared);
  row('one face: whole, disc and both mirrored', ms(median(search)), `p99 ${ms(p99)}; ${(median(search) / median(plainSearch)).toFixed(3)} of comparing one by one (${ms(median(plainSearch))})`);
}
