import { writingsOf } from './writing.ts';

/**
 * Languages a text may be in, as far as its phrases are worth looking for.
 *
 * Why      Rules hold words of fifteen languages, and many are also words of another ("role", "wallet", "no", "session"): looked
 *          for everywhere they raise false alarms, and most of them are never needed.
 * What     A language with a writing of its own must show that writing. One in Latin letters must show two of its everyday words,
 *          or a letter few others have. A short text may be in any of them, unless it is plainly English; English always may be. A
 *          mixed text is in several.
 * Not used  A library that names the likeliest language: a message often begins in one and ends in another.
 */
export type Language = (typeof languages)[number];
export const languages = ['en', 'es', 'pt', 'fr', 'de', 'id', 'vi', 'hi', 'ja', 'zh', 'ko', 'th', 'ar', 'ru', 'uk'] as const;
/** Bit of each language. English is bit 0. */
export const bitOf: ReadonlyMap<string, number> = new Map(languages.map((language, i) => [language, 1 << i]));
export const english = 1;

/** Number of the writing (writing.ts) a language must show. Hindi is also written in Latin letters. */
const ownWriting: Readonly<Partial<Record<Language, number>>> = { ja: 5, zh: 5, ko: 6, th: 4, ar: 2, ru: 1, uk: 1, hi: 3 };

/** Everyday words that English does not have, accents left out. */
const everyday: Readonly<Partial<Record<Language, string>>> = {
  es: `el la los las un una unos del al de en y o que por para con sin su sus tu tus te se lo le nos es son esta este estas esto como mas muy
    pero si solo desde hasta hoy ya hay tienes tiene puedes puede quieres ser hacer trabajo empresa buenas hola gracias usted ustedes nuestro nuestra`,
  pt: `o os as um uma uns do da dos das de em no na nos nas e que por para pra com sem seu sua seus suas voce voces te se lhe esta este isso como mais muito
    mas so desde ate hoje ja tem pode quer ser fazer trabalho vaga empresa ola oi obrigado nosso nossa ao aos pela pelo ou nao`,
  fr: `le les un une des du de la et ou que qui pour par avec sans sur dans en est sont vous tu te votre vos ton ta tes nous notre nos je il elle ce
    cette ces mais plus tres pas ne au aux se si chez depuis bonjour merci travail entreprise faire etre avez peut peux`,
  de: `der die das den dem des ein eine einen einem einer und oder ist sind war wir sie ihr ihre ihren ihnen ich du dich dir dein deine mit ohne fur von vom zu
    zum zur auf aus bei im am um nach nicht kein keine noch nur auch schon sehr mehr wird werden haben hat kann konnen bitte danke hallo arbeit firma`,
  id: `yang dan di ke dari untuk dengan tidak ini itu ada anda kamu kami kita saya bisa akan sudah belum juga atau pada dalam kerja gaji
    gratis tanpa loker lowongan dicari hari orang mau cuma hanya jika kalau silakan tolong nya kak gan dapat buat lagi`,
  vi: `va cua cho la co khong duoc ban toi anh em chi ngay viec lam nguoi tien nhan voi trong nay mot cac nhung can tai luong`,
  hi: `hai hain ka ki ke ko se mein aur aap aapko apna apne apni hum main kya nahi nahin kaam karo karna kar karke rupaye rupay ghar baithe paise sirf
    roz liye wala wale bhi ab yeh ye koi jaldi bhejo milega`,
};

/** Everyday words of English that are none of the languages above. */
const plainlyEnglish: ReadonlySet<string> = new Set(`the your you we our us is are was were will would have has been of and with this that these it its they them there what
  which who how when from by be for not if then than please let see send get can could should my their his her about into onto`.split(/\s+/));

/** Letters few other languages have. */
const telling: readonly (readonly [RegExp, readonly Language[]])[] = [
  [/[ñ¿¡]/i, ['es']], [/[ãõ]/i, ['pt', 'vi']], [/[äöüß]/i, ['de']], [/[çœ]|[àèù]/i, ['fr', 'pt']], [/[áéíóú]/i, ['es', 'pt', 'fr', 'vi']], [/[âêôîû]/i, ['fr', 'pt', 'vi']],
  [/[ăđơư\u1ea0-\u1ef9]/i, ['vi']],
];

/** Everyday words a text must show, and words up to which it may be in any language. */
const enough = 2;
const short = 16;

const words = new Map<string, number>();
for (const [language, list] of Object.entries(everyday)) {
  for (const word of list.split(/\s+/)) words.set(word, (words.get(word) ?? 0) | bitOf.get(language)!);
}
const inLatin = [...bitOf].filter(([language]) => everyday[language as Language]);
const latin = inLatin.reduce((all, [, bit]) => all | bit, 0);

const letter = /[a-z]+/g;

/** Bits of the languages; `folded` is the same text folded, its accents gone. */
export function languagesOf(original: string, folded: string): number {
  const shown = writingsOf(original);
  let found = english;
  for (const [language, bit] of bitOf) {
    const writing = ownWriting[language as Language];
    if (writing !== undefined && shown & (1 << writing)) found |= bit;
  }
  for (const [letters, of] of telling) if (letters.test(original)) for (const language of of) found |= bitOf.get(language)!;
  return found | everydayOf(folded);
}

function everydayOf(folded: string): number {
  const counts = new Map<number, Set<string>>();
  let all = 0;
  const inEnglish = new Set<string>();
  for (const { 0: word } of folded.matchAll(letter)) {
    all++;
    if (plainlyEnglish.has(word)) inEnglish.add(word);
    const bits = words.get(word);
    if (bits === undefined) continue;
    for (const [, bit] of inLatin) if (bits & bit) counts.set(bit, (counts.get(bit) ?? new Set()).add(word));
  }
  if (all <= short && (inEnglish.size < enough || counts.size > 0)) return latin;
  return [...counts].reduce((found, [bit, seen]) => (seen.size >= enough ? found | bit : found), 0);
}
