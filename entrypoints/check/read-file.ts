import { i18n } from '#i18n';
import { quoteText } from '../../components/quote-text.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { readMail } from '../../utils/mail/eml.ts';
import { factsOfPaste } from '../../utils/mail/facts-of-paste.ts';

/** Largest mail that providers carry, in bytes (Gmail 25 MB, Outlook 20 to 25 MB). */
const mostBytes = 25_000_000;

/** Facts of a saved mail or a text. Throws with a sentence for anything else, and for what holds no words. */
export async function readFile(file: File): Promise<Facts> {
  if (file.size > mostBytes) throw new Error(i18n.t('check.largeFile', [quoteText(file.name)]));
  const facts = await factsIn(file);
  if (!facts) throw new Error(i18n.t('check.wrongFile', [quoteText(file.name)]));
  if (isEmpty(facts)) throw new Error(i18n.t('check.emptyFile', [quoteText(file.name)]));
  return facts;
}

async function factsIn(file: File): Promise<Facts | undefined> {
  if (/\.eml$/i.test(file.name) || file.type === 'message/rfc822') return readMail(new Uint8Array(await file.arrayBuffer()));
  if (/\.txt$/i.test(file.name) || file.type === 'text/plain') return factsOfPaste({ text: await file.text() });
  return undefined;
}

/** Nothing to judge, as in a picture that was named a mail: to find nothing in that would say something. */
const isEmpty = ({ sender, message, links, files }: Facts): boolean =>
  !sender?.email && !message?.subject && !isWritten(message?.text ?? '') && !links?.length && !files?.length;

/** Some letters, and no bytes of a picture taken for letters. */
const isWritten = (text: string): boolean => /\p{L}{2}/u.test(text) && (text.match(unread)?.length ?? 0) < text.length / 20;
const unread = /[\uFFFD\p{Cc}](?<![\t\n\r])/gu;
