import { textLimit } from '../core/limits.ts';
import { closest, findAll, isShown, matches, parentOf } from './dom.ts';
import { gmailsOwn, mailsIn, marks, type Mail } from './gmail-conversation.ts';
import { linksIn, type Links } from './links-in.ts';
import { shownLine } from './shown-line.ts';
import { bothEnds, visibleText } from './visible-text.ts';

/** Mail that is quoted below the own words, and Gmail's own fold around it (`.adL` behind the `.yj6qo` button). */
const quoted = '.gmail_quote, .adL, .yj6qo, blockquote';

/** Own words from this length on, in characters, are a message without its quote; less is an opening before one. */
const enough = 100;
/** Shortest line, in characters, that is known again wherever it stands: shorter ones only right behind one that was. */
const telling = 20;

/** A message with its own words: a collapsed one shows only its first. */
export interface WrittenMail extends Mail, Links { readonly words: string | undefined }

/**
 * The mails of a page with what each says anew. Everybody can write `<blockquote>`, so a quote is left out only line by line, where an
 * earlier mail on the page says the same, and its links only where an earlier mail leads to the same address. Of mails that are
 * collapsed nothing can be compared: below a message of some length their Gmail quotes are then believed, but for the links.
 */
export function writtenMails(document: Document): WrittenMail[] {
  let earlier = ' ';
  let isUnseen = false;
  const addresses = new Set<string>();
  return mailsIn(document).map((mail, place) => {
    const { body, row } = mail;
    if (!body) {
      isUnseen = true;
      return { ...mail, links: [], elements: [], words: shownLine(gmailsOwn(row, marks.snippet).find(isShown)) };
    }
    const all = visibleText(body);
    const found = linksIn(body, (link, url) => addresses.has(url) && closest(link, quoted) !== null);
    const words = place === 0 ? all : wordsOf(body, all, earlier, isUnseen);
    earlier += `${oneSpace(all)} `;
    for (const { url } of found.links) addresses.add(url);
    return { ...mail, ...found, words };
  });
}

function wordsOf(body: Element, all: string, earlier: string, isUnseen: boolean): string {
  const quotes = findAll(body, quoted).filter((quote) => !closest(parentOf(quote) as Element, quoted));
  if (quotes.length === 0) return all;
  const own = visibleText(body, { without: new Set(quotes) });
  const isBelieved = (quote: Element) => isUnseen && own.length >= enough && matches(quote, '.gmail_quote, .adL');
  const anew = quotes.filter((quote) => !isBelieved(quote)).flatMap((quote) => newLines(visibleText(quote), earlier));
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
