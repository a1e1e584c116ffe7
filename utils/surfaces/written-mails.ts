import { textLimit } from '../core/limits.ts';
import { closest, findAll, isWithin, parentOf } from './dom.ts';
import { linksIn, type Links } from './links-in.ts';
import { shownLine } from './shown-line.ts';
import { bothEnds, visibleText } from './visible-text.ts';

/** One message as a webmail shows it. */
export interface Mail {
  readonly row: Element;
  readonly name?: string;
  /** In lower case; undefined where the page does not show it. */
  readonly email?: string;
  /** Undefined when collapsed. In the same page or in a frame of it. */
  readonly body?: Element;
  /** First words of a collapsed one. */
  readonly snippet?: Element;
  /** ISO 8601. */
  readonly at?: string;
  readonly from: 'them' | 'me';
}

/** How a webmail's messages quote earlier ones. */
export interface Quoting {
  /** Whatever may hold a quote, the webmail's own and those everybody can write. */
  readonly quoted: string;
  /** Of these, what the webmail itself folds away. */
  readonly folded?: string;
  /** Elements below which everything is a quote: a header of the earlier mail without an element around it. */
  readonly heads?: string;
  /** The webmail's own lines inside of a body. */
  readonly notices?: string | ((body: Element) => Element[]);
}

/** Own words from this length on, in characters, are a message without its quote; less is an opening before one. */
const enough = 100;
/** Shortest line, in characters, that is known again wherever it stands: shorter ones only right behind one that was. */
const telling = 20;

/** A message with its own words: a collapsed one shows only its first. */
export interface WrittenMail extends Mail, Links { readonly words: string | undefined }

/**
 * What each mail says anew. Everybody can write `<blockquote>`, so a quote is left out only line by line, where an earlier mail on the
 * page says the same, and its links only where an earlier mail leads to the same address. Of mails that are collapsed nothing can be
 * compared: below a message of some length their folded quotes are then believed, but for the links.
 */
export function writtenMails(mails: readonly Mail[], quoting: Quoting): WrittenMail[] {
  let earlier = ' ';
  let isUnseen = false;
  const addresses = new Set<string>();
  return mails.map((mail, place) => {
    const { body } = mail;
    if (!body) {
      isUnseen = true;
      return { ...mail, links: [], elements: [], words: shownLine(mail.snippet) };
    }
    const notices = noticesIn(body, quoting);
    const quotes = quotesIn(body, quoting);
    const all = visibleText(body, { without: notices, isWritten: true });
    const isNotice = (link: Element) => [...notices].some((notice) => isWithin(link, notice));
    const isQuoted = (link: Element) => quotes.some((quote) => isWithin(link, quote));
    const found = linksIn(body, (link, url) => isNotice(link) || (addresses.has(url) && isQuoted(link)));
    const words = place === 0 || quotes.length === 0 ? all : newWords({ body, quotes, notices, earlier, isUnseen }, quoting);
    earlier += `${oneSpace(all)} `;
    for (const { url } of found.links) addresses.add(url);
    return { ...mail, ...found, words };
  });
}

function noticesIn(body: Element, { notices }: Quoting): Set<Element> {
  return new Set(typeof notices === 'function' ? notices(body) : notices ? findAll(body, notices) : []);
}

/** Outermost quotes, and what stands behind the header of an earlier mail. */
function quotesIn(body: Element, { quoted, heads }: Quoting): Element[] {
  const marked = heads ? `${quoted}, ${heads}, ${heads.split(',').map((head) => `${head} ~ *`).join(', ')}` : quoted;
  const quotes = findAll(body, marked);
  const all = new Set(quotes);
  return quotes.filter((quote) => {
    for (let above = parentOf(quote); above && above !== body; above = parentOf(above)) if (all.has(above)) return false;
    return true;
  });
}

interface Quoted {
  readonly body: Element;
  readonly quotes: readonly Element[];
  readonly notices: ReadonlySet<Element>;
  readonly earlier: string;
  readonly isUnseen: boolean;
}

function newWords({ body, quotes, notices, earlier, isUnseen }: Quoted, { folded }: Quoting): string {
  const own = visibleText(body, { without: new Set([...quotes, ...notices]), isWritten: true });
  const isBelieved = (quote: Element) => folded !== undefined && isUnseen && own.length >= enough && closest(quote, folded) === quote;
  const anew = quotes.filter((quote) => !isBelieved(quote)).flatMap((quote) => newLines(visibleText(quote, { isWritten: true }), earlier));
  return bothEnds([own, ...anew].filter(Boolean).join('\n'), textLimit);
}

/** Lines the earlier text does not hold. Scattered words do not count as held: short lines must follow each other there too. */
function newLines(text: string, earlier: string): string[] {
  let end = -1;
  return text.split('\n').filter((line) => {
    const words = ` ${oneSpace(line)} `;
    const at = earlier.indexOf(words, Math.max(end, 0));
    const isHeld = at >= 0 && (at === end || words.length > telling);
    if (isHeld) end = at + words.length - 1;
    return !isHeld;
  });
}

const oneSpace = (text: string) => text.replaceAll(/\s+/g, ' ').trim();
