/** Texts of one word, keys of objects, and letters kept apart by a mark: what names are put together of. */
const pieces = /(['"`])([A-Za-z_]{1,10})\1|[{,]\s*([A-Za-z_]{1,10})\s*:|(['"`])((?:[A-Za-z]{1,4}[-,|.\s]){1,12}[A-Za-z]{1,4})\4/g;
/** Longer texts are bundles, in which any word can be spelled. */
const longest = 200_000;

/** The first of some words that a program can put together of pieces that it holds, forwards or backwards; none that it holds as a whole. */
export function spelledWord(program: string, words: readonly string[]): string | undefined {
  if (program.length > longest) return undefined;
  const held = new Set<string>();
  for (const [, , text, key, , apart] of program.matchAll(pieces)) for (const piece of apart?.split(/[-,|.\s]/) ?? [text ?? key!]) held.add(piece);
  return words.find((word) => isSpelled(word, held) || isSpelled([...word].reverse().join(''), held));
}

/** Whether a word falls into two or more of the pieces. */
function isSpelled(word: string, held: ReadonlySet<string>): boolean {
  const reached = [true, ...Array.from(word, () => false)];
  for (let to = 1; to <= word.length; to++) {
    reached[to] = reached.some((is, from) => is && from < to && to - from < word.length && held.has(word.slice(from, to)));
  }
  return reached[word.length]!;
}
