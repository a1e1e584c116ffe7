import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { readMbox } from '../../utils/mail/mbox.ts';

async function* chunksOf(text: string, size: number) {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function mailsOf(text: string, size = 65_536): Promise<string[]> {
  const mails: string[] = [];
  for await (const mail of readMbox(chunksOf(text, size))) mails.push(new TextDecoder().decode(mail));
  return mails;
}

const postmark = 'From dana@post.example Sat Nov 21 10:00:00 2026\n';

describe('readMbox', () => {
  it('gives each mail without its From line', async () => {
    expect(await mailsOf(`${postmark}Subject: 1\n\none\n\n${postmark}Subject: 2\n\ntwo\n`)).toEqual([
      'Subject: 1\n\none\n\n',
      'Subject: 2\n\ntwo\n',
    ]);
  });

  it('reads Windows line ends', async () => {
    const text = `${postmark}A: 1\n\none\n\n${postmark}A: 2\n\ntwo\n`.replaceAll('\n', '\r\n');
    expect(await mailsOf(text)).toEqual(['A: 1\r\n\r\none\r\n\r\n', 'A: 2\r\n\r\ntwo\r\n']);
  });

  it('takes one > from escaped lines', async () => {
    expect(await mailsOf(`${postmark}\n>From us\n>>From them\n> From no one\n`)).toEqual([
      '\nFrom us\n>From them\n> From no one\n',
    ]);
  });

  it('does not split at a sentence that begins with From', async () => {
    expect(await mailsOf(`${postmark}A: 1\n\nHello\n\nFrom tomorrow on it is different\n`)).toHaveLength(1);
  });

  it('does not split inside a paragraph', async () => {
    expect(await mailsOf(`${postmark}A: 1\n\nHello\n${postmark}`)).toHaveLength(1);
  });

  it('keeps what stands before the first From line as a mail', async () => {
    expect(await mailsOf(`A: 1\n\none\n\n${postmark}A: 2\n\ntwo\n`)).toHaveLength(2);
  });

  it('finds no mail in an empty file', async () => {
    expect(await mailsOf('\n\n')).toEqual([]);
  });

  it('gives the same mails however the file arrives', async () => {
    const text = `${postmark}A: 1\r\n\r\none\r\n\r\n${postmark}A: 2\n\n>From\n>From x\n\n${postmark}\n`;
    const whole = await mailsOf(text);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 80 }), async (size) => {
        expect(await mailsOf(text, size)).toEqual(whole);
      }),
    );
  });
});
