import { i18n } from '#i18n';

type Key = Parameters<typeof i18n.t>[0];
/** `message.asks.run-code` is said by `facts.message_asks_run_code`; a test holds that every fact has its words. */
export const factKey = (fact: string) => `facts.${fact.replaceAll(/[.-]/g, '_')}`;
export const factLabel = (fact: string): string => i18n.t(factKey(fact) as Key & 'facts.surface');

const groupOf = (fact: string) => fact.split('.')[0]!;

/** Facts by what they are about, in the words a person knows. */
export function groupFacts(facts: readonly string[]): { readonly group: string; readonly labels: readonly string[] }[] {
  const groups = new Map<string, string[]>();
  for (const fact of facts) groups.set(groupOf(fact), [...(groups.get(groupOf(fact)) ?? []), factLabel(fact)]);
  return [...groups].map(([group, labels]) => ({ group: i18n.t(`groups.${group}` as 'groups.sender'), labels: [...new Set(labels)] }));
}
