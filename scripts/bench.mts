/**
 * `npm run bench [-- [--only PART] [messages.jsonl]]`: figures of speed and size as ratios to a named baseline of the same run.
 * Not a test: absolute times depend on the machine.
 */
import { parseArgs } from 'node:util';
import { launch, type Browser } from '../utils/cli/browser/launch.ts';
import { allArms, baseline, own, withArms } from './bench/arms.mts';
import { benchAnswers } from './bench/answers.mts';
import { benchChanges } from './bench/changes.mts';
import { benchFingerprint } from './bench/fingerprint.mts';
import { benchHeap } from './bench/heap.mts';
import { benchInspect } from './bench/inspect.mts';
import { benchInspectInPage } from './bench/inspect-in-page.mts';
import { benchJudge } from './bench/judge.mts';
import { benchMembership } from './bench/membership.mts';
import { benchPhotoMemory } from './bench/photo-memory.mts';
import { benchPhotoSearch } from './bench/photo-search.mts';
import { benchSizes } from './bench/sizes.mts';

const { values: { only = [] }, positionals: [messages] } = parseArgs({ options: { only: { type: 'string', multiple: true } }, allowPositionals: true });

async function inChromium(run: (browser: Browser) => Promise<void>): Promise<void> {
  const browser = await launch({ kind: 'chromium', fixtures: () => undefined });
  await run(browser).finally(() => browser.stop());
}

const parts: Readonly<Record<string, () => Promise<void> | void>> = {
  sizes: benchSizes,
  judge: () => benchJudge(messages),
  fingerprint: benchFingerprint,
  'photo-search': benchPhotoSearch,
  inspect: benchInspect,
  'inspect-page': benchInspectInPage,
  membership: () => inChromium(benchMembership),
  'photo-memory': benchPhotoMemory,
  answers: () => inChromium(benchAnswers),
  // What a page pays, beside no extension and beside libraries that watch pages too.
  page: () => withArms(allArms, benchChanges),
  heap: () => withArms([baseline, own], benchHeap),
};
const stray = only.find((name) => !(name in parts));
if (stray !== undefined) {
  console.error(`There is no part "${stray}". Choose among: ${Object.keys(parts).join(', ')}.`);
  process.exit(2);
}
for (const [name, run] of Object.entries(parts)) if (only.length === 0 || only.includes(name)) await run();
