import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { splitLines } from '../../utils/mail/byte-lines.ts';

async function* chunksOf(parts: readonly string[]) {
  for (const part of parts) yield new TextEncoder().encode(part);
}

async function linesOf(parts: readonly string[], limit = 1_000) {
  const lines: { text: string; cut: boolean }[] = [];
  for await (const batch of splitLines(chunksOf(parts), limit)) {
    lines.push(...batch.map(({ bytes, cut }) => ({ text: new TextDecoder().decode(bytes), cut })));
  }
  return lines;
}

describe('splitLines', () => {
  it('does not end a line at U+2028', async () => {
    expect(await linesOf(['a\u2028b\nc'])).toEqual([
      { text: 'a\u2028b\n', cut: false },
      { text: 'c', cut: false },
    ]);
  });

  it('cuts a line at the limit and says so', async () => {
    expect(await linesOf(['abc', 'def\nx\n'], 4)).toEqual([
      { text: 'abcd', cut: true },
      { text: 'x\n', cut: false },
    ]);
  });

  it('loses no byte, however they arrive', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.stringMatching(/^[ab\n]*$/)), async (parts) => {
        const lines = await linesOf(parts);
        expect(lines.map(({ text }) => text).join('')).toBe(parts.join(''));
        expect(lines.every(({ text }) => !text.slice(0, -1).includes('\n'))).toBe(true);
      }),
    );
  });
});
