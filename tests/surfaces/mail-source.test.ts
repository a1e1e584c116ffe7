import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../utils/surfaces/mail-source.ts';

const source = (...lines: string[]) => lines.join('\r\n');

describe('mail-source', () => {
  it('joins a header that goes on in the next line', () => {
    expect(parseSource(source('Subject: A role', '  for you', '', 'x')).headers('subject')).toEqual(['A role for you']);
  });
  it('gives every header of a name, the first one first', () => {
    expect(parseSource(source('Received: a', 'From: b', 'Received: c', '', '')).headers('received')).toEqual(['a', 'c']);
  });
  it('takes no header from the text', () => {
    expect(parseSource(source('Subject: a', '', 'From: forged@x.example')).headers('from')).toEqual([]);
  });
  it.each([
    ['=?UTF-8?B?5qOu6YeO?= <a@b.example>', '森野 <a@b.example>'], ['=?utf-8?q?A_r=C3=B4le?=', 'A rôle'],
    ['=?utf-8?B?5qOu?= =?utf-8?B?6YeO?=', '森野'], ['=?iso-8859-1?Q?M=FCller?=', 'Müller'], ['=?nowhere?Q?a?=', 'a'],
  ])('decodes %s', (written, read) => {
    expect(parseSource(source(`From: ${written}`, '', '')).headers('from')).toEqual([read]);
  });
  it('reads a text without any type', () => {
    expect(parseSource(source('Subject: a', '', 'Hello', '', 'there')).text).toBe('Hello\n\nthere');
  });
  it('reads a text in base64', () => {
    expect(parseSource(source('Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', '5qOu', '6YeO')).text).toBe('森野');
  });
  it('finds the plain text in parts of parts', () => {
    const inner = source('Content-Type: multipart/alternative; boundary=b', '', '--b', 'Content-Type: text/html', '', '<p>No</p>', '--b', '', 'Yes', '--b--');
    expect(parseSource(source('Content-Type: multipart/mixed; boundary="a"', '', '--a', inner, '--a--')).text?.trim()).toBe('Yes');
  });
  it('does not take an attached file for the text', () => {
    const attached = source('--a', 'Content-Type: text/plain', 'Content-Disposition: attachment; filename=a.txt', '', 'No', '--a--');
    expect(parseSource(source('Content-Type: multipart/mixed; boundary=a', '', attached)).text).toBeUndefined();
  });
  it('gives up on parts in too many parts', () => {
    const nested = Array.from({ length: 9 }, (_, i) => source(`Content-Type: multipart/mixed; boundary=b${i}`, '', `--b${i}`, '')).join('');
    expect(parseSource(`${nested}\n\ntext`).text).toBeUndefined();
  });
  it('never throws', () => {
    const words = fc.constantFrom('\n', '\n\n', '--b', '--', 'Content-Type: ', 'multipart/mixed; boundary=b', 'text/plain', '=?utf-8?B?', '?=', '=E9', '=', 'Content-Transfer-Encoding: base64', ':');
    fc.assert(fc.property(fc.array(fc.oneof(words, fc.string())), (parts) => {
      const read = parseSource(parts.join(''));
      read.headers('from');
    }));
  });
});
