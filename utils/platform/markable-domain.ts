import { mailHost } from '../core/address.ts';
import { isDisowned } from '../core/authentication-results.ts';
import type { Facts } from '../core/facts.ts';
import { isMember } from '../core/named-list.ts';
import { findSite } from '../core/site.ts';
import type { Places } from './telling-links.ts';

/** The sender's mail domain where one house stands behind it: at free mail, hiring services and LinkedIn anybody writes. A mail that it disowns is not from there. */
export function markableDomain(facts: Facts, { sites, lists }: Places): string | undefined {
  const host = mailHost(facts.sender?.email ?? '');
  if (!host || isDisowned(facts) || host.isShared || host.domain === 'linkedin.com') return undefined;
  const isOpen = ['free-mail', 'disposable-mail', 'hiring-vendors', 'meeting-vendors'].some((name) => lists[name] !== undefined && isMember(lists[name], host.host));
  return isOpen || findSite(sites, host, '/') !== undefined ? undefined : host.domain;
}
