import type { Rule } from '../core/rule.ts';
import { rulesInWords } from './rules-in-words.ts';

/** A rule as the options page lists it. */
export type ListedRule = Pick<Rule, 'id' | 'title' | 'rationale' | 'normal' | 'theme' | 'severity' | 'status' | 'references' | 'since'>;

/** Rules that can be switched off: those that only set a mark say nothing by themselves. */
export async function listRules(): Promise<ListedRule[]> {
  const rules = (await rulesInWords()).filter(({ sets }) => sets === undefined);
  return rules.map(({ id, title, rationale, normal, theme, severity, status, references, since }) =>
    ({ id, title, rationale, normal, theme, severity, status, references, since }));
}
