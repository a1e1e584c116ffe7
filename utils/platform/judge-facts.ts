import { i18n } from '#i18n';
import type { Facts } from '../core/facts.ts';
import type { Judge } from '../core/judge.ts';
import { isBelow, organisationWords } from '../core/organisation-words.ts';
import { repositoriesIn } from '../core/repositories-in.ts';
import type { Verdict } from '../core/verdict.ts';
import { dismissalOf } from './dismissals.ts';
import { fetchPhoto } from './fetch-photo.ts';
import { judgeAgain } from './judge-again.ts';
import { markableDomain } from './markable-domain.ts';
import { isOff } from './may-read.ts';
import { messageKey } from './message-key.ts';
import { origin } from './origin.ts';
import { storedPack } from './packs.ts';
import type { Answer, From } from './questions.ts';
import { recall, type Recalled } from './recall.ts';
import { readSettings } from './settings.ts';
import { sightConversation } from './sight-photos.ts';
import { countVerdict } from './tallies.ts';
import { tellFinding } from './tell-finding.ts';

const asked = 'message.asks.';

/** Fetches the photos of who writes and of who else takes part, where that is wanted. True when the verdict may change for what was seen. */
async function seesMore(facts: Facts, incognito: boolean, { isWanted, hasList }: { isWanted: boolean; hasList: boolean }): Promise<boolean> {
  const outcome = await fetchPhoto(facts, incognito, isWanted);
  const isMore = outcome === 'same' || outcome === 'similar' || (hasList && outcome === 'remembered');
  return (await sightConversation(facts.message?.people ?? [], incognito, isWanted)) || isMore;
}

/** Facts, what is remembered about them, and the verdict. Nobody waits for a photo that is fetched: the page is told when it was seen before. */
export async function judgeFacts(facts: Facts, from: From): Promise<Answer['judge']> {
  const { incognito: isPrivate, fromPage, tabId } = from;
  // What a person pastes to check is held against the memory and leaves as little in it as a private window.
  const incognito = isPrivate || !fromPage;
  const [{ settings }, { judge, places }] = await Promise.all([readSettings(), storedPack()]);
  // A page that was open when its site was switched off reads on until it is loaded anew.
  if (isOff(from, settings.disabledSites.value)) throw new Error(i18n.t('place.offText'));
  const [recalled, marked] = await Promise.all([recall(facts, incognito, places), dismissalOf(facts, places)]);
  const verdict = judgeRecalled(judge, recalled);
  void seesMore(facts, incognito, { isWanted: settings.checkPhotos.value, hasList: places.photos !== undefined }).then((more) => (more ? judgeAgain(tabId) : undefined));
  if (!incognito) void origin().then(({ salt }) => countVerdict(messageKey(facts, salt), facts.surface, verdict)).catch(() => undefined);
  const domain = markableDomain(facts, places);
  const repositories = repositoriesIn(facts).map(({ address }) => address);
  const organisation = organisationWords(settings);
  // What was marked before the organisation decided does not hold either.
  const dismissed = settings.allowDismissals.value ? marked : undefined;
  if (!incognito && !dismissed) void tellFinding(facts, verdict).catch(() => undefined);
  return {
    verdict, placement: settings.placement.value, ...(isBelow(verdict.level, settings) && { isQuiet: true as const }), ...(organisation && { organisation }),
    ...(dismissed && { dismissed }), ...(domain && { domain }), ...(repositories.length > 0 && { repositories }),
  };
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
