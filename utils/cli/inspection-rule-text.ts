import type { PlaceCondition, ProjectCondition, TestedInspectionRule } from '../inspect/inspection-rule.ts';
import { storyLines } from './rule-text.ts';

/** A rule over projects for people: what it looks for, why, and when it is normal. */
export function inspectionRuleText(rule: TestedInspectionRule): string {
  const { id, title, severity, theme, status, since, when } = rule;
  return [
    `${id}: ${title}`,
    `  ${severity}, theme ${theme}, ${status} since ${since}`,
    '',
    '  Holds for a project with',
    ...projectLines(when).map((line) => `    ${line}`),
    ...storyLines(rule),
  ].join('\n');
}

const group = (head: string, lines: readonly string[]): string[] => [`${head}:`, ...lines.map((line) => `  ${line}`)];

function projectLines(condition: ProjectCondition): string[] {
  if ('all' in condition) return group('all of', condition.all.flatMap(projectLines));
  if ('any' in condition) return group('any of', condition.any.flatMap(projectLines));
  if ('together' in condition) return group(`in one ${condition.together} all of`, condition.of.flatMap(projectLines));
  if ('of' in condition) return group(`at least ${condition.atLeast} of`, condition.of.flatMap(projectLines));
  const what = 'sees' in condition ? [condition.sees].flat().join(' or ') + at(condition.at) : `something that starts at ${condition.runs.join(' or ')}`;
  return condition.where ? group(`${what}, for which`, placeLines(condition.where)) : [what];
}

const at = (moments: readonly string[] | undefined): string => (moments ? ` in a file that runs at ${moments.join(' or ')}` : '');

function placeLines(condition: PlaceCondition): string[] {
  if ('all' in condition) return group('all of', condition.all.flatMap(placeLines));
  if ('any' in condition) return group('any of', condition.any.flatMap(placeLines));
  if ('not' in condition) return group('not', placeLines(condition.not));
  return [`${condition.fact} ${questionText(condition)}`];
}

function questionText(question: Extract<PlaceCondition, { fact: string }>): string {
  if ('is' in question) return `is ${[question.is].flat().map(String).join(' or ')}`;
  if ('matches' in question) return `matches /${question.matches}/i`;
  if ('above' in question) return `is above ${question.above}`;
  if ('below' in question) return `is below ${question.below}`;
  if ('in' in question) return `is in the list "${question.in}"`;
  return question.known ? 'was seen' : 'is absent';
}
