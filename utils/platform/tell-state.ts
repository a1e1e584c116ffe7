import { stateEvent, type Event, type EventType } from '../core/event.ts';
import { policyKeys } from '../core/settings-schema.ts';
import { eventTeller } from './event-teller.ts';
import type { EventsPolicy } from './events-policy.ts';
import { editRecord, readRecord } from './events-record.ts';
import { countWaiting, post } from './outbox.ts';
import { packStates } from './pack-states.ts';

const dayLong = 86_400_000;

/**
 * Once in 24 hours that Bonafide runs: that it does, and what an administrator has to mend. Counted from the last time and not by the calendar, so
 * that a fleet does not speak at midnight.
 */
export async function tellState(policy: EventsPolicy): Promise<void> {
  const { heartbeatAt } = await readRecord();
  if (heartbeatAt !== undefined && Math.abs(Date.now() - heartbeatAt) < dayLong) return;
  await tellOldRules(policy);
  await tellRejectedKeys(policy);
  const waiting = await countWaiting();
  const { dropped, rejected } = await readRecord();
  await tell(policy, 'heartbeat', { 'bonafide.waiting': waiting, ...(dropped && { 'bonafide.dropped': dropped }), ...(rejected && { 'bonafide.rejected': rejected }) });
  // What was counted meanwhile is told the next time.
  await editRecord((now) => ({ heartbeatAt: Date.now(), dropped: now.dropped - dropped, rejected: now.rejected - rejected }));
}

/** Old is what nobody confirmed for longer than the policy allows; where nothing is looked for, what was made longer ago than that. */
async function tellOldRules(policy: EventsPolicy): Promise<void> {
  const aged = (await packStates()).map(({ state, issued }) => ({ state, days: issued === undefined ? 0 : Math.floor((Date.now() - Date.parse(issued)) / dayLong) }));
  const old = aged.filter(({ state, days }) => state === 'stale' || (state === 'off' && days > policy.values.packMaxAgeDays)).map(({ days }) => days);
  if (old.length > 0) await tell(policy, 'rules_stale', { 'bonafide.pack_age_days': Math.max(0, ...old) });
}

/** A name that is no setting's may be anything: that there is one is enough. */
async function tellRejectedKeys(policy: EventsPolicy): Promise<void> {
  const bad = new Set<string>(policy.rejected.filter(({ by }) => by === 'policy').map(({ key }) => key));
  const keys = policyKeys.filter((key) => bad.has(key));
  if (bad.size > 0) await tell(policy, 'policy_error', { 'bonafide.keys': bad.size > keys.length ? [...keys, 'unknown'] : keys });
}

const tell = async (policy: EventsPolicy, type: Exclude<EventType, 'finding' | 'user_override'>, said: Event): Promise<void> =>
  post(stateEvent(await eventTeller(policy.values), type, said));
