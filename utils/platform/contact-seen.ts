import { mailHost } from '../core/address.ts';
import { claimedEmployers } from '../core/claimed-employer.ts';
import type { Facts } from '../core/facts.ts';
import { isMember } from '../core/named-list.ts';
import { findSite } from '../core/site.ts';
import { senderKeys } from './identity.ts';
import { sealed } from './origin.ts';
import { personName } from './person-name.ts';
import type { ContactRow } from './rows.ts';
import { tellingLinks, type Places } from './telling-links.ts';

/** What one message shows of who wrote it, in digests: nothing of it can be read back without guessing. */
export interface ContactSeen extends Pick<ContactRow, 'traces' | 'channels' | 'mailDomain' | 'interviews'> {
  readonly name: readonly string[];
  readonly employers: readonly string[];
}

/** Bits of `channels`. */
export const channel = { linkedin: 1, mail: 2, other: 4 } as const;
const channelOf = ({ surface }: Facts) =>
  (surface.startsWith('linkedin-') ? channel.linkedin : surface === 'text' ? channel.other : channel.mail);

/** Most digests of each kind that one message gives. */
const most = { links: 8, pairs: 4, employers: 4, interviews: 4 };

/** Addresses several people of a house write from: their names and companies change by themselves. */
const sharedMailbox = new RegExp('^(?:[\\w-]*[._-])?(?:jobs?|careers?|hr|hiring|recruit(?:ing|ment|er|ers)?|talent|people|team|office|info|hello|contact'
  + '|support|apply|applications?|invitations?|invites?|reply|mail|messages?)(?:[+._-].*)?@');

/** Undefined when nothing tells this contact from others. */
export function contactSeen(facts: Facts, salt: string, places: Places): ContactSeen | undefined {
  const keys = senderKeys(facts, salt);
  if (keys.length === 0) return undefined;
  const channels = channelOf(facts);
  const bare = { traces: keys, channels, name: [], employers: [], interviews: [] };
  const mail = facts.sender?.email?.trim().toLowerCase();
  if (mail && isShared(mail, places)) return bare;
  return { ...bare, ...told(facts, keys, (text) => sealed(salt, text), places) };
}

function told(facts: Facts, keys: readonly string[], seal: (text: string) => string, places: Places) {
  const { kind, words } = personName(facts.sender?.name ?? '');
  const claims = claimedEmployers(facts);
  const employers = claims.map(({ key }) => key);
  const mailDomain = mailHost(facts.sender?.email ?? '')?.domain;
  const links = tellingLinks(facts, { mailDomain, employers }, places);
  const pairs = employers.filter((key) => words.length > 1 && !words.every((word) => key.includes(word))).slice(0, most.pairs);
  return {
    traces: [
      ...keys,
      ...pairs.map((key) => `pair:${seal(`pair ${words.join(' ')} at ${key}`)}`),
      ...links.places.slice(0, most.links).map((place) => `link:${seal(`link ${place}`)}`),
    ],
    name: words.map((word) => `${kind}:${seal(`name ${word}`)}`),
    // "We hire for X" is said of a new client each week: only the contact's own employer can change.
    employers: claims.filter(({ isFirm }) => isFirm).slice(0, most.employers).map(({ key }) => `employer:${seal(`employer ${key}`)}`),
    interviews: links.interviews.slice(0, most.interviews).map((address) => seal(`interview ${address}`)),
    ...(mailDomain && { mailDomain: seal(`domain ${mailDomain}`) }),
  };
}

/** Mailboxes of houses, and senders of services that write for many. Free mail belongs to one person. */
function isShared(mail: string, places: Places): boolean {
  const host = mailHost(mail);
  if (!host) return true;
  const site = findSite(places.sites, host, '/');
  if (site?.kind === 'mail' || places.lists['free-mail']?.has(host.domain)) return false;
  if (sharedMailbox.test(mail)) return true;
  const vendors = places.lists['hiring-vendors'];
  return site !== undefined || host.domain === 'linkedin.com' || (vendors !== undefined && isMember(vendors, host.host));
}

