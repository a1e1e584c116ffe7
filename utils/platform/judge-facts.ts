import type { Facts } from '../core/facts.ts';
import { dismissalOf } from './dismissals.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { storedJudge } from './packs.ts';
import type { From, Judgement } from './questions.ts';
import { recall } from './recall.ts';

/** Facts, what is remembered about them, and the verdict. A photo is fetched after the answer and counts from the next one on. */
export async function judgeFacts(facts: Facts, { incognito }: From): Promise<Judgement> {
  const [judge, recalled, dismissed] = await Promise.all([storedJudge(), recall(facts, incognito), dismissalOf(facts)]);
  void fetchPhoto(facts, incognito);
  return { verdict: judge(recalled), ...(dismissed && { dismissed }) };
}
