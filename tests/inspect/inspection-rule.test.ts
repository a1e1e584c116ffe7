import { describe, expect, it } from 'vitest';
import { faultsOfInspection, InspectionRule, TestedInspectionRule, type ProjectCondition } from '../../utils/inspect/inspection-rule.ts';
import { exampleRule } from './rule-example.ts';

const fits = (when: unknown) => InspectionRule.safeParse(exampleRule({ when: when as ProjectCondition })).success;

describe('InspectionRule', () => {
  it.each<[string, unknown]>([
    ['a sighting', { sees: 'obfuscated' }], ['one of several, where it runs', { sees: ['obfuscated', 'hook-file'], at: ['open'] }],
    ['a run', { runs: ['install'], where: { fact: 'fetches', is: true } }], ['places in one file', { together: 'file', of: [{ sees: 'obfuscated' }, { sees: 'hook-file' }] }],
    ['a number of several', { atLeast: 1, of: [{ sees: 'obfuscated' }] }],
  ])('accepts %s', (_, when) => expect(fits(when)).toBe(true));

  it.each<[string, unknown]>([
    ['a kind that no detector knows', { sees: 'mood' }], ['a moment that is none', { runs: ['tomorrow'] }], ['code', { eval: '1' }], ['an empty list', { all: [] }],
    ['"nowhere seen", for a part may be unread', { not: { sees: 'obfuscated' } }], ['two questions in one', { sees: 'obfuscated', runs: ['open'] }],
  ])('refuses %s', (_, when) => expect(fits(when)).toBe(false));

  it('refuses a rule without near misses', () => {
    const cases = [1, 2, 3].map((n) => ({ name: `case ${n}`, files: { 'a.js': '' } }));
    const tested = (pass: unknown) => TestedInspectionRule.safeParse({ ...exampleRule(), tests: { match: cases, pass } }).success;
    expect([tested(cases), tested([])]).toEqual([true, false]);
  });
});

describe('faultsOfInspection', () => {
  it('names a field that places do not have', () => {
    expect(faultsOfInspection(exampleRule({ when: { sees: 'obfuscated', where: { fact: 'colour', is: 'red' } } }))[0]).toContain('"colour"');
  });

  it('keeps fields of runs and of sightings apart', () => {
    expect(faultsOfInspection(exampleRule({ when: { sees: 'obfuscated', where: { fact: 'ordinary', is: true } } }))).toHaveLength(1);
    expect(faultsOfInspection(exampleRule({ when: { runs: ['open'], where: { fact: 'ordinary', is: true } } }))).toEqual([]);
  });

  it('looks into combined conditions', () => {
    const wrong: ProjectCondition = { runs: ['open'], where: { all: [{ not: { fact: 'mood', is: 'bad' } }] } };
    expect(faultsOfInspection(exampleRule({ when: { any: [{ together: 'file', of: [wrong, wrong] }] } }))).toHaveLength(2);
  });

  it.each(['(?=look)ahead', '(a)\\1', '('])('refuses the pattern %s, which RE2 cannot read', (matches) => {
    expect(faultsOfInspection(exampleRule({ when: { runs: ['open'], where: { fact: 'command', matches } } }))[0]).toContain(matches);
  });
});
