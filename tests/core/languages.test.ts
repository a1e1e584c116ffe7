import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { createJudge } from '../../utils/core/judge.ts';

/** Invented texts by language, each written before the phrases that read it. */
interface Mail { from: string; subject: string; text: string }
type Texts = Record<'scam' | 'honest', (string | Mail)[]>;

const judge = createJudge(baseKnowledge({ indicators: false }));

function factsOf(text: string | Mail): Facts {
  if (typeof text === 'string') return { surface: 'linkedin-message', message: { text } };
  const [, name, email] = /^(.*) <(.*)>$/.exec(text.from)!;
  return { surface: 'gmail', sender: { name, email }, message: { subject: text.subject, text: text.text } };
}

const beginning = (text: string | Mail) => (typeof text === 'string' ? text : text.subject).slice(0, 60);

describe.each(['ja', 'ko', 'es', 'pt', 'fr', 'de', 'ru', 'uk', 'zh'])('texts in %s', (language) => {
  const texts = JSON.parse(readFileSync(new URL(`./languages/${language}.json`, import.meta.url), 'utf8')) as Texts;

  it.each(texts.scam.map((text) => [beginning(text), text] as const))('warns at "%s"', (_, text) => {
    expect(['caution', 'danger']).toContain(judge(factsOf(text)).level);
  });

  it.each(texts.honest.map((text) => [beginning(text), text] as const))('leaves "%s" alone', (_, text) => {
    expect(['none', 'notice']).toContain(judge(factsOf(text)).level);
  });
});
