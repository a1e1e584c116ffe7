import type { Facts } from './facts.ts';
import { repositoryLink, repositoryPlace } from './repository-link.ts';

/** What an inspection came to. `looked`: nothing that would warn, which is no promise. */
export const inspectionOutcomes = ['looked', 'caution', 'danger'] as const;
export type InspectionOutcome = (typeof inspectionOutcomes)[number];

type Inspected = NonNullable<NonNullable<Facts['known']>['inspected']>;

/** Links with what was found when the person had their repository inspected. */
export function withInspections<L extends { readonly url: string }>(links: L[] | undefined, inspected: Inspected | null | undefined): (L & { inspected?: InspectionOutcome })[] | undefined {
  if (!links || !inspected?.length) return links;
  const found = new Map(inspected.map(({ repository, found: outcome }) => [repository.toLowerCase(), outcome]));
  return links.map((link) => {
    const repository = repositoryLink(link.url);
    const outcome = repository && found.get(repositoryPlace(repository));
    return outcome ? { ...link, inspected: outcome } : link;
  });
}
