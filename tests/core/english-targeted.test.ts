import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { createJudge } from '../../utils/core/judge.ts';

/**
 * Targeted messages and honest ones of our own, in four rounds: each was judged once before words were written for what was missed
 * (attacks 19 of 40, 16 of 40, 15 of 40, 13 of 20; honest texts wrongly warned about 3 of 30, 3 of 30, 1 of 30, 4 of 15).
 */
const file = new URL('./languages/en-targeted.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as Record<'scam' | 'honest', Facts[]>;
const judge = createJudge(baseKnowledge({ indicators: false }));
const named = (list: Facts[]) => list.map((facts): [string, Facts] => [wordsOf(facts), facts]);
const wordsOf = ({ message }: Facts) => (message?.text ?? message?.thread?.findLast(({ from }) => from === 'them')?.text ?? '').slice(0, 120);

describe('targeted messages in English', () => {
  it.each(named(cases.scam))('warns at "%s"', (_, facts) => expect(['caution', 'danger']).toContain(judge(facts).level));
  it.each(named(cases.honest))('leaves "%s" alone', (_, facts) => expect(['none', 'notice']).toContain(judge(facts).level));
});
