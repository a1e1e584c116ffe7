import type { Facts } from './facts.ts';
import { listLimit } from './limits.ts';
import { repositoryLink, repositoryPlace, type RepositoryLink } from './repository-link.ts';
import { unwrapLink } from './unwrap-link.ts';
import { addressesIn } from './written-address.ts';

/** Repositories that are named to a person; whoever sends more wants none of them read. */
const mostNamed = 3;

export interface LinkedRepository extends RepositoryLink {
  /** As written, without wrappers. */
  readonly address: string;
}

/** Repositories that the links and the words of a message lead to, each once. */
export function repositoriesIn({ links, message }: Pick<Facts, 'links' | 'message'>): LinkedRepository[] {
  const held = (links ?? []).slice(0, listLimit).flatMap(({ url, target }) => [url, target ?? '']);
  const words = [message?.text ?? '', ...(message?.thread ?? []).filter(({ from }) => from === 'them').slice(-listLimit).map(({ text }) => text ?? '')];
  const found = new Map<string, LinkedRepository>();
  for (const raw of [...held, ...words.flatMap(addressesIn)]) {
    const address = unwrapLink(raw).url;
    const link = repositoryLink(address);
    if (link && !found.has(repositoryPlace(link))) found.set(repositoryPlace(link), { ...link, address });
    if (found.size === mostNamed) break;
  }
  return [...found.values()];
}
