import { textLimit } from '../core/limits.ts';
import type { Links } from './links-in.ts';
import { wordsOf, wordsTold, type MailWords, type Quoting, type ToldWords } from './mail-words.ts';
import { shownLine } from './shown-line.ts';
import { bothEnds } from './visible-text.ts';

/** One message as a webmail shows it. */
export interface Mail {
  readonly row: Element;
  readonly name?: string;
  /** In lower case; undefined where the page does not show it. */
  readonly email?: string;
  /** Undefined when collapsed. In the same page or in a frame of it. */
  readonly body?: Element;
  /** Words of a body that is a frame of another origin, as told by the frame. */
  readonly told?: ToldWords;
  /** First words of a collapsed one. */
  readonly snippet?: Element;
  /** ISO 8601. */
  readonly at?: string;
  readonly from: 'them' | 'me';
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
    const { body, told } = mail;
    if (!body) {
      isUnseen = true;
      return { ...mail, links: [], elements: [], words: shownLine(mail.snippet) };
    }
    const said = told ? wordsTold(told, body) : wordsOf(body, quoting);
    const found = said.linksBut(addresses);
    const words = place === 0 || said.quotes.length === 0 ? said.all : newWords(said, earlier, isUnseen);
    earlier += `${oneSpace(said.all)} `;
    for (const { url } of found.links) addresses.add(url);
    return { ...mail, ...found, words };
  });
}

function newWords({ own, quotes }: MailWords, earlier: string, isUnseen: boolean): string {
  const isBelieving = isUnseen && own.length >= enough;
  const anew = quotes.filter(({ isFolded }) => !(isBelieving && isFolded)).flatMap(({ text }) => newLines(text, earlier));
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
