import type { TestedRule } from '../core/rule.ts';

/** The word that every unwritten part of a new rule begins with. `rules test` fails while one is left. */
export const unwritten = 'TODO';

/** A rule to fill in. It fits the format, so that an editor and `rules test` can speak about what is written so far. */
export function ruleTemplate(id: string, today: string): TestedRule {
  const message = (name: string, text: string) => ({ name: `TODO ${name}`, facts: { surface: 'linkedin-message' as const, message: { text: `TODO ${text}` } } });
  return {
    id,
    title: 'TODO the signal in a few words',
    severity: 'low',
    theme: 'text',
    status: 'draft',
    since: today,
    when: { fact: 'message.text', says: { en: ['the words to look for'] } },
    why: 'TODO What was seen, with {message.text} for the words.',
    rationale: 'TODO Why attackers do it.',
    normal: 'TODO What would make it harmless.',
    advice: 'TODO The safe next step.',
    references: [],
    tests: {
      match: [message('the plain case', 'a message that must match'), message('other words', 'another one'), message('in context', 'a third one')],
      pass: [message('a near miss', 'an honest message that comes close'), message('a denial', 'one that says the opposite'), message('the honest habit', 'what recruiters really write')],
    },
  };
}

/** Places of a rule where something is still to be written, as paths: `tests.match.0.name`. */
export function unwrittenIn(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return new RegExp(`\\b${unwritten}\\b`).test(value) ? [path] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) => unwrittenIn(part, path ? `${path}.${key}` : key));
}
