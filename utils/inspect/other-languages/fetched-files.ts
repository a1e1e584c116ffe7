import type { ScriptLine } from './script-lines.ts';

/** How commands name the file that they fetch into. */
const into: readonly RegExp[] = [
  /\bcurl(?:\.exe)?(?=\s)[^|;&\n]*?(?:\s-\w*o|--output)[\s=]+["']?([^\s"'|;&]+)/gi, /\bwget(?:\.exe)?(?=\s)[^|;&\n]*?(?:\s-\w*O|--output-document)[\s=]*["']?([^\s"'|;&]+)/g,
  /\bcurl\s[^|;\n]*?>\s*["']?([^\s"'|;&]+)/gi, /-outfile\s+["']?([^\s"'|;&]+)/gi, /\.downloadfile\([^,)]*,\s*["']?([^\s"')]+)/gi,
  /\bcertutil\S*\s[^|&\n]*-urlcache\s[^|&\n]*https?:\S+\s+["']?([^\s"'|;&]+)/gi, /\bbitsadmin\S*\s[^|&\n]*https?:\S+\s+["']?([^\s"'|;&]+)/gi, /start-bitstransfer\s[^|;\n]*-destination\s+["']?([^\s"'|;&]+)/gi,
];
export const pathsFetchedInto = (command: string): string[] => into.flatMap((pattern) => [...command.matchAll(pattern)].map(([, path]) => path!))
  .filter((path) => path !== '-' && path !== '/dev/null' && path.length > 2);

/** Hosts of tools that many people fetch by hand before they start them. */
const toolHosts = /^(?:(?:\w+\.)?github\.com|objects\.githubusercontent\.com|repo\.(?:anaconda|continuum)\.(?:com|io)|storage\.googleapis\.com|dl\.google\.com|dl\.k8s\.io|bin\.equinox\.io|(?:developer\.)?download\.nvidia\.com|download\.pytorch\.org)$/i;

/** Files that a fetcher names after the end of the address: `curl -O`, or `wget` alone. */
export const namesFetched = (command: string): string[] =>
  [...command.matchAll(/\b(?:curl(?:\.exe)?(?=\s)(?=[^|;&\n]*\s(?:-\w*O|--remote-name))|wget(?=\s)(?![^|;&\n]*\s(?:-\w*O|--output-document)))[^|;&\n]*?https?:\/\/([\w.-]+)[^\s"'|;&]*\/([\w.+-]+)(?=["'\s|;&]|$)/gi)]
    .flatMap(([, at, name]) => (toolHosts.test(at!) ? [] : [name!]));

const host = /https?:\/\/(?:[^/@\s"']*@)?([\w.-]+)/i;

/** Lines of a script that start a file which the same script fetched. A file that is unpacked, or read, is not started. */
export function fetchedFiles(lines: readonly ScriptLine[]): { line: ScriptLine; host?: string }[] {
  const fetched = new Map<string, string | undefined>();
  const started: { line: ScriptLine; host?: string }[] = [];
  for (const line of lines) {
    for (const path of pathsFetchedInto(line.text)) fetched.set(path, host.exec(line.text)?.[1]?.toLowerCase());
    const path = [...fetched.keys()].find((one) => starts(line.text, one));
    if (path !== undefined) started.push({ line, host: fetched.get(path) });
  }
  return started;
}

function starts(text: string, path: string): boolean {
  const name = path.replace(/^\.[\\/]/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const file = `["']?(?:\\./|\\.\\\\)?${name}["']?(?=[\\s;&|)]|$)`;
  const runner = '(?:ba|z|da|k)?sh|source|node|python[\\d.]*|pythonw|perl|ruby|php|java\\s+-jar|open|start(?:\\s+""|\\s+/\\w+)*|start-process(?:\\s+-filepath)?|rundll32|regsvr32(?:\\s+/s)?|msiexec\\s+/i|mshta|wscript|cscript|cmd\\s+/c|powershell\\s[^|;&]*-file|nohup|sudo|exec|&';
  return new RegExp(`(?:^|[;&|(]|\\bthen\\b|\\bdo\\b)\\s*(?:sudo\\s+|nohup\\s+)?(?:(?:${runner})\\s+)?${file}`, 'i').test(withoutFetch(text)) && !/\b(?:sha256sum|shasum|gpg|tar|unzip)\b/.test(text);
}

/** The part that fetches names the file too. */
const withoutFetch = (text: string): string => text.replace(/\b(?:curl|wget|iwr|irm|invoke-webrequest|certutil|bitsadmin|start-bitstransfer)(?:\.exe)?\s[^|;&\n]*/gi, ' ');
