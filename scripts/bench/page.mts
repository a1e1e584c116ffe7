import { allArms, baseline, own, withArms } from './arms.mts';
import { benchChanges } from './changes.mts';
import { benchHeap } from './heap.mts';

/** What the extension costs the pages it reads, in real Chromium, beside no extension and beside libraries that watch pages too. */
export async function benchPage(): Promise<void> {
  await withArms(allArms, benchChanges);
  await withArms([baseline, own], benchHeap);
}
