import type { ScriptLine } from './script-lines.ts';

/** How commands name the file that they fetch into. */
const into: readonly RegExp[] = [
  /\bcurl(?:\.exe)?(?=\s)[^|;&\n]{0,600}?(?:\s-\w{0,20}o|--output)[\s=]+["']?([^\s"'|;&]+)/gi, /\bwget(?:\.exe)?(?=\s)[^|;&\n]{0,600}?(?:\s-\w{0,20}O|--output-document)[\s=]*["']?([^\s"'|;&]+)/g,
  /\bcurl\s[^|;\n]{0,600}?>\s*["']?([^\s"'|;&]+)/gi, /-outfile\s+["']?([^\s"'|;&]+)/gi, /\.downloadfile\([^,)]{0,600},\s*["']?([^\s"')]+)/gi,
  /\bcertutil\S{0,20}\s[^|&\n]{0,200}-urlcache\s[^|&\n]{0,200}https?:\S{1,600}\s+["']?([^\s"'|;&]+)/gi, /\bbitsadmin\S{0,20}\s[^|&\n]{0,200}https?:\S{1,600}\s+["']?([^\s"'|;&]+)/gi, /start-bitstransfer\s[^|;\n]{0,600}-destination\s+["']?([^\s"'|;&]+)/gi,
];
export const pathsFetchedInto = (command: string): string[] => into.flatMap((pattern) => [...command.matchAll(pattern)].map(([, path]) => path!))
  .filter((path) => path !== '-' && path !== '/dev/null' && path.length > 2);

/** Hosts of tools that many people fetch by hand before they start them. */
const toolHosts = /^(?:(?:\w+\.)?github\.com|objects\.githubusercontent\.com|repo\.(?:anaconda|continuum)\.(?:com|io)|storage\.googleapis\.com|dl\.google\.com|dl\.k8s\.io|bin\.equinox\.io|(?:developer\.)?download\.nvidia\.com|download\.pytorch\.org)$/i;

/** Files that a fetcher names after the end of the address: `curl -O`, or `wget` alone. */
export const namesFetched = (command: string): string[] =>
  [...command.matchAll(/\b(?:curl(?:\.exe)?(?=\s)(?=[^|;&\n]{0,600}\s(?:-\w{0,20}O|--remote-name))|wget(?=\s)(?![^|;&\n]{0,600}\s(?:-\w{0,20}O|--output-document)))[^|;&\n]{0,600}?https?:\/\/([\w.-]{1,253})[^\s"'|;&]{0,600}\/([\w.+-]+)(?=["'\s|;&]|$)/gi)]
    .flatMap(([, at, name]) => (toolHosts.test(at!) ? [] : [name!]));

const host = /https?:\/\/(?:[^/@\s"']*@)?([\w.-]+)/i;

/** Files that one script fetches; what people write has a few. Each is looked for in each line. */
const mostFetched = 200;

/** Lines of a script that start a file which the same script fetched. A file that is unpacked, or read, is not started. */
export function fetchedFiles(lines: readonly ScriptLine[]): { line: ScriptLine; host?: string }[] {
  const fetched = new Map<string, string | undefined>();
  const started: { line: ScriptLine; host?: string }[] = [];
  const values = new Map<string, string>();
  for (const line of lines) {
    const text = withValues(line.text, values);
    for (const path of pathsFetchedInto(text)) if (fetched.size < mostFetched) fetched.set(path, host.exec(text)?.[1]?.toLowerCase());
    const path = [...fetched.keys()].find((one) => text.includes(one.replace(/^\.[\\/]/, '')) && starts(text, one));
    if (path !== undefined) started.push({ line, host: fetched.get(path) });
  }
  return started;
}

/** `NAME=value` of a shell, `set NAME=value` of a batch file, `$name = "value"` of PowerShell. What a command answers is no known value. */
const assignments: readonly RegExp[] = [
  /(?:^|[;&]|\b(?:export|local|readonly))\s*([A-Za-z_]\w*)=("[^"`\n]{0,400}"|'[^'\n]{0,400}'|[^\s;&|"'`(]{1,400})(?=\s*(?:$|[;&]))/g,
  /(?:^|&)\s*set\s+"?([A-Za-z_]\w*)=([^"&\n]{1,400})/gi, /(?:^|;)\s*\$([A-Za-z_]\w*)\s*=\s*("[^"`\n]{0,400}"|'[^'\n]{0,400}')/g,
];
/** Longest line in which names are replaced. */
const longestLine = 4_000;

/** A line with what its names hold, as far as that is written out; the same name reads the same however it is written. */
function withValues(line: string, values: Map<string, string>): string {
  if (line.length > longestLine) return line;
  const text = line.replace(/\$\{(\w+)\}|\$(\w+)|%(\w+)%/g, (written, braced?: string, plain?: string, percent?: string) => {
    const name = braced ?? plain ?? percent!;
    return values.get(name.toLowerCase()) ?? (percent === undefined ? `$${name}` : written);
  }).slice(0, longestLine);
  for (const pattern of assignments) {
    for (const [, name, value] of text.matchAll(pattern)) if (!value!.includes('$(') && values.size < mostFetched) values.set(name!.toLowerCase(), value!.replace(/^["']|["']$/g, '').trim());
  }
  return text;
}

function starts(text: string, path: string): boolean {
  const name = path.replace(/^\.[\\/]/, '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const file = `["']?(?:\\./|\\.\\\\)?${name}["']?(?=[\\s;&|)]|$)`;
  const runner = '(?:ba|z|da|k)?sh|source|node|python[\\d.]*|pythonw|perl|ruby|php|java\\s+-jar|open|start(?:\\s+""|\\s+/\\w+)*|start-process(?:\\s+-filepath)?|rundll32|regsvr32(?:\\s+/s)?|msiexec\\s+/i|mshta|wscript|cscript|cmd\\s+/c|powershell\\s[^|;&]*-file|nohup|sudo|exec|&';
  return new RegExp(`(?:^|[;&|(]|\\bthen\\b|\\bdo\\b)\\s*(?:sudo\\s+|nohup\\s+)?(?:(?:${runner})\\s+(?:-[\\w-]+\\s+){0,6})?${file}`, 'i').test(withoutFetch(text)) && !/\b(?:sha256sum|shasum|gpg|tar|unzip)\b/.test(text);
}

/** The part that fetches names the file too. */
const withoutFetch = (text: string): string => text.replace(/\b(?:curl|wget|iwr|irm|invoke-webrequest|certutil|bitsadmin|start-bitstransfer)(?:\.exe)?\s[^|;&\n]*/gi, ' ');
