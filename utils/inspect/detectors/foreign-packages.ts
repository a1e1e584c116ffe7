import { hostKind } from '../packages/host-kind.ts';
import { isOfScope } from '../packages/is-of-scope.ts';
import { manifestPackages, type NamedPackage } from '../packages/manifest-packages.ts';
import { sourceAddress } from '../packages/source-address.ts';
import { snippetAt } from '../snippet.ts';
import type { Detail, Detector } from '../sighting.ts';

/** Dependencies that a manifest takes from an address or from a packed file in the project, instead of the registry. */
export const foreignPackages: Detector = (file) => manifestPackages(file).flatMap((one) => {
  const detail = sourceOf(one);
  if (!detail) return [];
  const line = file.lines.lineOf(one.offset);
  return [{ kind: 'package-from-elsewhere' as const, file: file.path, line, snippet: snippetAt(file.text, one.offset), detail: { package: one.name, ...detail } }];
});

const packedFile = /^(?:file:)?(?!https?:)[^\s:]*\.(?:tgz|tar\.gz|tar|zip|whl)$/i;

function sourceOf({ name, spec }: NamedPackage): Detail | undefined {
  if (packedFile.test(spec)) return { how: 'packed file', path: spec.replace(/^file:/, '') };
  const source = sourceAddress(spec);
  return source && { host: source.host, how: source.how, url: source.url, hostKind: hostKind(source.host), ...(isOfScope(name, source.host) && { isNamesake: true }) };
}
