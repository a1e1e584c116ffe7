import { findingEvent, overrideEvent, siteNamed, type ToldLevel } from '../core/event.ts';
import type { Facts, SurfaceId } from '../core/facts.ts';
import { levels, weights } from '../core/score.ts';
import { toldDomains } from '../core/told-domains.ts';
import type { Verdict } from '../core/verdict.ts';
import { eventsPolicy } from './events-policy.ts';
import { eventTeller } from './event-teller.ts';
import { post } from './outbox.ts';
import { sendEvents } from './send-events.ts';
import { rememberTold, toldBefore, toldKey } from './told-findings.ts';
import { wakeForEvents } from './wake-for-events.ts';

/** What somebody looks at out of an interest of their own, a job post above all, is never told: an attack comes as a message. Nor is pasted text. */
const sought: ReadonlySet<SurfaceId> = new Set(['linkedin-profile', 'linkedin-job', 'linkedin-company', 'text']);

let telling: Promise<unknown> = Promise.resolve();
/** One after another: a page has the same message judged several times while it loads. */
const inTurn = (work: () => Promise<void>): Promise<void> => {
  const done = telling.then(work);
  telling = done.catch(() => undefined);
  return done;
};

/**
 * Tells the organisation's collector, where there is one, about a finding that the person was warned of. Never call it for a private window or for
 * what was marked as not a problem. What it leaves out stands in docs/events.md.
 */
export async function tellFinding(facts: Facts, verdict: Verdict): Promise<void> {
  if (verdict.level !== 'none' && !sought.has(facts.surface)) await inTurn(() => tell(facts, verdict));
}

async function tell(facts: Facts, { level, score, findings }: Verdict): Promise<void> {
  const policy = await eventsPolicy();
  if (!policy?.isAllowed || levels.indexOf(level) < levels.indexOf(policy.least)) return;
  const counted = findings.filter(({ trial, severity }) => !trial && weights[severity] > 0);
  const key = await toldKey(facts);
  const before = await toldBefore(key);
  const rules = counted.map(({ rule }) => rule);
  const isLouder = !before || levels.indexOf(level) > levels.indexOf(before.level);
  if (!isLouder && rules.every((rule) => before.rules.includes(rule))) return;
  const { values } = policy;
  const teller = await eventTeller(values);
  const told = {
    uid: before?.uid ?? teller.id, level: (isLouder ? level : before.level) as ToldLevel, site: siteNamed(facts.surface),
    rules: [...new Set([...before?.rules ?? [], ...rules])],
  };
  await post(findingEvent(teller, {
    ...told, isUpdate: before !== undefined, score, strongest: counted[0]?.severity ?? 'info',
    shown: values.placement === 'inline' ? 'page' : 'button', ...(values.eventsFields === 'standard' && toldDomains(facts)),
  }));
  await rememberTold(key, { ...told, at: Date.now() });
  await wakeForEvents();
  if (level === 'danger') void sendEvents().catch(() => undefined);
}

/** Tells that the person marked as not a problem what was told before; of anything else nothing is told. */
export const tellOverride = (facts: Facts, scope: string): Promise<void> => inTurn(async () => {
  const policy = await eventsPolicy();
  const told = policy?.isAllowed ? await toldBefore(await toldKey(facts)) : undefined;
  if (!policy || !told) return;
  await post(overrideEvent(await eventTeller(policy.values), told, scope));
  await wakeForEvents();
});
