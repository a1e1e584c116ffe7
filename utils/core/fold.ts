/**
 * Folding makes two spellings of one word equal: case, width, accents, look-alike letters and invisible characters.
 *
 * Look-alikes: attackers write "paбoтa" with Latin p, a, o between Cyrillic letters. Cyrillic and Greek letters that look like a
 * Latin one (in either case) are therefore written as the Latin one, in phrases and texts alike. Two different words that
 * collide this way have not been met; a table for whole scripts (UTS #39, 9,800 rows) would cost 68 kB for no further word.
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
  ı: 'i', ł: 'l', ø: 'o', '’': "'", '‘': "'", '`': "'", '“': '"', '”': '"', '–': '-', '—': '-', '‐': '-', '‑': '-',
}));

const invisible = /[\p{Cf}\u00ad\u034f\u115f\u1160\u3164\ufe00-\ufe0f]/u;
const ascii = /^[\t\n\r\x20-\x7e]*$/;
const folds = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = folds.get(character);
  if (known !== undefined) return known;
  let folded = '';
  if (!invisible.test(character)) {
    for (const part of character.normalize('NFKC').toLowerCase()) {
      const bare = part.normalize('NFD').replace(/[\u0300-\u036f]/g, '').normalize('NFC');
      for (const letter of bare) folded += lookAlikes.get(letter) ?? letter;
    }
  }
  // Unicode itself bounds the cache, but a hostile page may show all of it.
  if (folds.size < 20_000) folds.set(character, folded);
  return folded;
}

export function fold(original: string): Folded {
  if (ascii.test(original)) return { text: original.toLowerCase() };
  const at: number[] = [];
  let text = '';
  let offset = 0;
  for (const character of original) {
    const folded = character < '\x80' ? character.toLowerCase() : foldCharacter(character);
    for (let i = 0; i < folded.length; i++) at.push(offset);
    text += folded;
    offset += character.length;
  }
  at.push(offset);
  return { text, at: Uint32Array.from(at) };
}

export const foldText = (original: string): string => fold(original).text;
