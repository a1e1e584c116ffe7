import { describe, expect, it } from 'vitest';
import { spelledWord } from '../../../utils/inspect/hidden/spelled-word.ts';

describe('spelled-word', () => {
  it.each([
    ['texts', "const a = 'ev', b = 'al';"], ['keys of an object', 'const map = { ev: 1, al: 2 };'], ['letters kept apart', "'e-v-a-l'.split('-')"], ['texts backwards', "['la', 've']"],
  ])('finds a word in %s', (_, program) => {
    expect(spelledWord(program, ['eval'])).toBe('eval');
  });

  it.each([['the word as a whole', "'eval'"], ['a part of it', "'ev' + name"], ['no text at all', 'ev(al)']])('finds none in %s', (_, program) => {
    expect(spelledWord(program, ['eval'])).toBeUndefined();
  });

  it('finds none in what is longer than people write', () => {
    expect(spelledWord(`'ev' + 'al'${' '.repeat(200_000)}`, ['eval'])).toBeUndefined();
  });

  it('ends soon on texts without end', () => {
    const start = performance.now();
    spelledWord("'a-a-a-a-a-a-a-a-a-a-a-a-".repeat(8_000), ['constructor']);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
