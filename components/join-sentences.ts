/** Sentences one after another. Japanese and Chinese put no space between them. */
export const joinSentences = (sentences: readonly (string | undefined)[]): string =>
  sentences.filter(Boolean).join(' ').replaceAll(/([。！？]) /g, '$1');
