import { loadKnowledge } from '../../utils/cli/load-knowledge.ts';
import { explain } from '../../utils/core/explain.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { createJudge, type Knowledge } from '../../utils/core/judge.ts';
import type { Finding, Verdict } from '../../utils/core/verdict.ts';
import type { ListedRule } from '../../utils/platform/list-rules.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { madeUpFacts, type MadeUpName } from './made-up-facts.mts';
import { sayIn, speechIn, type Language } from './made-up-words.mts';

/** Made-up people, judged by the real rules in a language. */
export interface MadeUp {
  verdict(name: MadeUpName): Verdict;
  item(name: MadeUpName, over?: Partial<PageItem['judgement']>): PageItem;
  /** As bad as it can get: one finding of each of the first `count` rules. */
  flood(count: number): PageItem;
  /** Some rules as the settings list them. */
  rules(count: number): ListedRule[];
}

let knowledge: Knowledge | undefined;

export function madeUpIn(lang: Language): MadeUp {
  knowledge ??= loadKnowledge();
  const { rules } = knowledge;
  const judge = createJudge(knowledge, () => speechIn(lang));
  const said = (finding: Finding): Finding => {
    const turned = (['title', 'why', 'rationale', 'normal', 'advice'] as const).map((part) => [part, sayIn(lang, finding[part])]);
    return { ...finding, ...Object.fromEntries(turned) };
  };
  const verdict = (name: MadeUpName): Verdict => {
    const judged = judge(madeUpFacts[name]);
    return { ...judged, findings: judged.findings.map(said) };
  };
  const item = (name: MadeUpName, over: Partial<PageItem['judgement']> = {}): PageItem => {
    const facts: Facts = madeUpFacts[name];
    const repositories = facts.links?.map(({ url }) => url);
    return { key: name, facts, judgement: { verdict: verdict(name), ...(repositories && { repositories }), ...over } };
  };
  const judging = rules.filter(({ sets, status }) => !sets && status === 'stable');
  const told = (count: number) => judging.slice(0, count).map((rule) => ({ rule, finding: said(explain(rule, [], 1 / count, speechIn(lang))) }));
  return {
    verdict, item,
    rules: (count) => told(count).map(({ rule: { id, theme, severity, status, references, since }, finding: { title, rationale, normal } }) =>
      ({ id, title, rationale, normal, theme, severity, status, references, since })),
    flood(count) {
      const findings = told(count).map(({ finding }) => finding);
      return item('danger', { verdict: { ...verdict('danger'), findings } });
    },
  };
}
