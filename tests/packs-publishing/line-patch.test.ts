import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyLinePatch, makePatch } from '../../utils/packs-publishing/line-patch.ts';

const text = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
const line = fc.stringMatching(/^[ -~]{0,12}$/);

describe('makePatch', () => {
  it('leads from any text to any other', () => {
    fc.assert(fc.property(fc.array(line), fc.array(line), (a, b) => {
      expect(applyLinePatch(text(a), makePatch(text(a), text(b))!)).toBe(text(b));
    }));
  });

  it('gives up on texts that have nothing in common', () => {
    const numbers = (from: number) => text(Array.from({ length: 1_100 }, (_, i) => String(from + i)));
    expect(makePatch(numbers(0), numbers(10_000))).toBeUndefined();
  });
});

describe('applyLinePatch', () => {
  it('refuses a text that the patch was not made from', () => {
    expect(() => applyLinePatch('plum\n', makePatch('pear\n', 'fig\n')!)).toThrow(/another text/);
  });

  it('refuses a patch that leads elsewhere than it says', () => {
    const patch = makePatch('pear\n', 'fig\n')!;
    expect(() => applyLinePatch('pear\n', { ...patch, patch: patch.patch.replace('fig', 'kiwi') })).toThrow(/does not lead/);
  });
});
