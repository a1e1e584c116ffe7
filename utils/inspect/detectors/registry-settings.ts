import { hostKind } from '../packages/host-kind.ts';
import { isOfScope } from '../packages/is-of-scope.ts';
import { snippetAt } from '../snippet.ts';
import type { Detector, Sighting, TextFile } from '../sighting.ts';

/** A setting that names a registry: in which files, where in them, whose it is, and how it says that nobody shall check who answers. */
interface RegistrySetting { readonly files: RegExp; readonly address: RegExp; readonly by: string; readonly unchecked?: RegExp }

const pip = /(?:^|\/)(?:pip\.conf|pip\.ini|[\w.-]*requirements[\w.-]*\.txt|constraints\.txt|Pipfile|pyproject\.toml|poetry\.toml|uv\.toml)$|(?:^|\/)requirements\/[\w.-]+\.txt$/i;
const settings: readonly RegistrySetting[] = [
  { files: /(?:^|\/)\.npmrc$/, by: 'npm', address: /^[ \t]*(?:@[\w.-]+:)?registry[ \t]*=[ \t]*["']?(\S+?)["']?[ \t]*\r?$/gm, unchecked: /^[ \t]*strict-ssl[ \t]*=[ \t]*["']?false/m },
  { files: /(?:^|\/)\.yarnrc$/, by: 'Yarn', address: /^[ \t]*"?(?:@[\w.-]+:)?registry"?[ \t]+["']?([^\s"']+)/gm, unchecked: /^[ \t]*"?strict-ssl"?[ \t]+"?false/m },
  { files: /(?:^|\/)\.yarnrc\.yml$/, by: 'Yarn', address: /^[ \t]*npm(?:RegistryServer|PublishRegistry):[ \t]*["']?([^\s"']+)/gm, unchecked: /^[ \t]*enableStrictSsl:[ \t]*["']?false/m },
  { files: /(?:^|\/)bunfig\.toml$/, by: 'Bun', address: /^[ \t]*(?:registry|"?@?[\w.-]+"?)[ \t]*=[ \t]*(?:\{[^}\n]*url[ \t]*=[ \t]*)?["'](https?:[^"']+)/gm },
  {
    files: pip, by: 'pip', unchecked: /^[ \t]*(?:--)?trusted-host\b|^[ \t]*verify_ssl[ \t]*=[ \t]*false/m,
    address: /^[ \t]*(?:(?:--?)?(?:extra-)?index-url[ \t]*[=:]?|-i[ \t]|(?:--?)?find-links[ \t=]|url[ \t]*=(?=[ \t]*["']https?:\/\/[^"'\n]*\/simple))[ \t]*["']?([^\s"']+)/gm,
  },
  { files: /(?:^|\/)\.cargo\/config(?:\.toml)?$/, by: 'cargo', address: /^[ \t]*(?:registry|index)[ \t]*=[ \t]*["'](?:sparse\+)?(https?:[^"']+)/gm },
  { files: /(?:^|\/)\.bundle\/config$/, by: 'Bundler', address: /^[ \t]*BUNDLE_MIRROR__\S+:[ \t]*["']?(https?:[^\s"']+)/gm },
];

const hostIn = /^(?:https?:)?\/\/(?:[^@/\s]*@)?([^/:?#\s"']+)/i;
/** What everybody uses without any setting. */
const usual: ReadonlySet<string> = new Set(['registry.npmjs.org', 'registry.yarnpkg.com', 'pypi.org', 'files.pythonhosted.org', 'index.crates.io', 'rubygems.org']);
/** One scope's packages are somebody's own; what stands beside the usual registry is asked as well. */
const ofSome = /^\s*["']?@|npmScopes|extra-|find-links|PublishRegistry|^\s*url\b/;

/** Settings that take packages from another registry than everybody's. */
export const registrySettings: Detector = (file) => settings.filter(({ files }) => files.test(file.path)).flatMap((setting) => inFile(setting, file));

function inFile({ address, by, unchecked }: RegistrySetting, { path, text, lines }: TextFile): Sighting[] {
  return [...text.matchAll(address)].flatMap((match) => {
    const url = match[1]!;
    const host = hostIn.exec(url)?.[1]?.toLowerCase();
    if (!host || usual.has(host)) return [];
    const offset = match.index + match[0].search(/\S/);
    const kind = hostKind(host);
    const isOpen = /^http:/i.test(url) && (kind === 'unknown' || kind === 'throw-away');
    const scope = scopeOf(match[0], text, match.index);
    const detail = {
      host, url, by, hostKind: kind, how: isOfSome(match[0], text, match.index) ? 'some packages' : 'every package',
      ...((isOpen || (kind !== 'own network' && unchecked?.test(text))) && { isUnchecked: true }),
      ...(scope && { package: `${scope}/*`, ...(isOfScope(scope, host) && { isNamesake: true }) }),
    };
    return [{ kind: 'registry-elsewhere', file: path, line: lines.lineOf(offset), snippet: snippetAt(text, offset), detail }];
  });
}

/** The scope whose packages a line is about: npm writes it in front, Yarn on a line above. */
function scopeOf(line: string, text: string, at: number): string | undefined {
  const own = /^\s*["']?(@[\w.-]+)/.exec(line)?.[1];
  if (own || !/^[ \t]+npmRegistryServer/.test(line)) return own;
  const above = /npmScopes:[\s\S]*\n[ \t]+["']?@?([\w.-]+)["']?:[ \t]*\r?\n(?:[ \t]+npm\w+:[^\n]*\n)*$/.exec(text.slice(Math.max(0, at - 2_000), at))?.[1];
  return above && `@${above}`;
}

/** Yarn's settings name a scope on a line above, further to the left. */
const isOfSome = (line: string, text: string, at: number): boolean =>
  ofSome.test(line) || (/^[ \t]+npmRegistryServer/.test(line) && /npmScopes:[\s\S]*$/.test(text.slice(Math.max(0, at - 2_000), at)));
