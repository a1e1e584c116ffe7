import { describe, expect, it } from 'vitest';
import { parseSize, sizeIn, wholeName } from '../../utils/surfaces/shown-files.ts';

describe('shown-files', () => {
  it.each([
    ['148 KB', 151_552], ['1,2 MB', 1_258_291], ['1.5 MB', 1_572_864], ['1,234 KB', 1_263_616], ['1 234 Ko', 1_263_616], ['2 ГБ', 2_147_483_648],
    ['12 bytes', 12], ['148K', 151_552], ['', undefined], ['large', undefined], [undefined, undefined],
  ])('reads %s as %s bytes', (text, bytes) => {
    expect(parseSize(text)).toBe(bytes);
  });
  it.each([
    ['<i><b>a.zip</b><b>2 MB</b></i>', 'a.zip', 2_097_152], ['<i title="Long report.pdf.exe">Long rep…pdf.exe<br>148K</i>', 'Long report.pdf.exe', 151_552],
    ['<i aria-label="Open a.b.zip 2 MB"><b>a.b…zip</b></i>', 'a.b.zip', undefined], ['<i title="other.pdf">a.zip</i>', 'a.zip', undefined],
  ])('reads the whole name and the size of %s', (html, name, size) => {
    document.body.innerHTML = html;
    const element = document.body.firstElementChild!;
    expect([wholeName(element), sizeIn(element)]).toEqual([name, size]);
  });
});
