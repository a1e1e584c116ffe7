import { kindOfFile, extensionOf } from './file-kind.ts';
import { hostAndParents, type Host } from './address.ts';
import { repositoryAt } from './repository-at.ts';

/** What a link leads to. `site` is anything without a better name. */
export const linkKinds = [
  'repository', 'archive', 'program', 'file-host', 'paste', 'document', 'form', 'meeting', 'assessment', 'scheduling', 'hiring',
  'job-board', 'signing', 'chat', 'shortener', 'hosting', 'package', 'wallet', 'social', 'mail', 'site',
] as const;
export type LinkKind = (typeof linkKinds)[number];

/** One row of the sites table: a host, or a host and the beginning of a path, and what stands there. */
export interface Site { readonly at: string; readonly kind: LinkKind; readonly openSignup?: boolean }
export type Sites = ReadonlyMap<string, readonly Site[]>;

export function indexSites(rows: readonly Site[]): Sites {
  const sites = new Map<string, Site[]>();
  for (const row of rows) {
    const host = row.at.split('/')[0]!;
    sites.set(host, [...(sites.get(host) ?? []), row].sort((a, b) => b.at.length - a.at.length));
  }
  return sites;
}

/** The most exact row for an address: the host before its parents and its suffix (vercel.app), the longer path before the shorter. */
export function findSite(sites: Sites, host: Host, pathname: string): Site | undefined {
  for (const name of [...hostAndParents(host), host.suffix]) {
    const row = sites.get(name)?.find(({ at }) => {
      const path = at.slice(name.length);
      return pathname.startsWith(path) && (path === '' || !/[\w-]/.test(pathname[path.length] ?? ''));
    });
    if (row) return row;
  }
  return undefined;
}

const downloadPath = /\/(?:archive|zipball|tarball|releases\/download)\//;
/** Scripts that a system runs when they are opened. Others (`.js`, `.py`) are as often read as run. */
const runsWhenOpened = new Set('sh ps1 psm1 bat cmd vbs vbe jse wsf wsh hta command terminal workflow scpt applescript osascript reg cpl'.split(' '));

export function kindOfLink(site: Site | undefined, url: URL): LinkKind {
  if (site?.kind === 'repository') return downloadPath.test(url.pathname) ? 'archive' : repositoryAt(url.pathname) ? 'repository' : 'site';
  // Papers and articles are numbered `.001`: in an address that is no piece of an archive.
  const file = /\.\d+$/.test(url.pathname) ? 'other' : kindOfFile(url.pathname);
  if (file === 'archive') return 'archive';
  if (file === 'disk-image' || file === 'shortcut' || (file === 'program' && extensionOf(url.pathname) !== 'com')) return 'program';
  if (file === 'script' && runsWhenOpened.has(extensionOf(url.pathname)!)) return 'program';
  return site?.kind ?? 'site';
}
