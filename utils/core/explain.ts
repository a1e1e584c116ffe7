import type { Seen } from './condition.ts';
import type { Finding } from './verdict.ts';
import type { Rule } from './rule.ts';

/** Places in `why`: `{links.host}`, or `{links.host.like}` for what it resembles. */
export const placeholder = /\{([\w.-]+)\}/g;

/** A finding's words: the rule's sentences, with what was seen put in. Values are plain text; whoever shows them must not parse them. */
export function explain(rule: Rule, seen: readonly Seen[], share: number): Finding {
  const { id, theme, severity, title, why, rationale, normal, advice, references, status } = rule;
  return {
    rule: id, theme, severity, title, rationale, normal, advice, references, seen, share,
    trial: status === 'trial',
    why: why.replace(placeholder, (_, path: string) => valueAt(path, seen) ?? '…').replace(/\b1 (day|connection|message)s\b/, '1 $1'),
  };
}

function valueAt(path: string, seen: readonly Seen[]): string | undefined {
  const exact = seen.find(({ fact }) => fact === path)?.value;
  if (exact !== undefined) return readable(exact, path.startsWith('message.'));
  // What they write may have been found by the rules that set marks.
  const words = path === 'message.text' ? seen.find(({ fact, from }) => from !== undefined && fact.startsWith('message.'))?.value : undefined;
  if (words !== undefined) return readable(words, true);
  return path.endsWith('.like') ? seen.find(({ fact, like }) => like && `${fact}.like` === path)?.like : undefined;
}

/** Invisible and direction marks would let a name rewrite the sentence around it. */
const unreadable = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
const quotationMarks = /["“”„«»]/g;
/** Longest value put into a sentence: a long host name. Of longer ones both ends are shown, for a file's kind stands at its end. */
const quoteLimit = 80;
const endLength = 25;

/** A day out of an estimate promises too much: its month is said. */
const day = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}[\d:.]*Z?)?$/;
const month = new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A value as it stands in a sentence of ours; `areWords` puts quotation marks around it. */
export function readable(value: string | number | boolean, areWords: boolean): string {
  const text = String(value).replace(unreadable, ' ').replace(/\s+/g, ' ').trim();
  const date = day.test(text) ? new Date(text) : undefined;
  if (date && !Number.isNaN(date.valueOf())) return month.format(date);
  const bare = text.replace(quotationMarks, "'");
  const short = bare.length > quoteLimit ? `${bare.slice(0, quoteLimit - endLength - 1)}…${bare.slice(-endLength)}` : bare;
  // Marks outside: within, words from right to left would turn them round.
  return areWords || short.includes(' ') ? `“${isolated(short)}”` : isolated(short);
}

/** Somebody's words must not read as ours: what may run from right to left keeps to itself. */
const isolated = (text: string): string => (/^[\x20-\x7e…]*$/.test(text) ? text : `\u2068${text}\u2069`);
