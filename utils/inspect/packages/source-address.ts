import { parseHost } from '../../core/address.ts';

/** Where a package is taken from, when it is not the registry that everybody uses. */
export interface SourceAddress { readonly host: string; readonly how: 'git' | 'archive'; readonly url: string }

/** The registry, and the name Yarn has for it. */
const defaultRegistries: ReadonlySet<string> = new Set(['registry.npmjs.org', 'registry.yarnpkg.com', 'pypi.org', 'files.pythonhosted.org']);

/** Hosts behind the short forms `github:owner/name` and `owner/name`. */
const shortForms: Readonly<Record<string, string>> = { github: 'github.com', gitlab: 'gitlab.com', bitbucket: 'bitbucket.org', gist: 'gist.github.com' };

const withScheme = /^(?:(git|hg|svn|bzr)\+)?(https?|ssh|git|ftp):\/\/(?:[^@/\s]*@)?([^/:?#\s]+)([^\s#]*)/i;
const likeSsh = /^(?:git\+ssh:\/\/)?git@([\w.-]+):/i;
const short = /^(?:(github|gitlab|bitbucket|gist):)?([A-Za-z0-9_][\w.-]*\/[\w.-]+)(?:#.*)?$/;
/** Archives that servers of repositories make: they are the repository. */
const archiveOfRepository = /^codeload\.github\.com$/;

/** Reads what a manifest or a lock file says of a package's source; undefined for versions, paths, and the default registry. */
export function sourceAddress(spec: string): SourceAddress | undefined {
  const url = spec.slice(0, 500);
  const ssh = likeSsh.exec(url);
  if (ssh) return { host: ssh[1]!.toLowerCase(), how: 'git', url };
  const full = withScheme.exec(url);
  if (full) return fromUrl(full, url);
  const named = short.exec(url);
  return named && (named[1] || !named[2]!.startsWith('.')) ? { host: shortForms[named[1] ?? 'github']!, how: 'git', url } : undefined;
}

function fromUrl([, tool, scheme, host = '', path = '']: RegExpExecArray, url: string): SourceAddress | undefined {
  const lower = host.toLowerCase();
  if (defaultRegistries.has(lower) || !parseHost(lower)) return undefined;
  const isGit = tool !== undefined || scheme === 'ssh' || scheme === 'git' || path.endsWith('.git') || archiveOfRepository.test(lower);
  return { host: archiveOfRepository.test(lower) ? 'github.com' : lower, how: isGit ? 'git' : 'archive', url };
}
