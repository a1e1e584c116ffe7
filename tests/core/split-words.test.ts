import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWords, wordTree } from '../../utils/core/split-words.ts';

const tree = wordTree({ meeting: 'meet meeting call', hiring: 'hire talent', place: 'hub us 360', office: 'us' });
const split = (name: string) => splitWords(name, 0, tree).map(({ text, group }) => (group ? `${text}:${group}` : text));

describe('splitWords', () => {
  it('splits words that are run together', () => {
    expect(split('talenthub')).toEqual(['talent:hiring', 'hub:place']);
  });

  it('leaves letters between words as one piece', () => {
    expect(split('xtalentbirchhub')).toEqual(['x', 'talent:hiring', 'birch', 'hub:place']);
  });

  it('prefers a long word to a short one with letters left', () => {
    expect(split('meeting')).toEqual(['meeting:meeting']);
  });

  it('separates at digits, hyphens and dots', () => {
    expect(split('us05-meet.hire360')).toEqual(['us:place', '05', 'meet:meeting', 'hire:hiring', '360:place']);
  });

  it('says where a piece stands in the whole name', () => {
    expect(splitWords('meet-hub', 10, tree).map(({ at }) => at)).toEqual([10, 15]);
  });

  it('keeps a word in the group that names it first', () => {
    expect(split('us')).toEqual(['us:place']);
  });

  it('loses no letter or digit of a name, whatever it is joined from', () => {
    const part = fc.constantFrom('meet', 'meeting', 'hire', 'talent', 'hub', 'us', '360', 'x', 'q', '-', '.', '7');
    fc.assert(fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      const name = parts.join('');
      const pieces = splitWords(name, 0, tree);
      expect(pieces.map(({ text }) => text).join('')).toBe(name.replace(/[-.]/g, ''));
      for (const { text, at } of pieces) expect(name.slice(at, at + text.length)).toBe(text);
    }));
  });
});
