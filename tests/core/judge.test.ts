import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baseKnowledge } from '../base-knowledge.ts';
import { createJudge } from '../../utils/core/judge.ts';
import { levels } from '../../utils/core/score.ts';
import { anyFacts, withoutOne } from './facts-arbitrary.ts';

const knowledge = baseKnowledge();
const judge = createJudge(knowledge);

describe('judge', () => {
  it('gives the same verdict for the same facts', () => {
    const again = createJudge(knowledge);
    fc.assert(fc.property(anyFacts, (facts) => {
      expect(again(facts)).toEqual(judge(facts));
    }), { numRuns: 50 });
  });

  it('does not depend on the order of the rules', () => {
    const turned = createJudge({ ...knowledge, rules: [...knowledge.rules].reverse() });
    fc.assert(fc.property(anyFacts, (facts) => {
      expect(turned(facts)).toEqual(judge(facts));
    }), { numRuns: 100 });
  });

  it('judges anything the schema accepts, with a score from 0 to 1 whose shares add up to one when there is any', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const { findings, score } = judge(facts);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(findings.reduce((total, { share }) => total + share, 0)).toBeCloseTo(score > 0 ? 1 : 0, 6);
    }), { numRuns: 250 });
  });

  it('never raises the level when a fact is missing', () => {
    fc.assert(fc.property(anyFacts, (facts) => {
      const whole = levels.indexOf(judge(facts).level);
      for (const { path, facts: less } of withoutOne(facts)) {
        expect(levels.indexOf(judge(less).level), `without ${path}`).toBeLessThanOrEqual(whole);
      }
    }), { numRuns: 40 });
  });

  it('does not judge a lone English sentence by the words of other languages', () => {
    const { findings } = judge({
      surface: 'linkedin-message', sender: { headline: 'Recruiter at Stripe' },
      message: { thread: [{ from: 'them', text: 'Connect your MetaMask wallet for the test.' }] },
    });
    expect(findings.map(({ rule }) => rule)).not.toContain('wallet-in-a-hiring-step');
  });
});
