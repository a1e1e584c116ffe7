import type { Facts } from '../core/facts.ts';
import type { Judge } from '../core/judge.ts';
import type { Verdict } from '../core/verdict.ts';
import { dismissalOf } from './dismissals.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { judgeAgain } from './judge-again.ts';
import { storedPack } from './packs.ts';
import { readPlacement } from './placement.ts';
import type { Answer, From } from './questions.ts';
import { recall, type Recalled } from './recall.ts';

const asked = 'message.asks.';

/** Facts, what is remembered about them, and the verdict. Nobody waits for a photo that is fetched: the page is told when it was seen before. */
export async function judgeFacts(facts: Facts, { incognito, tabId }: From): Promise<Answer['judge']> {
  const { judge, places } = await storedPack();
  const [recalled, dismissed, placement] = await Promise.all([recall(facts, incognito, places), dismissalOf(facts), readPlacement()]);
  const verdict = judgeRecalled(judge, recalled);
  void fetchPhoto(facts, incognito).then((outcome) => (outcome === 'same' || outcome === 'similar' ? judgeAgain(tabId) : undefined));
  return { verdict, placement, ...(dismissed && { dismissed }) };
}

/**
 * Judges twice when what is asked for now gives what was asked before another meaning. What is to be remembered is written
 * after the answer: nobody waits for it.
 */
function judgeRecalled(judge: Judge, { facts, askedFor, remember }: Recalled): Verdict {
  const verdict = judge(facts);
  const asks = verdict.asks.flatMap((mark) => (mark.startsWith(asked) ? mark.slice(asked.length) : []));
  void remember(asks);
  const again = askedFor(asks);
  return again === facts ? verdict : judge(again);
}
