import { isMember, type NamedList, type NamedLists } from '../../core/named-list.ts';
import { snippetAt } from '../snippet.ts';
import type { Kind, ListDetector, Sighting, TextFile } from '../sighting.ts';

/** An address in running text: scheme, host with its port, and a path as deep as listed addresses are. */
const address = /\b(?:https?|wss?|git|ssh):\/\/(?:[\w.%-]{1,100}@)?([a-z0-9](?:[a-z0-9.-]{0,252}[a-z0-9])?(?::\d{1,5})?)((?:\/[\w.~%-]{1,200}){0,8})/gi;
/** Lock files hold an address a package; their hosts are told by lock-sources.ts. */
const lockFile = /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.ya?ml|bun\.lock)$/;
const repositoryHost = /^(?:github\.com|gitlab\.com|bitbucket\.org)$/;
/** Different addresses that are looked up in a file: a look-up takes 0.02 ms, and longer lists are material, not code. */
const lookedUp = 1_000;
/** Answers kept: an ordinary project names some hundred hosts. */
const answersKept = 10_000;
const answers = new WeakMap<NamedList, Map<string, boolean>>();

/** Addresses on reported hosts, and reported addresses and repositories. Each is told once a file. */
export const listedHosts: ListDetector = (file, _project, lists) => {
  if (lockFile.test(file.path) || !file.text.includes('://')) return [];
  const addresses = new Map<string, RegExpExecArray>();
  for (const match of file.text.matchAll(address)) {
    const written = `${match[1]}${match[2]}`.toLowerCase();
    if (!addresses.has(written)) addresses.set(written, match);
    if (addresses.size >= lookedUp) break;
  }
  const told = new Set<string>();
  return [...addresses.values()].flatMap((match) => {
    const found = listed(match[1]!.toLowerCase(), match[2]!.toLowerCase(), lists);
    if (!found || told.has(found.value)) return [];
    told.add(found.value);
    return [sighting(found, match.index, file)];
  });
};

interface Listed { readonly kind: Kind; readonly list: string; readonly host: string; readonly value: string }

function listed(hostAndPort: string, path: string, lists: NamedLists): Listed | undefined {
  const host = hostAndPort.replace(/:\d+$/, '');
  const whole = `${hostAndPort}${path}`;
  if (has(lists['reported-addresses'], whole)) return { kind: 'listed-address', list: 'reported-addresses', host, value: whole };
  const repository = repositoryHost.test(host) ? `${host}${path.split('/').slice(0, 3).join('/').replace(/\.git$/, '')}` : undefined;
  if (repository && has(lists['reported-repositories'], repository)) return { kind: 'listed-address', list: 'reported-repositories', host, value: repository };
  return has(lists['reported-hosts'], host) ? { kind: 'listed-host', list: 'reported-hosts', host, value: host } : undefined;
}

function has(list: NamedList | undefined, value: string): boolean {
  if (!list) return false;
  let kept = answers.get(list);
  if (!kept) answers.set(list, (kept = new Map()));
  let answer = kept.get(value);
  if (answer === undefined) {
    if (kept.size >= answersKept) kept.clear();
    kept.set(value, (answer = isMember(list, value)));
  }
  return answer;
}

const sighting = ({ kind, list, host, value }: Listed, offset: number, { path, text, lines }: TextFile): Sighting => ({
  kind, file: path, line: lines.lineOf(offset), snippet: snippetAt(text, offset), detail: { list, host, url: value },
});
