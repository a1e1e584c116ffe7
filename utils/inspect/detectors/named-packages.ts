import { isMember, type NamedLists } from '../../core/named-list.ts';
import { packageLookAlike } from '../package-look-alike.ts';
import { lockEntries } from '../packages/lock-entries.ts';
import { isNpmManifest, manifestPackages, type NamedPackage } from '../packages/manifest-packages.ts';
import { snippetAt } from '../snippet.ts';
import type { ListDetector, Sighting, TextFile } from '../sighting.ts';

/** Packages that were reported, in manifests and lock files, and names in manifests that resemble popular ones. */
export const namedPackages: ListDetector = (file, _project, lists) => {
  const named = manifestPackages(file);
  return [
    ...[...named, ...lockEntries(file)].flatMap(({ name, offset }) => listed(name, offset, file, lists)),
    ...(isOwnManifest(file.path) ? named.flatMap((one) => [...standsIn(one, file, lists), ...likePopular(one, file, lists)]) : []),
  ];
};

/** Manifests of what is installed were written by others, and name what others chose. */
const isOwnManifest = (path: string): boolean => isNpmManifest(path) && !path.includes('node_modules/');

function listed(name: string, offset: number, file: TextFile, lists: NamedLists): Sighting[] {
  const list = lists['reported-packages'];
  if (!name || !list || !isMember(list, name)) return [];
  return [{ kind: 'listed-package', ...placeAt(offset, file), detail: { package: name, list: 'reported-packages' } }];
}

/** A popular name behind which code finds another package. What many know may stand in for what many know, and a scope belongs to its owner. */
function standsIn({ name, calledAs = '', spec, offset }: NamedPackage, file: TextFile, lists: NamedLists): Sighting[] {
  const popular = lists['popular-packages'];
  if (!popular?.has(calledAs) || name === calledAs || name.startsWith('@') || popular.has(name) || lists['known-packages']?.has(name)) return [];
  return [{ kind: 'package-like-popular', ...placeAt(offset, file), detail: { package: name, popular: calledAs, how: 'stands in', version: spec } }];
}

/** What is taken from an address or a folder has no name in the registry that could be mistaken. */
function likePopular({ name, spec, offset }: NamedPackage, file: TextFile, lists: NamedLists): Sighting[] {
  const popular = lists['popular-packages'];
  if (!popular || /^(?:file|link|workspace|portal|patch|git|https?)[:+]/.test(spec)) return [];
  const alike = packageLookAlike(name, popular, lists['known-packages']);
  return alike ? [{ kind: 'package-like-popular', ...placeAt(offset, file), detail: { package: name, popular: alike.of, how: alike.how, version: spec } }] : [];
}

const placeAt = (offset: number, { path, text, lines }: TextFile) => ({ file: path, line: lines.lineOf(offset), snippet: snippetAt(text, offset) });
