import { i18n } from '#i18n';
import type { Facts } from '../../utils/core/facts.ts';
import { readMail } from '../../utils/mail/eml.ts';
import { factsOfPaste } from '../../utils/mail/facts-of-paste.ts';

/** Largest mail that providers carry, in bytes (Gmail 25 MB, Outlook 20 to 25 MB). */
const mostBytes = 25_000_000;

/** Facts of a saved mail or a text. Throws with a sentence for anything else. */
export async function readFile(file: File): Promise<Facts> {
  if (file.size > mostBytes) throw new Error(i18n.t('check.largeFile', [file.name]));
  if (/\.eml$/i.test(file.name) || file.type === 'message/rfc822') return readMail(new Uint8Array(await file.arrayBuffer()));
  if (/\.txt$/i.test(file.name) || file.type === 'text/plain') return factsOfPaste({ text: await file.text() });
  throw new Error(i18n.t('check.wrongFile', [file.name]));
}
