import { levels } from '../../utils/core/score.ts';
import type { Judged } from './worst-item.ts';

/** How a warning comes: as a card, as one line of it, or not at all; the button in the toolbar tells of it in any case. */
export type Manner = 'whole' | 'folded' | 'quiet';
export interface ToldThreads {
  mannerOf(item: Judged): Manner;
  /** The person closed the card of this, or said that it is not a problem. */
  close(item: Judged): void;
  reopen(item: Judged): void;
}

const answers = /^(?:\s*(?:re|fwd?|aw|wg|sv|vs|tr|rv|antw|odp)(?:\[\d+\])?\s*[:：])+\s*/i;

/** What belongs together for a person: messages of one sender, of mails those under one subject. Of nobody who is named each is alone. */
export function threadOf({ key, reading: { facts: { surface, sender, company, message } } }: Judged): string {
  const who = sender?.profileUrl ?? sender?.email ?? sender?.name;
  return JSON.stringify([surface, who ?? key, company?.name, message?.subject?.replace(answers, '')]);
}

/**
 * Remembers in the page's memory what was said and closed, so that a thread interrupts once: each new message makes the same warning anew.
 * What is graver than what was closed interrupts again, and a request that had not been made comes as one line.
 */
export function toldThreads(): ToldThreads {
  const closed = new Map<string, { readonly level: number; readonly asks: ReadonlySet<string> }>();
  const said = ({ judgement: { verdict } }: Judged) => ({ level: levels.indexOf(verdict.level), asks: new Set<string>(verdict.asks.filter((mark) => mark.startsWith('message.asks.'))) });
  return {
    mannerOf(item) {
      const before = closed.get(threadOf(item));
      const now = said(item);
      if (!before || now.level > before.level) return 'whole';
      return [...now.asks].some((ask) => !before.asks.has(ask)) ? 'folded' : 'quiet';
    },
    close(item) {
      const before = closed.get(threadOf(item));
      const now = said(item);
      closed.set(threadOf(item), { level: Math.max(now.level, before?.level ?? 0), asks: new Set([...now.asks, ...(before?.asks ?? [])]) });
    },
    reopen: (item) => { closed.delete(threadOf(item)); },
  };
}
