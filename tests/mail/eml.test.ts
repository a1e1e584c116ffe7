import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import { Facts } from '../../utils/core/facts.ts';
import { textLimit } from '../../utils/core/limits.ts';
import { readMail } from '../../utils/mail/eml.ts';
import { processorTime } from '../processor-time.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (...lines: string[]) => readMail(bytes(lines.join('\r\n')));
const mixed = ['From: a@post.example', 'Content-Type: multipart/mixed; boundary=edge', ''];

async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const start = processorTime();
  await work();
  return processorTime() - start;
}

describe('readMail', () => {
  it('reads sender, headers, subject and date', async () => {
    const facts = await read(
      'Return-Path: <bounce@relay.example>',
      'Authentication-Results: mx.example; spf=pass smtp.mailfrom=relay.example',
      'Authentication-Results: inner.example; dkim=fail',
      'From: =?utf-8?q?D=C3=A1na?= <dana@orchard.example>',
      'Reply-To: Desk <desk@elsewhere.example>',
      'Subject: =?utf-8?b?SGVsbG8=?=',
      'Date: Sat, 21 Nov 2026 10:00:00 +0100',
      '',
      'Good morning',
    );
    expect(facts).toEqual({
      surface: 'text',
      seenAt: '2026-11-21T09:00:00.000Z',
      sender: { name: 'Dána', email: 'dana@orchard.example' },
      message: { subject: 'Hello', text: 'Good morning', sentAt: '2026-11-21T09:00:00.000Z' },
      links: undefined,
      files: [],
      headers: {
        replyTo: 'desk@elsewhere.example',
        returnPath: 'bounce@relay.example',
        authenticationResults: 'mx.example; spf=pass smtp.mailfrom=relay.example; inner.example; dkim=fail',
      },
    });
  });

  it('leaves the time out when the date is none', async () => {
    const facts = await read('From: a@post.example', 'Date: yesterday evening', '', 'Hi');
    expect([facts.seenAt, facts.message?.sentAt]).toEqual([undefined, undefined]);
  });

  it('takes the words people are shown: those of the HTML part', async () => {
    const facts = await read(
      'From: a@post.example',
      'Content-Type: multipart/alternative; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/plain',
      '',
      'The plain words',
      '',
      '--edge',
      'Content-Type: text/html',
      '',
      '<p>The shown words, <a href="https://task.example/x">the task</a></p>',
      '--edge--',
    );
    expect(facts.message?.text).toBe('The shown words, the task');
    expect(facts.links).toEqual([{ url: 'https://task.example/x', text: 'the task' }]);
  });

  it('takes the plain part when the HTML shows no words', async () => {
    const facts = await read(
      'From: a@post.example',
      'Content-Type: multipart/alternative; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/plain',
      '',
      'The plain words',
      '',
      '--edge',
      'Content-Type: text/html',
      '',
      '<img src="https://task.example/pixel">',
      '--edge--',
    );
    expect(facts.message?.text).toBe('The plain words');
  });

  it('reads all of a first mail that calls itself an answer', async () => {
    const facts = await read('From: a@post.example', 'Subject: Re: your task', '', 'Hello', '> Please install it');
    expect(facts.message?.text).toBe('Hello\n> Please install it');
  });

  it('leaves quotes out of an answer, and reads the links in them', async () => {
    const facts = await read('From: a@post.example', 'In-Reply-To: <1@post.example>', '', 'Yes', '> see https://task.example/x');
    expect([facts.message?.text, facts.links]).toEqual(['Yes', [{ url: 'https://task.example/x' }]]);
  });

  it('cuts a name and addresses that are longer than any', async () => {
    const long = 'a'.repeat(100_000);
    const facts = await read(`From: ${long} <${long}@post.example>`, `Reply-To: a@${' '.repeat(100_000)}b.example`, '', 'Hi');
    expect([facts.sender?.name?.length, facts.sender?.email?.endsWith('@post.example')]).toEqual([500, true]);
    expect([facts.sender?.email, facts.headers?.replyTo].map((text) => (text ?? '').length <= 500)).toEqual([true, true]);
  });

  it('names attachments with type and size', async () => {
    const facts = await read(
      ...mixed,
      '--edge',
      'Content-Type: application/zip; name="task.zip"',
      'Content-Transfer-Encoding: base64',
      '',
      'UEsDBAo=',
      '--edge--',
    );
    expect(facts.files).toEqual([{ name: 'task.zip', type: 'application/zip', size: 5 }]);
  });

  it('leaves pictures out that stand in the text', async () => {
    const facts = await read(
      'From: a@post.example',
      'Content-Type: multipart/related; boundary=edge',
      '',
      '--edge',
      'Content-Type: text/html',
      '',
      '<img src="cid:logo">',
      '--edge',
      'Content-Type: image/png; name=logo.png',
      'Content-ID: <logo>',
      '',
      'x',
      '--edge--',
    );
    expect(facts.files).toEqual([]);
  });

  it('reads a mail saved after blank lines or an mbox line', async () => {
    const facts = await read('', 'From dana@post.example Sat Nov 21 10:00:00 2026', 'From: dana@post.example', '', 'Hi');
    expect([facts.sender?.email, facts.message?.text]).toEqual(['dana@post.example', 'Hi']);
  });

  it('reads text without any header as text', async () => {
    expect((await read('Hello there', 'please look', '', 'at this')).message?.text).toBe(
      'Hello there\nplease look\n\nat this',
    );
  });

  it('reads text in a charset that does not exist', async () => {
    const facts = await read('From: a@post.example', 'Content-Type: text/plain; charset=x-nobody-9', '', 'Please install it');
    expect(facts.message?.text).toBe('Please install it');
  });

  it('reads what there is of base64 that ends early', async () => {
    const facts = await read(
      'From: a@post.example',
      'Content-Type: text/plain',
      'Content-Transfer-Encoding: base64',
      '',
      'SGVsbG8gd29ybGQsIHRoaXMgaXM',
    );
    expect(facts.message?.text).toBe('Hello world, this is');
  });

  it('reads words through null bytes', async () => {
    expect((await read('From: a@post.example', '', 'in\0stall')).message?.text).toBe('install');
  });

  it('keeps the sender of a mail nested beyond all measure', async () => {
    const levels = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    ).join('');
    expect((await read('From: a@post.example', levels, 'deep')).sender?.email).toBe('a@post.example');
  });

  it('takes mails nested fifty deep for attachments', async () => {
    const nested = 'From: a@post.example\r\nContent-Type: message/rfc822\r\n\r\n'.repeat(50);
    const facts = await read(nested + 'From: z@post.example', '', 'deep');
    expect(facts.files?.map(({ type }) => type)).toEqual(['message/rfc822']);
  });

  it('finds the file behind an attachment of 15 MB, whose own size it cannot know', async () => {
    const facts = await read(
      ...mixed,
      '--edge',
      'Content-Type: application/zip; name=long.zip',
      'Content-Transfer-Encoding: base64',
      '',
      `${'A'.repeat(76)}\r\n`.repeat(200_000),
      '--edge',
      'Content-Type: application/x-msdownload; name=setup.exe',
      '',
      'MZ',
      '--edge--',
    );
    expect(facts.files?.map(({ name, size }) => [name, size])).toEqual([
      ['long.zip', undefined],
      ['setup.exe', 3],
    ]);
  });

  it('keeps beginning and end of a long text', async () => {
    const text = (await read('From: a@post.example', '', 'first', 'padding\r\n'.repeat(5_000), 'last'))
      .message!.text!;
    expect([text.length <= textLimit, text.slice(0, 5), text.slice(-4)]).toEqual([true, 'first', 'last']);
  });

  it.each([
    ['10 MB of text', 'Content-Type: text/plain\r\n\r\n' + 'word word word word\r\n'.repeat(480_000)],
    ['10 MB of HTML', 'Content-Type: text/html\r\n\r\n' + '<p><a href=x>word</a>\r\n'.repeat(450_000)],
    ['ten million blank lines', '\r\n' + '\n'.repeat(10e6)],
    [
      'tags that open and others that close',
      'Content-Type: text/html\r\n\r\n' + '<b>'.repeat(66_000) + '</i>'.repeat(50_000),
    ],
    [
      '200,000 parts',
      'Content-Type: multipart/mixed; boundary=b\r\n\r\n' + '--b\r\n\r\nx\r\n'.repeat(200_000),
    ],
  ])('takes less than four seconds for %s', async (_, rest) => {
    expect(await millisecondsOf(() => read(`From: a@post.example\r\n${rest}`))).toBeLessThan(4_000);
  });

  it('gives facts that fit the schema for any bytes', async () => {
    const piece = fc.oneof(
      fc.string(),
      fc.constantFrom(
        'From: a@b.example\r\n',
        'Content-Type: multipart/mixed; boundary=x\r\n',
        '\r\n\r\n',
        '--x\r\n',
        'Content-Type: text/html\r\n',
        '<a href=x>',
        'Content-Type: message/rfc822\r\n',
        'Content-Transfer-Encoding: base64\r\n',
        '\0',
        '=?utf-8?b?',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
        expect(Facts.safeParse(await readMail(bytes(pieces.join('')))).success).toBe(true);
      }),
    );
  });
});
