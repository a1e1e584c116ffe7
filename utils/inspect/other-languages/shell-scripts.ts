import { followNames } from './follow-names.ts';
import { followedWords } from './followed-words.ts';
import { fetchedFiles } from './fetched-files.ts';
import { scriptLines, type ScriptLine } from './script-lines.ts';
import { label } from '../javascript/value.ts';
import { secretPlace } from '../javascript/secret-places.ts';
import { traitsOf } from '../runs/command-traits.ts';
import { fetchesOnlyInstallers } from '../runs/known-installers.ts';
import { oneLine, snippetAt } from '../snippet.ts';
import type { Detail, Detector, Kind, Sighting } from '../sighting.ts';

const isScript = (path: string, text: string): boolean =>
  /\.(?:sh|bash|zsh|ksh|fish|command|tool|ps1|psm1|bat|cmd)$|(?:^|\/)(?:Makefile|GNUmakefile|justfile|\.envrc|\.bashrc|\.profile|\.zshrc)$|(?:^|\/)(?:\.husky|\.?git-?hooks|hooks)\/[\w-]+$/i.test(path)
  || /^#!.*\b(?:sh|bash|zsh|dash|ksh|pwsh)\b/.test(text.slice(0, 120));

type Fits = (line: string) => boolean;
/** Each behind the one before, in a line. One pattern with `.*` in between begins anew at each place where the first fits. */
const inOrder = (...parts: readonly RegExp[]): Fits => (line) => parts.reduce<string | undefined>((left, part) => {
  const match = left === undefined ? null : part.exec(left);
  return match ? left!.slice(match.index + match[0].length) : undefined;
}, line) !== undefined;
const anyOf = (...ways: readonly Fits[]): Fits => (line) => ways.some((fits) => fits(line));

