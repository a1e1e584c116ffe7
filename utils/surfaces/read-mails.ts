import type { Facts, SurfaceId } from '../core/facts.ts';
import type { Quoting } from './mail-words.ts';
import type { Files } from './shown-files.ts';
import type { Reading } from './surface.ts';
import { threadOf } from './thread.ts';
import { bothEnds } from './visible-text.ts';
import { writtenMails, type Mail, type WrittenMail } from './written-mails.ts';

/** A conversation as a webmail shows it, oldest mail first. */
export interface Conversation<M extends Mail> {
  readonly surface: SurfaceId;
  readonly seenAt: string;
  readonly mails: readonly M[];
  readonly quoting: Quoting;
  readonly subjectOf: (mail: M) => string | undefined;
  readonly filesIn: (mail: M) => Files;
  readonly headersOf?: (mail: M) => Facts['headers'];
  /** True when no earlier mail waits behind a click. */
  readonly isWhole: boolean;
}

/** One reading for each open mail that others wrote, with the conversation it stands in. */
export function readMails<M extends Mail>(conversation: Conversation<M>): Reading[] {
  const written = writtenMails(conversation.mails, conversation.quoting) as (M & WrittenMail)[];
  return written.flatMap((mail) => (mail.from === 'them' && mail.body ? [readMail(mail, written, conversation)] : []));
}

function readMail<M extends Mail>(mail: M & WrittenMail, mails: readonly WrittenMail[], conversation: Conversation<M>): Reading {
  const { surface, seenAt, subjectOf, filesIn, headersOf, isWhole } = conversation;
  const parts = mails.filter(({ from, email, name }) => from === 'me' || (email ?? name) === (mail.email ?? mail.name));
  const thread = threadOf(parts.map(({ from, at, words }) => ({ from, at, read: (limit) => words && bothEnds(words, limit) })));
  const { files, elements } = filesIn(mail);
  const facts: Facts = {
    surface, seenAt,
    sender: { name: mail.name, email: mail.email },
    message: {
      subject: subjectOf(mail),
      text: mail.words,
      sentAt: mail.at,
      thread,
      ...(isWhole && thread.length === parts.length && { wholeThread: true }),
    },
    links: mail.links,
    files,
    headers: headersOf?.(mail),
  };
  return { facts, element: mail.row, links: mail.elements, files: elements };
}
