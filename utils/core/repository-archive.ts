import type { RepositoryLink } from './repository-link.ts';

/** Most parts of an address that are tried as the name of a branch: `feature/login/form`. */
const mostRefParts = 3;

/** Names that the address may mean: the shortest first, which is nearly always the one. */
const refsOf = ({ tail }: RepositoryLink): string[] => {
  if (tail.length === 0) return ['HEAD'];
  // Whole names of git say where they end, but for a folder behind.
  if (tail[0] === 'refs') return [tail.join('/')];
  return Array.from({ length: Math.min(tail.length, mostRefParts) }, (_, i) => tail.slice(0, i + 1).join('/'));
};

const encoded = (ref: string): string => ref.split('/').map(encodeURIComponent).join('/');

/**
 * Public addresses of a repository's archive as .zip, to be tried in turn: a name that is none is answered with 404. Each host gives them to
 * anybody. Sources: the templates of npm's hosted-git-info for GitHub and gists, https://docs.gitlab.com/api/repositories/#get-file-archive,
 * and Bitbucket's own download link.
 */
export function archiveAddresses(link: RepositoryLink): string[] {
  const { host, path, isGist } = link;
  return refsOf(link).map((ref) => {
    if (isGist) return `https://codeload.github.com/gist/${path}/zip/${encoded(ref)}`;
    if (host === 'github.com') return `https://codeload.github.com/${encoded(path)}/zip/${encoded(ref)}`;
    if (host === 'bitbucket.org') return `https://bitbucket.org/${encoded(path)}/get/${encoded(ref)}.zip`;
    return `https://gitlab.com/api/v4/projects/${encodeURIComponent(path)}/repository/archive.zip?sha=${encodeURIComponent(ref)}`;
  });
}

/** Host that is asked for the archive: the one that a person is asked to allow. */
export const archiveHost = (link: RepositoryLink): string => new URL(archiveAddresses(link)[0]!).hostname;
export const archiveHosts = ['codeload.github.com', 'gitlab.com', 'bitbucket.org'] as const;
