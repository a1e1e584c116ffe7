import type { Facts } from '../core/facts.ts';
import { repositoriesIn } from '../core/repositories-in.ts';
import { repositoryPlace } from '../core/repository-link.ts';
import { recallInspection } from './inspections.ts';

/** What is remembered of the repositories that a message links. */
export async function knownInspections(facts: Facts): Promise<Pick<NonNullable<Facts['known']>, 'inspected'>> {
  const places = repositoriesIn(facts).map(repositoryPlace);
  if (places.length === 0) return {};
  const found = await Promise.all(places.map(async (repository) => ({ repository, was: await recallInspection(repository) })));
  const inspected = found.flatMap(({ repository, was }) => (was ? [{ repository, found: was.found }] : []));
  return inspected.length > 0 ? { inspected } : {};
}
