import { repositoryAt } from './repository-at.ts';
import { parseUrl } from './url.ts';

export const codeHosts = ['github.com', 'gitlab.com', 'bitbucket.org'] as const;
export type CodeHost = (typeof codeHosts)[number];

/** A repository that a link leads to, on a host whose public archives we know how to ask for. */
export interface RepositoryLink {
  readonly host: CodeHost;
  /** `owner/name` as written, of GitLab with all groups; of a gist its number. */
  readonly path: string;
  readonly isGist: boolean;
  /**
   * Branch, tag or commit and then the folder, as they stand in the address, and nothing between says where the one ends: branches may
   * hold slashes. Empty for the default branch.
   */
  readonly tail: readonly string[];
}

/** Names that show GitHub's repositories in an editor: the same paths. */
const alike: Readonly<Record<string, CodeHost>> = { 'www.github.com': 'github.com', 'github.dev': 'github.com', 'www.gitlab.com': 'gitlab.com', 'www.bitbucket.org': 'bitbucket.org' };
const archiveEnd = /\.(?:zip|tar\.gz|tgz|tar\.bz2|tar)$/i;
const shellAddress = /^(?:ssh:\/\/)?git@([\w.-]+)[:/](.+)$/i;

/** Reads an address, or what stands behind `git clone`. Undefined when it leads to no repository, or to no public archive of one. */
export function repositoryLink(address: string): RepositoryLink | undefined {
  const shell = shellAddress.exec(address.trim());
  const url = parseUrl(shell ? `https://${shell[1]}/${shell[2]}` : address.trim());
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const parts = url.pathname.split('/').filter(Boolean).map(decoded);
  if (parts.some((part) => !isPart(part))) return undefined;
  const host = alike[url.hostname] ?? url.hostname;
  if (host === 'github.com') return onGithub(parts);
  if (host === 'codeload.github.com') return parts[0] === 'gist' ? gist(parts[1], parts.slice(3)) : onGithub(parts);
  if (host === 'api.github.com' && parts[0] === 'repos') return onGithub(parts.slice(1));
  if (host === 'raw.githubusercontent.com') return named('github.com', parts, parts.slice(2));
  if (host === 'gist.github.com' || host === 'gist.githubusercontent.com') return onGist(parts);
  if (host === 'gitlab.com') return onGitlab(parts);
  return host === 'bitbucket.org' ? named(host, parts, onBitbucket(parts.slice(2))) : undefined;
}

/** Under which a repository is remembered: the same for all its branches, folders and archives. */
export const repositoryPlace = ({ host, path, isGist }: RepositoryLink): string => `${isGist ? `gist.${host}` : host}/${path}`.toLowerCase();

/** What hosts allow in branches and files; whatever else stands there would have to be guarded in every address we make of it. */
const isPart = (part: string) => part !== '.' && part !== '..' && !/[\\/?#%\s\p{Cc}]/u.test(part);

/** What hosts allow in names of owners, groups and repositories, which stand in commands to copy too. */
const isName = (path: string) => /^[\w./-]+$/.test(path);

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '%';
  }
}

function named(host: CodeHost, [owner = '', name = '']: readonly string[], tail: readonly string[]): RepositoryLink | undefined {
  const path = `${owner}/${name.replace(/\.git$/i, '')}`;
  return isName(path) && repositoryAt(`/${path}`) ? { host, path, isGist: false, tail } : undefined;
}

const withoutEnd = (tail: readonly string[]): string[] => tail.map((part, i) => (i === tail.length - 1 ? part.replace(archiveEnd, '') : part));

function onGithub(parts: readonly string[]): RepositoryLink | undefined {
  const [, , what, ...rest] = parts;
  // Files people added to a release are no archive of the repository.
  if (what === 'releases' && rest[0] === 'download') return undefined;
  return named('github.com', parts, githubTail(what, rest));
}

function githubTail(what: string | undefined, rest: readonly string[]): readonly string[] {
  switch (what) {
    case 'tree': case 'blob': case 'raw': case 'commit': case 'zip': case 'tar.gz': case 'zipball': case 'tarball': case 'legacy.zip': case 'legacy.tar.gz': return rest;
    case 'archive': return withoutEnd(rest);
    case 'pull': return rest[0] && /^\d+$/.test(rest[0]) ? ['refs', 'pull', rest[0], 'head'] : [];
    case 'releases': return rest[0] === 'tag' ? rest.slice(1) : [];
    default: return [];
  }
}

/** `/owner/id`, `/id`, `/owner/id/archive/commit.zip`, `/owner/id/raw/...`. */
function onGist(parts: readonly string[]): RepositoryLink | undefined {
  const at = parts.findIndex((part) => /^[0-9a-f]{20,}$|^\d+$/i.test(part));
  const [what, ref] = parts.slice(at + 1);
  return at < 0 || at > 1 ? undefined : gist(parts[at], what === 'archive' && ref ? withoutEnd([ref]) : []);
}

const gist = (id: string | undefined, tail: readonly string[]): RepositoryLink | undefined =>
  (id && /^[0-9a-f]+$/i.test(id) ? { host: 'github.com', path: id, isGist: true, tail } : undefined);

/** Groups nest, and `/-/` ends them. */
function onGitlab(parts: readonly string[]): RepositoryLink | undefined {
  const end = parts.indexOf('-');
  const names = end < 0 ? parts : parts.slice(0, end);
  const [what, ...rest] = end < 0 ? [] : parts.slice(end + 1);
  if (names.length < 2 || !isName(names.join('/')) || !repositoryAt(`/${names.join('/')}`)) return undefined;
  const tail = what === 'archive' ? rest.slice(0, -1) : ['tree', 'blob', 'raw', 'commit', 'commits', 'tags'].includes(what ?? '') ? rest : [];
  return { host: 'gitlab.com', path: names.join('/').replace(/\.git$/i, ''), isGist: false, tail };
}

function onBitbucket([what, ...rest]: readonly string[]): readonly string[] {
  if (what === 'get') return withoutEnd(rest);
  if (what === 'branch') return rest;
  return what === 'src' || what === 'commits' || what === 'raw' ? rest : [];
}
