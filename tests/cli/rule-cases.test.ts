import { describe, expect, it } from 'vitest';
import { failedCases } from '../../utils/cli/rule-cases.ts';
import type { TestedRule } from '../../utils/core/rule.ts';
import { marmalade, opener } from './rule-example.ts';
import { indexCompanies } from '../../utils/core/company-table.ts';

const knowledge = { rules: [], lists: {}, sites: new Map(), anchors: [], companies: indexCompanies() };
const swapped = (rule: TestedRule): TestedRule => ({
  ...rule,
  tests: { match: rule.tests.pass, pass: rule.tests.match },
});
const sentences = (rules: TestedRule[], others: TestedRule[] = []) =>
  failedCases(rules, knowledge, others).map(({ sentence }) => sentence);

describe('failedCases', () => {
  it('finds nothing wrong with rules that hold', () => {
    expect(sentences([marmalade, opener])).toEqual([]);
  });

  it('names cases that must fire and do not, and the other way round', () => {
    expect(sentences([swapped(marmalade)])).toHaveLength(6);
    expect(sentences([swapped(marmalade)])[0]).toBe('"the text "honey"" must fire and does not');
  });

  it('asks of a rule with "sets" that it sets its mark', () => {
    expect(sentences([swapped(opener)])[0]).toBe(
      '"the text "close the page"" must set message.asks.open-page and does not',
    );
  });

  it("does not take another rule's mark for this rule's", () => {
    const deaf: TestedRule = {
      ...opener,
      id: 'asks-in-vain',
      when: { fact: 'message.text', says: ['never said'] },
    };
    expect(sentences([opener, deaf])).toHaveLength(3);
  });

  it('tests drafts too', () => {
    expect(sentences([{ ...swapped(marmalade), status: 'draft' }])).toHaveLength(6);
  });

  it('lends the marks of other rules', () => {
    const builder: TestedRule = {
      ...marmalade,
      when: { fact: 'message.asks.open-page', is: true },
      tests: opener.tests,
    };
    expect([sentences([builder], [opener]), sentences([builder]).length]).toEqual([[], 3]);
  });
});
