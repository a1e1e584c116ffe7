import { toUnicode } from 'punycode/punycode.es6.js';
import { foldText } from './fold.ts';

/**
 * Labels of host names as a person reads them (UTS #39 calls it the skeleton).
 *
 * Folding of texts covers Latin, Cyrillic and Greek twins. Of Unicode's 243 single letters and digits that look like a Latin one and
 * may stand in a host name (data version 13), 208 are left; most belong to scripts that no registry sells (Lisu, Carian, Deseret).
 * This table adds those of living scripts. It serves hosts only: in running text Cyrillic г is no r. The one npm package with
 * the whole table was last changed in 2020 and weighs 96 kB.
 */
const twins = new Map(Object.entries({
  г: 'r', ѵ: 'v', ѡ: 'w', ү: 'y', ҽ: 'e', ѐ: 'e', ӡ: '3', з: '3', б: '6', ь: 'b', п: 'n', ѝ: 'n', и: 'n', ԍ: 'g',
  γ: 'y', σ: 'o', ω: 'w', λ: 'a', δ: 'd',
  ա: 'w', գ: 'q', զ: 'q', ռ: 'n', ք: 'f', հ: 'h', ւ: 'l', ყ: 'y', ჿ: 'o', ი: 'o',
  ƽ: 's', ɩ: 'i', ɪ: 'i', ɯ: 'w', ɣ: 'y', ʋ: 'u', ƍ: 'g', ƒ: 'f', đ: 'd', ɗ: 'd', ħ: 'h', ŧ: 't', ŋ: 'n', ɲ: 'n', ɱ: 'm', ɾ: 'r', ʂ: 's',
  ʈ: 't', ʐ: 'z', ɓ: 'b', ɦ: 'h', ɫ: 'l', ȷ: 'j', ƙ: 'k', ƅ: 'b', ɛ: 'e', ɔ: 'o', ᴑ: 'o', ʟ: 'l',
  '०': 'o', '੦': 'o', '૦': 'o', '௦': 'o', '౦': 'o', '೦': 'o', '൦': 'o', '๐': 'o', '໐': 'o', '၀': 'o', '۵': 'o', '০': 'o', '୦': 'o',
  ഠ: 'o', ଠ: 'o', ဝ: 'o', ዐ: 'o', ס: 'o', '۱': 'l', '۷': 'v', '৪': '8', '੪': '8', '৭': '9', '๏': 'o',
}));

/** Digits and pairs that read as letters. A one is read as l, or as i. */
const readAsLetters = (label: string, one: string) =>
  label.replace(/0/g, 'o').replace(/1/g, one).replace(/3/g, 'e').replace(/5/g, 's').replace(/rn/g, 'm').replace(/vv/g, 'w');

/** A label as it is shown; one that fails to decode stays as it is. */
export function decodeLabel(label: string): string {
  try {
    return toUnicode(label);
  } catch {
    return label;
  }
}

/** Look-alike letters of other alphabets written as Latin ones. */
export const latinOf = (label: string): string =>
  [...foldText(decodeLabel(label))].map((letter) => twins.get(letter) ?? letter).join('');

/** The same with digits read as letters. Two names of which one reading is equal may be taken for one another. */
export const readingsOf = (label: string): readonly string[] =>
  [...new Set(['l', 'i'].map((one) => readAsLetters(latinOf(label), one)))];