/** Windows' own programs that run what lies at an address. */
const runsAddress = /\bmshta(?:\.exe)?\s+["']?(?:https?:|javascript:|vbscript:)|\bregsvr32(?:\.exe)?\s[^|&;\n]{0,400}\/i:https?:|\brundll32(?:\.exe)?\s[^|&;\n]{0,400}(?:javascript:|https?:)|\bmsiexec(?:\.exe)?\s[^|&;\n]{0,400}\/i\s+["']?https?:|\b(?:wmic|cmstp|installutil)(?:\.exe)?\s[^|&;\n]{0,400}https?:|\/dev\/tcp\/(?!localhost|127\.)|\b(?:ba)?sh\s+-i\s*[>&]|\bnc(?:at)?\s[^|;\n]{0,400}\s-e\s/i;
const runsDecoded = anyOf(
  inOrder(/\bpowershell(?:\.exe)?\s[^|\n]{0,400}\s-e(?:nc|c|ncodedcommand)?\s+["']?[\w+/=]{24,}|\[(?:system\.)?reflection\.assembly\]::load\b/i),
  inOrder(/\b(?:iex|invoke-expression)\b/i, /frombase64string/i), inOrder(/frombase64string/i, /\|\s*(?:iex|invoke-expression)\b/i),
);
const sendsEnvironment = anyOf(
  inOrder(/(?:^|[\s;&|(])(?:env|printenv|set|export\s+-p)\s*(?:\|[^|;&\n]{0,200}){0,6}\|\s*(?:curl|wget|nc)\b/i), inOrder(/(?:curl|wget|nc)\s/i, /\$\(\s*(?:env|printenv|export\s+-p)\b|<\(\s*env\b|`(?:env|printenv)\b/i),
  inOrder(/get-childitem\s+env:/i, /\|/, /invoke-(?:webrequest|restmethod)|iwr|irm/i),
);
const takes = /(?:^|[\s;&|(])(?:cat|cp|tar|zip|7z|base64|curl|rsync|scp|xcopy|robocopy|copy|copy-item|compress-archive|get-content|sqlite3|find|security|gpg\s+--export-secret-keys?)\s/i;
const uploads = anyOf(
  inOrder(/\|\s*(?:nc|curl)\s|\.uploadfile\(/i), inOrder(/curl(?=\s)/i, /--form|--upload-file|--data-binary\s+["']?@|\s-d\s*["']?@/i), inOrder(/wget\s/i, /--post-file/i), inOrder(/invoke-(?:webrequest|restmethod)/i, /-(?:infile|body)/i),
);
/** A form or a file; in small letters the same options mean to fail and to wait. */
const uploadsByLetter = inOrder(/\bcurl(?=\s)/, /\s-[a-zA-Z]{0,12}[FT](?:\s|["']?[\w.]{1,80}=)/);

/** What shell, PowerShell and batch scripts run, read and send. */
export const shellScripts: Detector = (file) => {
  if (!isScript(file.path, file.text) || file.text.length > 2_000_000) return [];
  const lines = scriptLines(file.text);
  const seen: Sighting[] = [];
  const see = (kind: Kind, { at }: ScriptLine, detail: Detail = {}): void => {
    seen.push({ kind, file: file.path, line: file.lines.lineOf(at), snippet: snippetAt(file.text, at), detail });
  };
  for (const line of lines) lookAtLine(line, (kind, detail) => see(kind, line, detail));
  const followed = followedWords.find(({ files }) => files.test(file.path));
  const code = lines.map((line) => line.text).join('\n');
  for (const { kind, at } of followed ? followNames(code, followed) : []) {
    const line = lines[code.slice(0, at).split('\n').length - 1]!;
    if (!seen.some((one) => one.kind === kind && one.line === file.lines.lineOf(line.at))) see(kind, line, { command: oneLine(line.text), by: 'a name that holds it' });
  }
  for (const { line, host } of fetchedFiles(lines)) if (!fetchesOnlyInstallers(line.text)) see('starts-fetched-file', line, { command: oneLine(line.text), ...(host && { host }) });
  return seen;
};

const hostOf = (text: string): string | undefined => /https?:\/\/(?:[^/@\s"']*@)?([\w.-]+)/i.exec(text)?.[1]?.toLowerCase();

function lookAtLine({ text }: ScriptLine, see: (kind: Kind, detail: Detail) => void): void {
  const command = oneLine(text);
  const host = hostOf(text);
  const detail: Detail = { command, ...(host && { host }) };
  const traits = new Set(traitsOf(text));
  if (runsAddress.test(text)) see('runs-fetched-text', detail);
  else if (traits.has('fetches') && traits.has('pipes-into-shell') && !fetchesOnlyInstallers(text) && isFedByNetwork(text)) see('runs-fetched-text', detail);
  if (runsDecoded(text) || (traits.has('encoded') && traits.has('pipes-into-shell'))) see('runs-decoded-text', detail);
  // What a Makefile puts in place of a name is not known, and a file may be sourced under any name.
  if (traits.has('disguised-target') && !/\$\(|^\s*(?:source|\.)\s/.test(text)) see('loads-disguised-file', detail);
  if (sendsEnvironment(text)) see('sends-environment', detail);
  lookAtSecrets(text, detail, see);
  if (traits.has('detached') || /\bosascript\b|\bcscript\b|\bwscript\b/i.test(text)) see('starts-process', { ...detail, how: traits.has('detached') ? 'detached' : 'script host' });
}

/** What is fetched must be what the shell gets: `curl … | grep … | python -m json.tool` only reads, and `curl … | tar` unpacks. */
const isFedByNetwork = (text: string): boolean =>
  !/\|\s*(?:python[\d.]*|py)\s+-m\s+json|\|\s*(?:node|python[\d.]*|ruby|perl|php)\s+(?:-\w+\s+)*-(?:e|c|p|pe|ne|r|n)\b/.test(text) || /\beval\b|\b(?:ba|z|da)?sh\b\s*(?:$|[-;&|)])/.test(text);

function lookAtSecrets(text: string, detail: Detail, see: (kind: Kind, detail: Detail) => void): void {
  if (!takes.test(text)) return;
  const words = text.split(/[\s"']+(?![^"']{0,200}\\ )|[=@:](?=[~$/])/).concat([text.replaceAll('\\ ', ' ').slice(0, 290)]);
  const labels = words.filter((word) => !/known_hosts|authorized_keys|\.pub\b|\.ssh\/config/.test(word)).reduce((bits, word) => bits | secretPlace(word), 0) & ~label.interpreter;
  if (labels & label.wallet) see('reads-wallets', detail);
  if (labels & label.browser) see('reads-browser-data', detail);
  if (labels & label.keys && !/\b(?:ssh-keygen|chmod|mkdir|ssh-add)\b|>>?\s*["']?[~$\w{}/.]*\.ssh/.test(text)) see('reads-keys', detail);
  if (labels && (uploads(text) || uploadsByLetter(text))) see('sends-files', detail);
}
