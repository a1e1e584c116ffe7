import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfPaste } from '../../utils/mail/facts-of-paste.ts';

const mail = [
  'From: Dana Brook <dana@talent.example>', 'To: me@home.example', 'Subject: A role', 'Content-Type: text/plain; charset=utf-8', '', 'Please run our test project.',
].join('\n');

describe('factsOfPaste', () => {
  it('takes words as a message of nobody known', async () => {
    expect(await factsOfPaste({ text: ' Hi there ' })).toEqual({ surface: 'text', message: { text: 'Hi there' } });
  });

  it('adds who wrote it and a link as the person knows them', async () => {
    expect(await factsOfPaste({ text: 'Hi', name: 'Dana Brook', email: 'dana@talent.example', link: 'https://task.example/a' })).toEqual({
      surface: 'text', sender: { name: 'Dana Brook', email: 'dana@talent.example' }, message: { text: 'Hi' }, links: [{ url: 'https://task.example/a' }],
    });
  });

  it.each([mail, mail.replaceAll('\n', '\r\n'), `\n${mail}\n`])('reads a whole mail with its head', async (text) => {
    const { sender, message } = await factsOfPaste({ text });
    expect(sender).toEqual({ name: 'Dana Brook', email: 'dana@talent.example' });
    expect(message).toMatchObject({ subject: 'A role', text: expect.stringContaining('test project') });
  });

  it.each(['Salary: 5000\nPlace: Berlin\nStart: now\n\nWrite to me.', 'From: me\n\nHi'])('takes a list of facts for no head: %j', async (text) => {
    expect(await factsOfPaste({ text })).toEqual({ surface: 'text', message: { text } });
  });

  it('never fails, whatever is pasted', async () => {
    await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
      expect((await factsOfPaste({ text })).surface).toBe('text');
    }), { numRuns: 100 });
  });
});
