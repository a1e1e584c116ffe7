import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { createJudge } from '../../utils/core/judge.ts';

/** Texts and sentences of our own. All but the first 60 and 40 were judged once before phrases were written for what was missed. */
const read = <T>(name: string) => JSON.parse(readFileSync(new URL(`./languages/${name}.json`, import.meta.url), 'utf8')) as T;
const texts = read<Record<'scam' | 'honest', string[]>>('en');
const sentences = read<Record<'asked' | 'notAsked', [string, string][]>>('en-asks');
const judge = createJudge(baseKnowledge({ indicators: false }));
const verdictOf = (text: string) => judge({ surface: 'linkedin-message', message: { text } });

describe('texts in English', () => {
  it.each(texts.scam)('warns at "%s"', (text) => expect(['caution', 'danger']).toContain(verdictOf(text).level));
  it.each(texts.honest)('leaves "%s" alone', (text) => expect(['none', 'notice']).toContain(verdictOf(text).level));
});

describe('asks in English', () => {
  it.each(sentences.asked)('hears %s in "%s"', (ask, text) => expect(verdictOf(text).asks).toContain(`message.asks.${ask}`));
  it.each(sentences.notAsked)('hears no %s in "%s"', (ask, text) => expect(verdictOf(text).asks).not.toContain(`message.asks.${ask}`));
});
