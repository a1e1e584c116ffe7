import { describe, expect, it } from 'vitest';
import { parseSize } from '../../utils/surfaces/shown-files.ts';

describe('shown-files', () => {
  it.each([
    ['148 KB', 151_552], ['1,2 MB', 1_258_291], ['1.5 MB', 1_572_864], ['1,234 KB', 1_263_616], ['1 234 Ko', 1_263_616], ['2 ГБ', 2_147_483_648],
    ['12 bytes', 12], ['148K', 151_552], ['', undefined], ['large', undefined], [undefined, undefined],
  ])('reads %s as %s bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
});
