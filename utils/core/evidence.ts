import { companyEvidence } from './company-evidence.ts';
import type { Companies } from './company-table.ts';
import { employersOf, withClaims } from './employer-evidence.ts';
import type { Facts } from './facts.ts';
import { withInspections } from './inspected-links.ts';
import { lineLimit, listLimit, textLimit } from './limits.ts';
import { extensionOf, isDisguised, kindOfFile, type FileKind } from './file-kind.ts';
import { linksEvidence, type LinkEvidence } from './link-evidence.ts';
import { profileEvidence } from './profile-evidence.ts';
import type { Anchor } from './join-date.ts';
import { isInternal } from './internal-mail.ts';
import type { NamedList } from './named-list.ts';
import { answerDomain, headerEvidence, senderEvidence } from './sender-evidence.ts';
import type { Sites } from './site.ts';
import { addressesIn } from './written-address.ts';
import type { ShapeOf } from './host-shape.ts';

/**
 * Facts and everything that follows from them by thought alone. Rules speak about evidence only.
 * A field is absent when what it follows from was not seen; an empty string counts as not seen.
 */
export interface Evidence {
  surface: string;
  sender: Record<string, unknown>;
  message: Record<string, unknown>;
  links?: LinkEvidence[];
  files?: FileEvidence[];
  headers: Record<string, unknown>;
  profile: Record<string, unknown>;
  company: Record<string, unknown>;
  known: Record<string, unknown>;
}
interface FileEvidence { name: string; type?: string; size?: number; extension?: string; kind: FileKind; isDisguised: boolean }

/** What deriving needs beside the facts: tables that travel in packs. */
export interface Tables { readonly sites: Sites; readonly anchors: readonly Anchor[]; readonly companies: Companies; readonly shapeOf?: ShapeOf; /** Domains of the organisation the person works for, where a policy names them. */ readonly own?: NamedList }

export function deriveEvidence(facts: Facts, tables: Tables): Evidence {
  const text = theirWords(facts);
  const employers = employersOf(facts, tables.companies);
  const { inspected, ...known } = facts.known ?? {};
  const evidence: Evidence = {
    surface: facts.surface,
    sender: { ...senderEvidence(facts, employers, tables.companies), internal: isInternal(facts, tables.own) },
    message: { ...messageEvidence(facts, text), answerDomain: answerDomain(facts, text) },
    links: withInspections(withClaims(linksEvidence(facts.links, text, tables.sites), employers), inspected)
      ?.map((link) => ({ ...link, ...(link.host && tables.shapeOf?.(link.host)) })),
    files: facts.files?.slice(0, listLimit).map(fileEvidence),
    headers: headerEvidence(facts),
    profile: profileEvidence(facts, tables.anchors),
    company: companyEvidence(facts, tables.companies, tables.sites),
    known,
  };
  return evidence;
}

const line = (text: string | null | undefined): string | undefined => text?.trim().slice(0, lineLimit) || undefined;

/** Of a text that is too long a quarter is the start, where somebody introduces himself, and the rest the end, where the ask stands. */
const startKept = textLimit / 4;

/** Subject, text and their part of the thread, each once, one a line. Undefined when nothing of it was seen. */
function theirWords(facts: Facts): string | undefined {
  const { subject, text, thread } = facts.message ?? {};
  const theirs = (thread ?? []).slice(-listLimit).filter(({ from }) => from === 'them').map((entry) => entry.text);
  const words = [...new Set([subject, ...theirs, text].map((part) => part?.trim()).filter((part) => part))];
  if (words.length === 0) return text === '' || thread?.length ? '' : undefined;
  const whole = words.join('\n');
  return whole.length > textLimit ? `${whole.slice(0, startKept)}\n${whole.slice(startKept + 1 - textLimit)}` : whole;
}

/** A Latin letter right behind a Cyrillic one, both of shapes the other alphabet has too: nobody types this by accident. */
const mixedWord = /[а-яёіїє][aceopxykmthbui]\p{L}*/giu;

/** Words between addresses make it a message of words. */
function isOnlyLinks(text: string): boolean {
  const rest = addressesIn(text).reduce((left, address) => left.replaceAll(address, ' '), text);
  return rest !== text && !/\p{L}/u.test(rest);
}

/** Unknown when it may be cut (readers leave one character less than the limit at least): rules ask for what it does not say, and a part would accuse. */
function latestOf(message: Facts['message']): string | undefined {
  const latest = message?.text?.trim() || message?.thread?.findLast(({ from }) => from === 'them')?.text?.trim();
  return latest && latest.length < textLimit - 1 ? latest : undefined;
}

function messageEvidence({ message }: Facts, text: string | undefined): Record<string, unknown> {
  const thread = message?.thread ?? undefined;
  return {
    text,
    mixedWords: text === undefined ? undefined : text.match(mixedWord)?.length ?? 0,
    onlyLinks: text === undefined ? undefined : isOnlyLinks(text),
    latest: latestOf(message),
    subject: line(message?.subject),
    kind: message?.kind ?? undefined,
    language: line(message?.language),
    // Of a conversation seen in part nobody knows how long it is: few visible messages are not few messages.
    received: message?.wholeThread ? thread?.filter(({ from }) => from === 'them').length : undefined,
    replied: message?.wholeThread ? thread?.filter(({ from }) => from === 'me').length : undefined,
  };
}

function fileEvidence({ name, type, size }: NonNullable<Facts['files']>[number]): FileEvidence {
  const cut = name.length > lineLimit ? name.slice(-lineLimit) : name;
  // Judged by the whole name: `a.exe` and 600 spaces would otherwise be cut to spaces.
  return { name: cut, type: line(type), size: size ?? undefined, extension: extensionOf(name), kind: kindOfFile(name), isDisguised: isDisguised(name) };
}
