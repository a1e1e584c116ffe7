import { replaceTexts } from '../quoted-texts.ts';

/** Offset at which something begins, or -1. */
export type FindsPlace = (text: string) => number;

/** Place of the first match when there are at least so many, of so many kinds. */
export const atLeast = (pattern: RegExp, count: number, kinds = 1): FindsPlace => (text) => {
  let first = -1;
  let found = 0;
  const seen = new Set<string>();
  for (const match of text.matchAll(pattern)) {
    if (first < 0) first = match.index;
    if (seen.size < kinds) seen.add(match[0]);
    if (++found >= count && seen.size >= kinds) return first;
  }
  return -1;
};

/** First place that fits when all the others fit somewhere too. */
const together = (...patterns: readonly RegExp[]): FindsPlace => (text) => (patterns.every((pattern) => pattern.test(text)) ? text.search(patterns[0]!) : -1);

const anyOf = (...finds: readonly FindsPlace[]): FindsPlace => (text) => {
  for (const find of finds) {
    const at = find(text);
    if (at >= 0) return at;
  }
  return -1;
};

/** `x=function(){return y;};return x();`: a table of texts that hands itself out. Helpers of compilers return what they keep, not a call. */
const table = /(?<![\w$])([\w$]+)\s*=\s*function\s*\(\s*\)\s*\{\s*return\s+[\w$]+;?\s*\}\s*(?:;\s*)?(?:\)|,|return\s+\1|\1)\s*\(\s*\)|(?<![\w$])([\w$]+)\s*=\s*\(\s*\)\s*=>\s*[\w$]+\s*\)\s*\(\s*\)/;
/** What every table has; it begins with a word that few lines have, and not with any name. */
const handsOut = /function\s*\(\s*\)\s*\{\s*return\s+[\w$]+;?\s*\}\s*(?:;\s*)?(?:\)|,|[\w$])|=>\s*[\w$]+\s*\)\s*\(\s*\)/;
/** `x=function(a,b){a=a-0x1f4;`: what takes a text out of the table, counted from a number that is no beginning. */
const accessor = /(?<![\w$])[\w$]+\s*=\s*(?:function\s*)?\(\s*([\w$]+)(?:\s*,\s*[\w$]+)?\s*\)\s*(?:=>\s*)?\{[^{}]{0,60}\b\1\s*(?:=\s*\1\s*-|-=)/;
const turned = /\[['"]push['"]\]\s*\(\s*[\w$]+\s*\[['"]shift['"]\]\(\)|\.push\(\s*([\w$]+)\.shift\(\)\s*\)/;
/** A checksum over the table, by which a loop knows that it has been turned far enough. */
const checksum = /parseInt\([^;]{1,80}\)\s*\/\s*(?:0x[\da-f]+|\d+|\()[^;]{0,120}parseInt\([^;]{1,80}\)\s*\/[^;]{0,120}parseInt\(/i;

/**
 * Texts in a turned table. Names may be of any kind, and somebody may have minified or indented the result: the table, its checksum and the
 * way a text is taken out remain. Two of the four, for each alone is seen in honest code.
 */
const turnedTable: FindsPlace = (text) => {
  // The cheap ones first: a table is needed, or a checksum, and nearly no file has either.
  const summed = text.includes('parseInt') ? text.search(checksum) : -1;
  const tabled = handsOut.test(text) ? text.search(table) : -1;
  if (summed < 0 && tabled < 0) return -1;
  const taken = text.search(accessor);
  if (summed < 0 && taken < 0) return -1;
  const places = [tabled, taken, text.search(turned), summed].filter((at) => at >= 0);
  return places.length >= 2 ? Math.min(...places) : -1;
};

/** The older kind: `while(--n){a['push'](a['shift']());}` over an array of texts. */
const countedTable = together(/while\s*\(\s*--\s*[\w$]+\s*\)\s*(?:\{\s*)?[\w$]+(?:\[['"]push['"]\]|\.push)\s*\(\s*[\w$]+(?:\[['"]shift['"]\]|\.shift)\s*\(\s*\)/);

/** `a[b(0x1f4)](`: a member by the number of its name in a table. */
const numberedMember = /\[\s*[\w$]{1,12}\(\s*-?(?:0x[\da-f]+|\d+|'0x[\da-f]+'|"0x[\da-f]+")(?:\s*,\s*(?:'[^'\n]{1,12}'|"[^"\n]{1,12}"))?\s*\)\s*\]\s*[([]/gi;

/** Letters, all of them as escapes: no tool but an obfuscator writes a letter so. */
const escapedWord = /(?:\\x(?:[46][1-9a-f]|[57][\da])){4,}|(?:\\u00(?:[46][1-9a-f]|[57][\da])){4,}|(?:\\u\{(?:[46][1-9a-f]|[57][\da])\}){4,}/gi;

const memberInBrackets = /[\w$)\]]\[\s*(?:'[A-Za-z_$][\w$]*'|"[A-Za-z_$][\w$]*")\s*\]/g;
const memberByDot = /[\w$)\]]\??\.[A-Za-z_$]/g;
const calledInBrackets = /[\w$)\]]\[\s*(?:'[A-Za-z_$][\w$]*'|"[A-Za-z_$][\w$]*")\s*\]\(/g;
const longText = 32;
const quotes = '\'"';
const denseLine = 250;

/** A long line in which members are named in brackets: tools that shorten code do the opposite. */
const bracketedMembers: FindsPlace = (text) => {
  if ((text.match(memberInBrackets)?.length ?? 0) < 8) return -1;
  let at = 0;
  for (const line of text.split('\n')) {
    const code = line.length > denseLine ? replaceTexts(line, quotes, (text) => (text.length >= longText ? "''" : text)) : '';
    const inBrackets = code.match(memberInBrackets)?.length ?? 0;
    if (inBrackets >= 8 && (code.match(calledInBrackets)?.length ?? 0) >= 2 && inBrackets > 3 * (replaceTexts(code, quotes, () => '').match(memberByDot)?.length ?? 0)) return at + line.search(/\S/);
    at += line.length + 1;
  }
  return -1;
};

/** `a[i]=a[j];a[j]=b` over the letters of a long text that reads as nothing: it is put in order when it runs. */
const swap = /\[\s*([\w$]+)\s*\]\s*=\s*[\w$]+\[\s*([\w$]+)\s*\]\s*[;,]\s*[\w$]+\[\s*\2\s*\]\s*=/;
const shuffled: FindsPlace = (text) => (swap.test(text) && /charAt|split\(\s*(?:''|"")\s*\)/.test(text) && /%/.test(text) && /join\(\s*(?:''|"")\s*\)/.test(text) ? longGibberish(text) : -1);

function longGibberish(text: string): number {
  for (const match of text.matchAll(/[(=]\s*(?:'((?:[^'\\\n]|\\.){150,})'|"((?:[^"\\\n]|\\.){150,})")\s*[);,]/g)) {
    const inner = (match[1] ?? match[2]!).slice(0, 2_000);
    const signs = new Set(inner.match(/[^\w\s]/g)).size;
    const runs = inner.match(/[A-Za-z]+/g) ?? [];
    // Signs fall between letters by chance, so nothing is left that is as long as a word.
    if (signs >= 8 && runs.length > 20 && runs.join('').length / runs.length < 3.5 && !/function|return|this|\\[ux]/.test(inner)) return match.index;
  }
  return -1;
}

export interface Technique {
  readonly how: string;
  /** Only where a person writes: what tools make may look so. */
  readonly inSources?: true;
  readonly find: FindsPlace;
}

/**
 * What obfuscators leave behind, each so that ordinary code does not reach it: minifiers shorten names, they do not number them in hex, turn plain
 * letters into escapes, name members in brackets or turn an array of texts. Counts were raised until no published package of npm reached them.
 */
export const techniques: readonly Technique[] = [
  { how: 'numbered names', find: anyOf(atLeast(/(?<![a-z]{3})_0x[\da-f]{4,8}\b/g, 4, 2), atLeast(/(?<![a-z]{3})_0x[\da-f]{1,8}\b/gi, 10, 3), atLeast(/\b_\$_[\da-f]{3,6}\s*\[/g, 3)) },
  { how: 'rotated texts', find: anyOf(turnedTable, countedTable) },
  { how: 'numbered members', find: atLeast(numberedMember, 3, 2) },
  // The alphabet of base64 with the small letters first: only decoders of obfuscators have it.
  { how: 'own alphabet', find: (text) => text.indexOf('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/=') },
  { how: 'guards itself', find: (text) => text.search(/\(\(\(\.\+\)\+\)\+\)\+\$|function \*\\{1,2}\( \*\\{1,2}\)/) },
  { how: 'brackets only', find: (text) => !/[!+]\[\]/.test(text) ? -1 : [...text.matchAll(/[[\]()!+]{250,}/g)].find(([run]) => run.includes('[]') && run.includes('+'))?.index ?? -1 },
  { how: 'packed', find: (text) => text.search(/\beval\s*\(\s*function\s*\(\s*p\s*,\s*a\s*,\s*c\s*,\s*k\s*,\s*e\s*,/) },
  { how: 'faces', find: (text) => (/[ωД]ﾟ|~\[\]/.test(text) ? text.search(/ﾟωﾟ|\(ﾟДﾟ\)|(?<![\w$])[\w$]+\s*=\s*~\[\];\s*[\w$]+\s*=\s*\{\s*___\s*:/) : -1) },
  { how: 'escapes', find: atLeast(escapedWord, 6, 3) },
  // An order of steps kept in a text, and a switch that follows it.
  { how: 'flattened flow', find: (text) => text.search(/['"`]\d+(?:\|\d+){2,}['"`](?:\.split|\[['"`]split['"`]\])\(\s*['"`]\|['"`]\s*\)[\s\S]{0,200}(?:switch\s*\(\s*[\w$]+\[|while\s*\()/) },
  { how: 'loader on the global object', find: (text) => text.search(/\bglobal(?:This)?\s*\[\s*(?:'[^\w'\n]{1,3}'|"[^\w"\n]{1,3}")\s*\]\s*=|\bglobal(?:This)?\s*(?:\[\s*(?:'\w{1,3}'|"\w{1,3}")\s*\]|\.\w{1,3})\s*=\s*(?:require|module)\s*[;,})\s]/) },
  { how: 'members in brackets', inSources: true, find: bracketedMembers },
  { how: 'shuffled texts', inSources: true, find: shuffled },
];
