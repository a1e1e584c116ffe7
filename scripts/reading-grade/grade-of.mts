import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

/** A place is read as one short word, whatever will stand there. */
const places = /“?(?:\{[\w.-]+\}|\$\d)”?/g;

/** Grade of an American school that a text asks for; each line ends a sentence. */
export function gradeOf(text: string): number {
  const said = text.replace(places, 'it');
  const sentences = said.split(/[.!?:;]+(?:\s|$)|\n/).filter((sentence) => /[a-z]/i.test(sentence));
  const words = said.match(/[a-z][\w'’-]*/gi) ?? [];
  return fleschKincaid({ sentence: Math.max(1, sentences.length), word: Math.max(1, words.length), syllable: words.reduce((sum, word) => sum + syllable(word), 0) });
}
