import type { Condition, Question, TestedRule } from '../core/rule.ts';

/** Most phrases of a question that are shown. */
const phraseLimit = 12;

type Named = readonly { readonly name: string }[];
type Story = Pick<TestedRule, 'why' | 'rationale' | 'normal' | 'advice' | 'references'> & { readonly tests: { readonly match: Named; readonly pass: Named } };

/** A rule for people: what it looks for, why, and when it is normal. */
export function ruleText(rule: TestedRule): string {
  const { id, title, severity, theme, status, since, sets, when } = rule;
  return [
    `${id}: ${title}`,
    `  ${severity}, theme ${theme}, ${status} since ${since}${sets ? `, sets ${sets}` : ''}`,
    '',
    '  Holds when',
    ...conditionLines(when).map((line) => `    ${line}`),
    ...storyLines(rule),
  ].join('\n');
}

/** What a rule of either kind says, and its cases. */
export function storyLines({ why, rationale, normal, advice, references, tests }: Story): string[] {
  return [
    '',
    `  Says: ${why}`,
    `  Why it matters: ${rationale}`,
    `  Normal when: ${normal}`,
    `  What to do: ${advice}`,
    ...references.map((reference) => `  See ${reference}`),
    '',
    '  Cases',
    ...tests.match.map(({ name }) => `    fires: ${name}`),
    ...tests.pass.map(({ name }) => `    does not: ${name}`),
  ];
}

function conditionLines(condition: Condition): string[] {
  if ('all' in condition) return group('all of', condition.all);
  if ('any' in condition) return group('any of', condition.any);
  if ('of' in condition) return group(`at least ${condition.atLeast} of`, condition.of);
  if ('not' in condition) return group('not', [condition.not]);
  if ('some' in condition) return group(`one of the ${condition.some}, for which`, [condition.where]);
  return [`${condition.fact} ${questionText(condition)}`];
}

const group = (head: string, parts: readonly Condition[]) => [
  `${head}:`,
  ...parts.flatMap(conditionLines).map((line) => `  ${line}`),
];

function questionText(question: Question): string {
  if ('is' in question) return `is ${[question.is].flat().map(String).join(' or ')}`;
  if ('says' in question) return `says ${phrasesText(Object.values(question.says).flat())}`;
  if ('matches' in question) return `matches /${question.matches}/i`;
  if ('above' in question) return `is above ${question.above}`;
  if ('below' in question) return `is below ${question.below}`;
  if ('in' in question) return `is in the list "${question.in}"`;
  if ('like' in question) return `looks like one of the list "${question.like}"${question.how ? ` (${question.how.join(' or ')})` : ''} and is none`;
  return question.known ? 'was seen' : 'is absent';
}

function phrasesText(phrases: readonly string[]): string {
  const shown = phrases
    .slice(0, phraseLimit)
    .map((phrase) => `"${phrase}"`)
    .join(', ');
  return phrases.length > phraseLimit ? `${shown} or one of ${phrases.length - phraseLimit} more` : shown;
}
