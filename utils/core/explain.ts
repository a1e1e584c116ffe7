import type { Seen } from './condition.ts';
import { isCoded } from './coded-places.ts';
import { english, type Speech } from './speech.ts';
import type { Finding } from './verdict.ts';
import type { Rule } from './rule.ts';

/** Places in `why`: `{links.host}`, or `{links.host.like}` for what it resembles; with the word behind, which a number may change. */
const placeAndWord = /\{([\w.-]+)\}(?:( )(\p{L}+))?/gu;
type Value = string | number | boolean;

/** A finding's words: the rule's sentences, with what was seen put in. Values are plain text; whoever shows them must not parse them. */
export function explain(rule: Rule, seen: readonly Seen[], share: number, speech: Speech = english): Finding {
  const { id, theme, severity, title, why, rationale, normal, advice, references, status } = rule;
  const words = { title, why, rationale, normal, advice, ...speech.wordsOf(id) };
  const valueOf = (place: string) => valueAt(place, seen);
  return {
    ...words, rule: id, theme, severity, references, share,
    seen: seen.map((one) => saidOf(one, speech.valueOf(one.fact, one.value))),
    trial: status === 'trial',
    why: fillPlaces(words.why, valueOf, isWithinAMonth(words.why, valueOf) ? { ...speech, monthOf: speech.dayOf } : speech, (place) => place.startsWith('message.')),
  };
}

/** "Between September and September" says nothing: two days of one month are said as days. */
function isWithinAMonth(sentence: string, valueOf: (place: string) => Value | undefined): boolean {
  const days = [...sentence.matchAll(placeAndWord)].map(([, place]) => String(valueOf(place!))).filter((value) => day.test(value));
  return days.length > 1 && new Set(days.map((one) => one.slice(0, 7))).size === 1;
}

const saidOf = (seen: Seen, said: string | undefined): Seen => (said === undefined ? seen : { ...seen, said });

/** A sentence with values in its places; `…` where there is none. `areWords`: places that hold what somebody wrote. */
export function fillPlaces(sentence: string, valueOf: (place: string) => Value | undefined, speech: Speech, areWords: (place: string) => boolean): string {
  return sentence.replace(placeAndWord, (_, place: string, space = '', word = '') => {
    const value = valueOf(place);
    const said = value === undefined ? '…' : sayValue(place, value, speech, areWords(place));
    return `${said}${space}${typeof value === 'number' ? speech.counted(value, word) : word}`;
  });
}

function sayValue(place: string, value: Value, speech: Speech, areWords: boolean): string {
  const said = speech.valueOf(place, value);
  return said !== undefined && isCoded(place) ? said : readable(said ?? value, areWords, speech);
}

function valueAt(path: string, seen: readonly Seen[]): Value | undefined {
  const exact = seen.find(({ fact }) => fact === path)?.value;
  if (exact !== undefined) return exact;
  // What they write may have been found by the rules that set marks.
  const words = path === 'message.text' ? seen.find(({ fact, from }) => from !== undefined && fact.startsWith('message.'))?.value : undefined;
  if (words !== undefined) return words;
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

/** A value as it stands in a sentence of ours; `areWords` puts quotation marks around it. */
export function readable(value: Value, areWords: boolean, { quotes: [open, close, innerOpen, innerClose], monthOf }: Speech = english): string {
  const text = String(value).replace(unreadable, ' ').replace(/\s+/g, ' ').trim();
  const date = day.test(text) ? new Date(text) : undefined;
  if (date && !Number.isNaN(date.valueOf())) return monthOf(date);
  const bare = text.replaceAll(open.trim(), innerOpen).replaceAll(close.trim(), innerClose).replace(quotationMarks, "'");
  const short = bare.length > quoteLimit ? `${bare.slice(0, quoteLimit - endLength - 1)}…${bare.slice(-endLength)}` : bare;
  // Marks outside: within, words from right to left would turn them round.
  return areWords || short.includes(' ') ? `${open}${isolated(short)}${close}` : isolated(short);
}

/** Somebody's words must not read as ours: what may run from right to left keeps to itself. */
const isolated = (text: string): string => (/^[\x20-\x7e…]*$/.test(text) ? text : `\u2068${text}\u2069`);
