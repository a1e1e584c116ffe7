import { nextThought } from './employer-words.ts';

/** A word of a name in a script with capitals: "Birchline", "eBay", "3M", "Müller-Lindqvist". */
const word = /(?:[\p{Lu}\p{N}]|\p{Ll}{1,2}(?=\p{Lu}))[\p{L}\p{M}\p{N}&'’+.-]{0,40}/uy;
const joined = /[ \t]{1,2}(?:(?:&|of|and|the|de|du|des|la|for|und|y|e|и)[ \t]{1,2}){0,2}/uy;
const opening = /[ \t]{0,3}(?:(?:the|der|die|das|dem|la|le|el|o|a) )?["'«„“”‘「『]?/uy;
const legalTail = /,? ?(?:inc|ltd|llc|gmbh|corp|plc|co|s\.?a|s\.?l|k\.?k|b\.?v)\.?(?!\p{L})/iuy;
/** Five words, as in "Bank of the Northern Lakes". */
const mostWords = 5;

const at = (pattern: RegExp, text: string, from: number): string | undefined => {
  pattern.lastIndex = from;
  return pattern.exec(text)?.[0];
};

/** The name that begins at a place of a text: capitalised words up to the end of the thought. Undefined when none does. */
export function nameAt(text: string, from: number): string | undefined {
  let end = from + (at(opening, text, from)?.length ?? 0);
  const start = end;
  for (let words = 0; words < mostWords; words++) {
    const gap = words === 0 ? '' : at(joined, text, end);
    const next = gap === undefined ? undefined : at(word, text, end + gap.length);
    if (!next || nextThought.has(next)) break;
    const kept = next.replace(/['’.-]+$/, '').replace(/['’]s$/, '');
    end += gap!.length + kept.length;
    if (kept !== next && !/^(?:\p{Lu}|Inc|Co|Corp|Ltd|St|Dr)$/u.test(kept)) break;
    if (kept !== next) end += 1;
  }
  if (end === start) return undefined;
  end += at(legalTail, text, end)?.length ?? 0;
  return text.slice(start, end).trim();
}

const nameEnding = /(?:^|[^\p{L}\p{N}&'’.-])((?:[\p{Lu}\p{N}]|\p{Ll}{1,2}(?=\p{Lu}))[\p{L}\p{M}\p{N}&'’.-]{0,40}(?: (?:(?:&|of|and|de) )?[\p{Lu}\p{N}][\p{L}\p{M}\p{N}&'’.-]{0,40}){0,3})$/u;
/** Begins a sentence and therefore has a capital without being of the name. */
const startsSentence = /^(?:The|At|From|Our|My|Hi|Hello|Dear|And|But|Yes|So|Now|Currently|Here|Because|As|If|Is|Are|Who|What)\s+/;

/** Whoever is said to hire by a pronoun, or by words run together with one ("in New YorkWe are hiring"), is not named. */
const endsInPronoun = /We$|(?:^|[^\p{L}])(?:They|You|He|She|It|I|WE|THEY|Who|Team|Department)$/u;

/** The name that ends at a place of a text. */
export function nameBefore(text: string, end: number): string | undefined {
  const found = nameEnding.exec(text.slice(Math.max(0, end - 100), end))?.[1]?.replace(startsSentence, '');
  const name = found?.split(/(?<=\p{L}{3}\.|\p{N}\.) /u).at(-1);
  return name && !endsInPronoun.test(name) ? name : undefined;
}
