import { describe, expect, it } from 'vitest';
import { withoutQuotes, withoutSignature } from '../../utils/mail/own-words.ts';

describe('withoutQuotes', () => {
  it('leaves out lines that begin with >', () => {
    expect(withoutQuotes('Yes.\r\n> Will you?\r\n>> Maybe\r\nDana')).toBe('Yes.\nDana');
  });

  it('leaves out a mail copied below', () => {
    expect(withoutQuotes('Yes.\n\n-----Original Message-----\nFrom: x')).toBe('Yes.');
  });

  it('keeps everything when nothing else would be left', () => {
    expect(withoutQuotes('> Please install it')).toBe('> Please install it');
  });
});

describe('withoutSignature', () => {
  it('leaves out the signature', () => {
    expect(withoutSignature('Yes.\n-- \nDana\nOrchard Example')).toBe('Yes.');
  });

  it('keeps what follows a "-- " line when it is too long for a signature', () => {
    expect(withoutSignature(`Yes.\n-- \n${'Install it. '.repeat(30)}`)).toContain('Install it.');
  });

  it('keeps what follows a "-- " line when it holds a link', () => {
    expect(withoutSignature('Yes.\n-- \nInstall https://task.example/x')).toContain('Install');
  });
});
