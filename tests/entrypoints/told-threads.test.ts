import { describe, expect, it } from 'vitest';
import { threadOf, toldThreads } from '../../entrypoints/watch/told-threads.ts';
import type { Judged } from '../../entrypoints/watch/worst-item.ts';
import type { Facts } from '../../utils/core/facts.ts';
import type { Mark } from '../../utils/core/rule.ts';
import type { Level } from '../../utils/core/score.ts';

const element = {} as Element;
const said = (level: Level, asks: readonly Mark[], facts: Partial<Facts> = {}): Judged => ({
  key: 'a', reading: { facts: { surface: 'linkedin-message', sender: { name: 'Mara Quill' }, ...facts }, element, links: [], files: [] },
  judgement: { verdict: { level, score: 0.9, findings: [], asks, unknown: [] } },
});
const mail = (subject: string, email = 'mara@larkspur.example') => said('danger', [], { surface: 'gmail', sender: { email }, message: { subject } });

describe('toldThreads', () => {
  it('interrupts a thread once', () => {
    const told = toldThreads();
    expect(told.mannerOf(said('danger', ['message.asks.run-code']))).toBe('whole');
    told.close(said('danger', ['message.asks.run-code']));
    expect(told.mannerOf(said('danger', ['message.asks.run-code', 'message.about.work']))).toBe('quiet');
    expect(told.mannerOf(said('caution', ['message.asks.run-code']))).toBe('quiet');
  });

  it('interrupts again for what is graver', () => {
    const told = toldThreads();
    told.close(said('caution', ['message.asks.run-code']));
    expect(told.mannerOf(said('danger', ['message.asks.run-code']))).toBe('whole');
  });

  it('tells of a new request in one line, and of that once too', () => {
    const told = toldThreads();
    told.close(said('danger', ['message.asks.move-channel']));
    const more = said('danger', ['message.asks.move-channel', 'message.asks.pay-money']);
    expect(told.mannerOf(more)).toBe('folded');
    told.close(more);
    expect(told.mannerOf(more)).toBe('quiet');
    expect(told.mannerOf(said('danger', ['message.asks.pay-money']))).toBe('quiet');
  });

  it('says it anew when the person takes it back', () => {
    const told = toldThreads();
    told.close(said('danger', []));
    told.reopen(said('danger', []));
    expect(told.mannerOf(said('danger', []))).toBe('whole');
  });

  it('leaves other people and other subjects their own', () => {
    const told = toldThreads();
    told.close(mail('Your task'));
    expect(told.mannerOf(mail('Re: AW: Your task'))).toBe('quiet');
    expect(told.mannerOf(mail('Another task'))).toBe('whole');
    expect(told.mannerOf(mail('Your task', 'tobin@larkspur.example'))).toBe('whole');
    expect(threadOf(mail('Re[2]: x'))).toBe(threadOf(mail('x')));
  });

  it('keeps apart what nobody signed', () => {
    const told = toldThreads();
    const post = (key: string): Judged => ({ ...said('danger', [], { surface: 'linkedin-job', sender: undefined }), key });
    told.close(post('1 1'));
    expect(told.mannerOf(post('1 2'))).toBe('whole');
  });
});
