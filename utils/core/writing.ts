/**
 * Which writing a UTF-16 unit belongs to, as a number from 0 to 6, so that phrases of writings a text does not use need not be
 * looked at. 0 is Latin and everything that is no letter of the others or folds to Latin.
 *
 * Ranges are Unicode's blocks with their compatibility forms; kana and Han count as one writing, because Japanese mixes them.
 */
export const writings = 7;

const blocks: readonly (readonly [from: number, to: number, writing: number])[] = [
  [0x400, 0x52f, 1], [0x600, 0x77f, 2], [0x900, 0x97f, 3], [0xe00, 0xe7f, 4], [0x1100, 0x11ff, 6], [0x1c80, 0x1c8f, 1],
  // Small capitals that fold to Cyrillic.
  [0x1d00, 0x1d7f, 1], [0x2de0, 0x2dff, 1], [0x2e80, 0x2fdf, 5], [0x3005, 0x312f, 5], [0x3130, 0x318f, 6], [0x31a0, 0x33ff, 5], [0x3400, 0x9fff, 5],
  [0xa640, 0xa69f, 1], [0xac00, 0xd7ff, 6], [0xd840, 0xd8ff, 5], [0xf900, 0xfaff, 5], [0xfb50, 0xfdff, 2], [0xfe70, 0xfeff, 2], [0xff66, 0xff9f, 5],
  [0xffa1, 0xffdc, 6],
];

const first = blocks[0]![0];
const table = new Uint8Array(0x10000);
for (const [from, to, writing] of blocks) table.fill(writing, from, to + 1);

export const writingAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit < first ? 0 : table[unit] ?? 0;
};

/** Bit `n` is set when writing `n` occurs; bit 0 always is. */
export function writingsOf(text: string): number {
  let found = 1;
  for (let i = 0; i < text.length; i++) found |= 1 << writingAt(text, i);
  return found;
}
