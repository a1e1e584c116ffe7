import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from '../../utils/core/fold.ts';
import { PhraseBook } from '../../utils/core/phrase-book.ts';
import { writingAt, writings, writingsOf } from '../../utils/core/writing.ts';

describe('writing', () => {
  it.each([['task', 0], ['#', 0], ['работа', 1], ['عمل', 2], ['काम', 3], ['งาน', 4], ['仕事', 5], ['かな', 5], ['업무', 6]])('knows the writing of "%s"', (word, writing) => {
    expect(writingAt(word, 0)).toBe(writing);
  });

  it('gives no number a table cannot hold', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
      expect(writingAt(text, 0)).toBeLessThan(writings);
    }));
  });

  it('finds every writing of a mixed text', () => expect(writingsOf('Привет 仕事 go')).toBe(1 + 2 + 32));

  it('loses no phrase: whatever folds to a phrase of a writing is of that writing', () => {
    const words = ['работа', 'قناة', 'काम', 'งาน', '仕事', 'カナ', '업무', 'task'];
    const disguise = fc.constantFrom(...words.flatMap((word) => [word, word.toUpperCase(), word.normalize('NFD'), word.normalize('NFKD'), `x ${word}`, word.replace('カナ', 'ｶﾅ')])
      .filter((text) => words.some((word) => foldText(text).includes(foldText(word)))));
    fc.assert(fc.property(disguise, (text) => {
      const word = words.find((one) => foldText(text).includes(foldText(one)))!;
      const book = new PhraseBook();
      const group = book.add([`${word}*`]);
      expect(book.find(text).has(group)).toBe(true);
    }));
  });
});
