import { closest, find, findAll, firstChildOf, isWithin, matches } from './dom.ts';
import { toldWordsOf, typed, type Quoting, type ToldWords } from './mail-words.ts';

export const quoting: Quoting = { quoted: 'blockquote, .gmail_quote' };

/** Around the words; robots and extensions of 2021 to 2026, sure of the name. */
const marked = '.mail-message-defaults';

/** Words of iCloud's frame for one mail; undefined before a mail is put into it. */
export function readFrame(document: Document): ToldWords | undefined {
  const [mark, ...others] = findAll(document, marked);
  // Nobody could tell whose words those of a second mail are. Inside of the first they are part of it.
  if (others.some((other) => !isWithin(other, mark!))) return undefined;
  const body = mark ?? find(document, 'body');
  // In the frame it stands in, only what holds a whole mail could be typed into.
  if (!body || !firstChildOf(body) || closest(body, typed) || matches(body, typed)) return undefined;
  const words = toldWordsOf(body, quoting);
  // A program without a mail has elements, but says nothing. A mail may be one picture.
  return mark || words.all || words.links.length > 0 ? words : undefined;
}
