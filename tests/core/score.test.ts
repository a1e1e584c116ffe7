import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { severities, themes } from '../../utils/core/rule.ts';
import { levelOf, levels, score, type Weighed } from '../../utils/core/score.ts';

const anyFinding: fc.Arbitrary<Weighed> = fc.record({ theme: fc.constantFrom(...themes), severity: fc.constantFrom(...severities) });
const rank = (findings: readonly Weighed[], asked: boolean) => levels.indexOf(levelOf(findings, asked));

describe('score', () => {
  it('never falls with one more finding', () => {
    fc.assert(fc.property(fc.array(anyFinding), anyFinding, (findings, one) => score([...findings, one]) >= score(findings)));
  });

  it('does not depend on the order of findings', () => {
    fc.assert(fc.property(fc.array(anyFinding), (findings) => score([...findings].reverse()) === score(findings)));
  });

  it('counts a theme once', () => {
    expect(score([{ theme: 'text', severity: 'low' }, { theme: 'text', severity: 'low' }])).toBe(0.1);
  });
});

describe('levelOf', () => {
  it('never falls with one more finding', () => {
    fc.assert(fc.property(fc.array(anyFinding), anyFinding, fc.boolean(), (findings, one, asked) => rank([...findings, one], asked) >= rank(findings, asked)));
  });

  it('stays at notice before anything is asked, however much is unusual', () => {
    const unusual: Weighed[] = themes.map((theme) => ({ theme, severity: 'high' }));
    expect(levelOf(unusual, false)).toBe('notice');
  });

  it('takes two themes or a proof for danger', () => {
    expect(levelOf([{ theme: 'link', severity: 'high' }], true)).toBe('caution');
    expect(levelOf([{ theme: 'link', severity: 'high' }, { theme: 'sender', severity: 'high' }], true)).toBe('danger');
    expect(levelOf([{ theme: 'link', severity: 'critical' }], false)).toBe('danger');
  });
});
