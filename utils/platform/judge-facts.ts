import type { Facts } from '../core/facts.ts';
import { askPage } from './ask.ts';
import { dismissalOf } from './dismissals.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { storedJudge } from './packs.ts';
import type { From, Judgement } from './questions.ts';
import { recall } from './recall.ts';

/** Facts, what is remembered about them, and the verdict. Nobody waits for a photo that is fetched: the page is told when it was seen before. */
export async function judgeFacts(facts: Facts, { incognito, tabId }: From): Promise<Judgement> {
  const [judge, recalled, dismissed] = await Promise.all([storedJudge(), recall(facts, incognito), dismissalOf(facts)]);
  void fetchPhoto(facts, incognito).then((outcome) => (outcome === 'same' || outcome === 'similar' ? judgeAgain(tabId) : undefined));
  return { verdict: judge(recalled), ...(dismissed && { dismissed }) };
}

/** The person may have left the page by now. */
async function judgeAgain(tabId: number | undefined): Promise<void> {
  if (tabId !== undefined) await askPage(tabId, 'state', { again: true }).catch(() => undefined);
}
