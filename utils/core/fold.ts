/**
 * Folding makes two spellings of one word equal: case, width, accents, look-alike letters and invisible characters.
 *
 * Look-alikes: attackers write "paбoтa" with Latin p, a, o between Cyrillic letters. Cyrillic and Greek letters that look like a
 * Latin one (in either case) are therefore written as the Latin one, in phrases and texts alike. Short words can
 * collide this way (Russian "не" and English "he", see negation.ts); a table for whole scripts (UTS #39, 9,800 rows) would cost 68 kB for no further word.
 * Digits and letters that stand for a Cyrillic one only beside Cyrillic ("нapк0", "се6е", "пpuвет") are read by their
 * neighbours: "10к" stays a number.
 * Combining marks are dropped for Latin, Greek and Cyrillic only: in Japanese and Korean they carry the meaning.
 *
 * `at[i]` is the offset in the original of the character that produced `folded[i]`, so that what was found can be quoted as it
 * stands on the page. Plain ASCII, most of what is read, takes a shortcut without a table.
 */
export interface Folded {
  readonly text: string;
  /** Offset into the original for each UTF-16 unit of `text`, one more for its end. Absent: the same offset. */
  readonly at?: Uint32Array;
}

/** Subset of Unicode's confusables (UTS #39, data version 16): letters whose lower or upper case looks like the Latin one. */
const lookAlikes = new Map(Object.entries({
  а: 'a', в: 'b', е: 'e', ё: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x',
  і: 'i', ї: 'i', ј: 'j', ѕ: 's', һ: 'h', ԁ: 'd', ԛ: 'q', ԝ: 'w', ӏ: 'l',
  α: 'a', β: 'b', ε: 'e', ζ: 'z', η: 'h', ι: 'i', κ: 'k', μ: 'm', ν: 'n', ο: 'o', ρ: 'p', τ: 't', υ: 'y', χ: 'x',
  ᴀ: 'a', ʙ: 'b', ᴄ: 'c', ᴅ: 'd', ᴇ: 'e', ꜰ: 'f', ɢ: 'g', ʜ: 'h', ɪ: 'i', ᴊ: 'j', ᴋ: 'k', ʟ: 'l', ᴍ: 'm', ɴ: 'n', ᴏ: 'o', ᴘ: 'p', ʀ: 'r',
  ꜱ: 's', ᴛ: 't', ᴜ: 'u', ᴠ: 'v', ᴡ: 'w', ʏ: 'y', ᴢ: 'z', ɑ: 'a', ɡ: 'g', ս: 'u', օ: 'o', ո: 'n', հ: 'h', ց: 'g',
  ᴩ: 'p', ᴨ: 'п', ᴧ: 'л', ɯ: 'ш', ᴦ: 'г', ᴎ: 'и', ᴙ: 'я', ɜ: 'з', ʍ: 'm',
  '\u2800': ' ', '\u3164': ' ', '\uffa0': ' ',
  أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', 'ـ': '',
  ı: 'i', ł: 'l', ø: 'o', đ: 'd', '’': "'", '‘': "'", '`': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‐': '-', '‑': '-',
}));

/** Vowel signs of Arabic, which few people write. */
const arabicSigns = /[\u064b-\u0655\u0670]/g;
/** Draws nothing where it stands. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
/** Marks that are put on Latin, Greek and Cyrillic letters. */
const combining = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]/g;
/** White letters in black squares and circles, which Unicode does not fold: their first letter and how many there are. */
const pictured = [0x1f150, 0x1f170] as const;
const ascii = /^[\t\n\r\x20-\x7e]*$/;
const folds = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const folded = lookAlikes.get(character) ?? picturedLetter(character) ?? [...character.normalize('NFKC').toLowerCase()]
    .filter((part) => !invisible.test(part))
    .flatMap((part) => [...part.normalize('NFD').replace(combining, '').normalize('NFC').replace(arabicSigns, '')])
    .map((letter) => lookAlikes.get(letter) ?? letter).join('');
  // Unicode itself bounds the cache, but a hostile page may show all of it.
  if (folds.size < 20_000) folds.set(character, folded);
  return folded;
}

function picturedLetter(character: string): string | undefined {
  const code = character.codePointAt(0)!;
  const first = pictured.find((one) => code >= one && code < one + 26);
  return first === undefined ? undefined : String.fromCharCode(97 + code - first);
}

const cyrillicLetter = /\p{Script=Cyrillic}/u;
const digit = /\d/;

/** What stands for a Cyrillic letter beside one, behind one or between two. */
const disguises: Readonly<Record<string, { letter: string; place: 'beside' | 'behind' | 'between' }>> = {
  u: { letter: 'и', place: 'beside' }, n: { letter: 'п', place: 'beside' },
  0: { letter: 'o', place: 'behind' }, 6: { letter: 'б', place: 'between' }, '@': { letter: 'a', place: 'between' },
};

function besideCyrillic(original: string, at: number): string | undefined {
  const disguise = disguises[original[at]!];
  if (!disguise) return undefined;
  const follows = cyrillicLetter.test(original[at - 1] ?? '');
  const next = original[at + 1] ?? '';
  if (disguise.place === 'behind') return follows && !digit.test(next) ? disguise.letter : undefined;
  const leads = cyrillicLetter.test(next);
  return (disguise.place === 'beside' ? follows || leads : follows && leads) ? disguise.letter : undefined;
}

const han = /\p{Script=Han}/u;
const separator = /[ .·•*_~ー|-]/;

/** "微 信" and "微.信" are one word; a space between longer words ("无经验 加微信") parts them and stays. */
function partsOneWord(original: string, at: number): boolean {
  if (!separator.test(original[at]!) || !isHan(original, at - 1) || !isHan(original, at + 1)) return false;
  return original[at] !== ' ' || !isHan(original, at - 2) || !isHan(original, at + 2);
}

const isHan = (text: string, at: number) => han.test(text[at] ?? '');

export function fold(original: string): Folded {
  if (ascii.test(original)) return { text: original.toLowerCase() };
  const at: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    if (partsOneWord(original, offset)) {
      offset += character.length;
      continue;
    }
    const folded = character < '\x80' ? besideCyrillic(original, offset) ?? character.toLowerCase() : foldCharacter(character);
    for (let i = 0; i < folded.length; i++) at.push(offset);
    text += folded;
    offset += character.length;
  }
  at.push(offset);
  return { text, at: Uint32Array.from(at) };
}

export const foldText = (original: string): string => fold(original).text;
