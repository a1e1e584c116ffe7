/**
 * Languages nobody speaks, made from the English to look at pages with: `long` has accents and a third more letters, as German or Ukrainian have; `rtl`
 * runs from right to left. Both stand in brackets: what is seen without them escaped translation, and a bracket that is missing was cut off.
 */
export const pseudoLanguages = { long: { tag: 'en-XA', direction: 'ltr' }, rtl: { tag: 'ar-XB', direction: 'rtl' } } as const;
export type Pseudo = keyof typeof pseudoLanguages;
export const pseudoMarks = ['⟦', '⟧'] as const;

const accents = new Map(Array.from('aceinouyACEINOUY', (letter, i) => [letter, Array.from('åçéîñöûýÅÇÉÎÑÖÛÝ')[i]!]));
/** Letters of Hebrew stand alone and join no neighbour, so that words stay as long as they are. */
const hebrew = Array.from('אבגדהוזחטיכלמנסעפצקרשת');
const places = /(\{[\w.-]+\}|\$\d|\*)/;

/** A sentence in a language nobody speaks, its places untouched. */
export function pseudoSentence(sentence: string, pseudo: Pseudo): string {
  const said = sentence.split(places).map((part, i) => (i % 2 === 1 ? part : Array.from(part, letterIn[pseudo]).join(''))).join('');
  return `${pseudoMarks[0]}${said}${pseudo === 'long' ? ' ~'.repeat(Math.ceil(sentence.length / 6)) : ''}${pseudoMarks[1]}`;
}

const letterIn: Readonly<Record<Pseudo, (letter: string) => string>> = {
  long: (letter) => accents.get(letter) ?? letter,
  rtl: (letter) => (/[a-z]/i.test(letter) ? hebrew[letter.toLowerCase().charCodeAt(0) % hebrew.length]! : letter),
};
