import { describe, expect, it } from 'vitest';
import { lineIndexOf, textFileOf } from '../../utils/inspect/text-file.ts';

const read = (bytes: Uint8Array | undefined) => textFileOf({ path: 'a', size: bytes?.length ?? 0, ...(bytes && { bytes }) })?.text;

describe('textFileOf', () => {
  it('reads UTF-8, with and without its mark', () => expect([read(new TextEncoder().encode('é')), read(new Uint8Array([0xef, 0xbb, 0xbf, 0x61]))]).toEqual(['é', 'a']));
  it('reads UTF-16 by its mark', () => expect([read(new Uint8Array([0xff, 0xfe, 0x61, 0])), read(new Uint8Array([0xfe, 0xff, 0, 0x61]))]).toEqual(['a', 'a']));
  it('reads around wrong bytes', () => expect(read(new Uint8Array([0x61, 0xff, 0x62]))).toBe('a\ufffdb'));
  it('reads no file with a zero, and none that was not read', () => expect([read(new Uint8Array([0x61, 0])), read(undefined)]).toEqual([undefined, undefined]));
});

describe('lineIndexOf', () => {
  it('counts lines from one', () => {
    const { lineOf } = lineIndexOf('a\nb\n\nc');
    expect([0, 1, 2, 4, 5, 99].map(lineOf)).toEqual([1, 1, 2, 3, 4, 4]);
  });
});
