import { describe, expect, it } from 'vitest';
import { ownWords } from '../../utils/mail/own-words.ts';

describe('ownWords', () => {
  it('leaves out lines that begin with >', () => {
    expect(ownWords('Yes.\r\n> Will you?\r\n>> Maybe\r\nDana')).toBe('Yes.\nDana');
  });

  it('leaves out the signature', () => {
    expect(ownWords('Yes.\n-- \nDana\nOrchard Example')).toBe('Yes.');
  });

  it('keeps what follows a "-- " line when it is too long for a signature', () => {
    expect(ownWords(`Yes.\n-- \n${'Install it. '.repeat(100)}`)).toContain('Install it.');
  });

  it('leaves out a mail copied below', () => {
    expect(ownWords('Yes.\n\n-----Original Message-----\nFrom: x')).toBe('Yes.');
  });

  it('keeps everything when nothing else would be left', () => {
    expect(ownWords('> Please install it')).toBe('> Please install it');
  });
});
