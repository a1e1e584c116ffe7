import type { TestedRule } from '../../utils/core/rule.ts';

const facts = (text: string) => ({ surface: 'text' as const, message: { text } });
const cases = (...texts: string[]) =>
  texts.map((text) => ({ name: `the text "${text}"`, facts: facts(text) }));

/** A rule that fires on the word "marmalade". */
export const marmalade: TestedRule = {
  id: 'speaks-of-marmalade',
  title: 'Speaks of marmalade',
  severity: 'low',
  theme: 'text',
  status: 'stable',
  since: '2026-11-21',
  when: { fact: 'message.text', says: ['marmalade'] },
  why: 'The message speaks of "{message.text}".',
  rationale: 'Somebody who speaks of marmalade may want a sandwich.',
  normal: 'Breakfast, and everything around it.',
  advice: 'Ask whether bread is wanted as well.',
  references: ['https://marmalade.example/'],
  tests: {
    match: cases('marmalade', 'More marmalade', 'Marmalade!'),
    pass: cases('honey', 'butter', 'marmal'),
  },
};

/** A rule that sets a mark on "please open the page". */
export const opener: TestedRule = {
  ...marmalade,
  id: 'asks-to-open',
  severity: 'info',
  sets: 'message.asks.open-page',
  when: { fact: 'message.text', says: ['open the page'] },
  tests: {
    match: cases('please open the page', 'open the page', 'Open the page now'),
    pass: cases('close the page', 'a page', 'open it'),
  },
};
