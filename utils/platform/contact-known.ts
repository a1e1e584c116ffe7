import type { Facts } from '../core/facts.ts';
import { channel, type ContactSeen } from './contact-seen.ts';
import type { ContactCase } from './contact-case.ts';
import type { ContactRow } from './rows.ts';
import { addSaid, compareSaid, type Said } from './said-history.ts';

type Known = NonNullable<Facts['known']>;
/** Asks that do harm when followed; every published case needed one of them. */
const graveAsks = ['run-code', 'paste-command', 'install-software', 'connect-wallet', 'hand-over-identity', 'pay-money'] as const;
const allAsks: readonly string[] = [...graveAsks, 'open-page', 'open-file', 'move-channel'];
export const isRemembered = (ask: string): boolean => allAsks.includes(ask);

/** What does not depend on the days of the person's answers: those the caller knows. */
export function caseKnown(contact: ContactCase, seen: ContactSeen, asks: readonly string[], day: number): Known {
  const { own, byName, byLink } = contact;
  const joined = [...byName, ...byLink];
  const rows = [...own, ...joined];
  const name = compareSaid(historyOf(own, 'names'), seen.name, day);
  const employer = compareSaid(historyOf(own, 'employers'), seen.employers, day);
  const interviews = new Set([...rows, seen].flatMap((one) => one.interviews)).size;
  return {
    ...(name.changed !== undefined && { nameChanged: name.changed }),
    ...(employer.changed !== undefined && { employerChanged: employer.changed }),
    ...(employer.days !== undefined && { employerChangedWithinDays: employer.days }),
    ...domainChanged(byName, seen),
    ...(rows.some((row) => row.channels & channel.linkedin) && { metOnLinkedin: true }),
    ...(joined.length > 0 && { joinedBy: byName.length > 0 ? 'name and company' as const : 'link' as const }),
    ...(interviews > 0 && { interviewLinks: interviews }),
    ...askedBefore(rows, asks, day),
  };
}

/** One history out of several rows of one contact. */
const historyOf = (rows: readonly ContactRow[], of: 'names' | 'employers'): Said[] =>
  rows.flatMap((row) => row[of]).reduce<Said[]>(addSaid, []);

/** One address has one domain for ever, so only contacts that are joined by name and company can differ. */
function domainChanged(joined: readonly ContactRow[], { mailDomain }: ContactSeen): Known {
  const others = joined.flatMap((row) => row.mailDomain ?? []);
  return mailDomain && others.length > 0 ? { mailDomainChanged: !others.includes(mailDomain) } : {};
}

/**
 * What was asked on a day before that of the newest grave ask in view. Reading one message again therefore never counts it
 * twice: everything it asks began on one day.
 */
function askedBefore(rows: readonly ContactRow[], asks: readonly string[], day: number): Known {
  if (!rows.some(({ first }) => first < day)) return {};
  const firstDay = (ask: string) => Math.min(...rows.map((row) => row.asks[ask] ?? Infinity));
  const current = graveAsks.filter((ask) => asks.includes(ask)).map((ask) => Math.min(day, firstDay(ask)));
  const newest = current.length > 0 ? Math.max(...current) : day;
  return { askedBefore: Object.fromEntries(allAsks.map((ask) => [ask, firstDay(ask) < newest])) };
}
