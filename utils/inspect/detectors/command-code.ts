import type { Project, ProjectFile } from '../project.ts';
import type { Run } from '../run.ts';
import type { Kind, ProjectDetector, Sighting } from '../sighting.ts';
import { detectScripts } from '../javascript/detect-scripts.ts';
import { shellScripts } from '../other-languages/shell-scripts.ts';
import { analysePython } from '../python/analyse-python.ts';
import { inlinePrograms, type InlineProgram } from '../runs/inline-programs.ts';
import { commandsOf } from '../runs/runs-of.ts';
import { oneLine } from '../snippet.ts';
import { lineIndexOf } from '../text-file.ts';

/** Commands of a project that are read as programs: the largest ordinary repositories have some thousand different ones. */
const commandLimit = 2_000;
/** Bytes of settings, and files of them, that are read with each command. */
const settingsLimit = 20_000;
const mostSettings = 10;

/** What stands in a command itself is read as a script would be: the shell's own words, and programs behind `node -e` and `python -c`. */
export const commandCode: ProjectDetector = (project) => {
  const seen = new Set<string>();
  const settings = project.files.filter(({ path, size }) => size <= settingsLimit && /(?:^|\/)\.env(?:\.\w+)*$/.test(path)).slice(0, mostSettings);
  return commandsOf(project).slice(0, commandLimit).flatMap((one) => {
    const { run, command } = one;
    const key = `${run.moment} ${run.line} ${run.file} ${command}`;
    if (seen.has(key) || !mayDo.test(command)) return [];
    seen.add(key);
    const kinds = kindsOf(run);
    return kinds ? sightingsOf(command, settings).filter(({ kind }) => kinds.has(kind)).map((sighting) => placed(sighting, run, command)) : [];
  });
};

/** Words without which nothing below sees anything. */
const mayDo = /node|bun|tsx|deno|python|\bpy\b|curl|wget|http|iwr|irm|invoke|powershell|pwsh|base64|xxd|openssl|mshta|certutil|bitsadmin|regsvr|rundll|msiexec|\benv\b|\/dev\/tcp|\.ssh|\.aws|wallet|chrome/i;

const fetching: readonly Kind[] = ['runs-fetched-text', 'starts-fetched-file'];
const always: readonly Kind[] = [
  'runs-decoded-text', 'runs-built-text', 'sends-environment', 'sends-files', 'reads-wallets', 'reads-browser-data', 'reads-keys', 'asks-blockchain-for-code', 'decodes-address', 'obfuscated',
];

/**
 * What counts of a command. In a container of its own a build fetches and runs what it likes; a person who reads instructions sees what they run;
 * and scripts of a package that no step runs are tools. The lines of a Makefile are read with the file.
 */
function kindsOf({ by, moment, traits = [] }: Run): ReadonlySet<Kind> | undefined {
  if (by.startsWith('make ')) return undefined;
  const isOwnBusiness = moment === 'container' && !traits.includes('on-host') || by.endsWith(' asks for it') || by.startsWith('npm ') && !isStep.test(by);
  return new Set(isOwnBusiness ? always : [...always, ...fetching]);
}
const isStep = /^npm (?:(?:pre|post)?(?:start|dev|serve|develop|install|prepare|test|build)|prepublish|dependencies|pnpm:devPreinstall)\b/;

function sightingsOf(command: string, settings: readonly ProjectFile[]): Sighting[] {
  const lines = { path: 'command.sh', text: command, lines: lineIndexOf(command) };
  return [...shellScripts(lines, emptyProject), ...inlinePrograms(command).flatMap((program) => inlineSightings(program, settings))];
}

const emptyProject: Project = { name: '', files: [], skipped: [] };

function inlineSightings({ language, code }: InlineProgram, settings: readonly ProjectFile[]): readonly Sighting[] {
  if (language === 'shell') return shellScripts({ path: 'command.ps1', text: code, lines: lineIndexOf(code) }, emptyProject);
  const path = language === 'python' ? 'command.py' : 'command.js';
  const bytes = new TextEncoder().encode(code);
  const project = { ...emptyProject, files: [{ path, size: bytes.length, bytes }, ...settings] };
  const found = language === 'python' ? analysePython(project).get(path) ?? [] : detectScripts(project);
  return found.filter(({ file }) => file === path);
}

/** At the place of the run, whatever line of the command it is in. */
const placed = ({ kind, detail }: Sighting, { file, line, moment }: Run, command: string): Sighting =>
  ({ kind, file, line, snippet: oneLine(command), detail: { ...detail, command: oneLine(command) }, reached: [moment] });
