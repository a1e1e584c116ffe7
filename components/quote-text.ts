/** Characters that draw nothing or turn the text around: shown by their number, because hiding them is the trick. */
export const invisible = /[\p{Cc}\p{Cf}\p{Co}\u2028\u2029\u3164\uFFA0]/gu;
/** Longest quote: three lines of the card; the person has the whole text in front of them. */
const quoteLimit = 160;

/** A value from a page as text a person can read without being fooled by it. */
export function quoteText(value: string): string {
  const text = value.replace(/\s+/gu, ' ').trim();
  const cut = [...text].length > quoteLimit ? `${[...text].slice(0, quoteLimit - 1).join('')}…` : text;
  return cut.replace(invisible, (mark) => `⟨U+${mark.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}⟩`);
}
