import type { Facts } from '../core/facts.ts';
import { textLimit } from '../core/limits.ts';
import { readMail } from './eml.ts';

/** Fields of a mail's head at the very beginning: what "show original" gives, or the text of an .eml file. */
const mailHead = /^(?:[A-Za-z][\w-]*:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){3,}\r?\n/;
const namesSender = /^from:/im;

export interface Pasted {
  readonly text: string;
  /** Who wrote it, as the person knows it: a name, a number, an address. */
  readonly name?: string;
  readonly email?: string;
  readonly link?: string;
}

/** Facts of words that were pasted from anywhere. A whole mail with its head is read as one. */
export async function factsOfPaste({ text, name, email, link }: Pasted): Promise<Facts> {
  const whole = text.trim();
  const head = mailHead.exec(`${whole}\n\n`)?.[0];
  if (head && namesSender.test(head)) return readMail(new TextEncoder().encode(whole));
  return {
    surface: 'text',
    ...((name || email) && { sender: { ...(name && { name }), ...(email && { email }) } }),
    message: { text: whole.slice(0, textLimit) },
    ...(link && { links: [{ url: link }] }),
  };
}
