import type { Facts } from '../core/facts.ts';
import { database } from './database.ts';
import { dayAt, rememberedDays, today } from './day.ts';
import { senderKeys } from './identity.ts';
import { origin } from './origin.ts';
import type { Rows } from './rows.ts';

/** Days of watching before "never met" means anything: people answer recruiters within two weeks or not at all. */
const watchedDays = 14;

/** Places where somebody writes to the person; looking at a profile or a job is no contact. */
const isContact = ({ surface }: Facts) => surface !== 'linkedin-profile' && surface !== 'linkedin-job';

/**
 * False when this contact was met on an earlier day, true when we had been watching and never met it, else undefined.
 * Remembers the contact unless `incognito`.
 */
export async function recallContact(facts: Facts, incognito: boolean): Promise<boolean | undefined> {
  const { salt, since } = await origin();
  const keys = senderKeys(facts, salt);
  if (keys.length === 0) return undefined;
  const day = today();
  const rows = await Promise.all(keys.map((key) => database.get('contacts', key)));
  const met = rows.filter((row) => row !== undefined && row.last >= day - rememberedDays) as Rows['contacts'][];
  const first = Math.min(day, ...met.map((row) => row.first));
  const isNews = met.length < keys.length || met.some((row) => row.last < day);
  if (!incognito && isContact(facts) && isNews) {
    await database.change({ put: { contacts: keys.map((key) => ({ key, first, last: day })) } });
  }
  if (first < day) return false;
  // What happens in private windows is not remembered, so from there nobody is "never met".
  const watched = !incognito && isContact(facts) && day - since >= watchedDays;
  return watched && !answeredBefore(facts, day) ? true : undefined;
}

/** True unless every visible answer of the person is dated today: an undated one may be old. */
function answeredBefore({ message }: Facts, day: number): boolean {
  return (message?.thread ?? []).some(({ from, at }) => from === 'me' && !(at && dayAt(new Date(at)) >= day));
}
