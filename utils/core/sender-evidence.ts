import { mailHost, parseHost } from './address.ts';
import { authenticationResults } from './authentication-results.ts';
import type { Companies } from './company-table.ts';
import { employerEvidence, type Employer } from './employer-evidence.ts';
import type { Facts } from './facts.ts';
import { addressLimit, lineLimit } from './limits.ts';
import { addressInName } from './link-evidence.ts';
import { profilePlace } from './profile-place.ts';

const line = (text: string | null | undefined): string | undefined => text?.trim().slice(0, lineLimit) || undefined;

/** Who writes, by name, address and what he says about his employer. */
export function senderEvidence({ sender, message }: Facts, employers: readonly Employer[], companies: Companies): Record<string, unknown> {
  const email = line(sender?.email)?.toLowerCase();
  const host = email ? mailHost(email) : undefined;
  const name = line(sender?.name);
  const named = name ? addressInName(name) : undefined;
  return {
    name, headline: line(sender?.headline), company: line(sender?.company), location: line(sender?.location),
    profile: sender?.profileUrl ? profilePlace(sender.profileUrl.slice(0, addressLimit)) : undefined,
    verified: sender?.verified ?? undefined, degree: sender?.degree ?? undefined,
    email, local: email?.slice(0, email.lastIndexOf('@')), host: host?.host, domain: host?.domain,
    nameAddress: named?.host,
    nameAddressDiffers: name && host ? named !== undefined && named.domain !== host.domain : undefined,
    ...employerEvidence(employers, host?.domain, companies, !message?.thread?.length || message.wholeThread === true),
  };
}

/** What the headers say, and what a webmail shows of them. All of it speaks of identity: a pass says who sent, never what for. */
export function headerEvidence({ headers, sender }: Facts): Record<string, unknown> {
  const domainOf = (address: string | null | undefined) => mailHost(line(address) ?? '')?.domain;
  const from = domainOf(sender?.email);
  const reply = domainOf(headers?.replyTo);
  const result = authenticationResults(headers?.authenticationResults ?? '');
  const mailedBy = shownDomain(headers?.mailedBy);
  const signedBy = shownDomain(headers?.signedBy);
  return {
    replyDomain: reply,
    replyElsewhere: differs(from, reply),
    returnDomain: domainOf(headers?.returnPath),
    mailedBy, signedBy, mailedElsewhere: differs(from, mailedBy), signedElsewhere: differs(from, signedBy),
    spf: result.spf, dkim: result.dkim, dmarc: result.dmarc,
  };
}

const differs = (one: string | undefined, other: string | undefined) => (one && other ? one !== other : undefined);

/** "mailed-by: news.birchline.example", or Outlook's "office@roundtable.example on behalf of". */
export function shownDomain(shown: string | null | undefined): string | undefined {
  const text = line(shown)?.toLowerCase();
  return text ? (text.includes('@') ? mailHost(text)?.domain : parseHost(text)?.domain) : undefined;
}

/** At most 64 characters before the @ (RFC 5321, 4.5.3.1.1); every run of them is tried from its start only. */
const addresses = /(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g;

/** Domain of the first mail address in their words that is not of the domain they write from. Unknown when that was not seen. */
export function answerDomain({ sender }: Facts, text: string | undefined): string | undefined {
  const from = mailHost(line(sender?.email) ?? '')?.domain;
  if (!from || !text) return undefined;
  for (const [address] of text.matchAll(addresses)) {
    const domain = mailHost(address)?.domain;
    if (domain && domain !== from) return domain;
  }
  return undefined;
}
