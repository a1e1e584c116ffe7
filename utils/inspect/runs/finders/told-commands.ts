import { nameOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import type { Moment } from '../../run.ts';
import { targetsOf } from '../command-targets.ts';
import { traitsOf } from '../command-traits.ts';

/** Commands that the project's own instructions ask for, if they start a file of the project or fetch and run something. */
export const findToldCommands: RunFinder = function* (folder) {
  const files = folder.paths.filter((path) => isInstruction(path)).sort((a, b) => a.split('/').length - b.split('/').length).slice(0, fileLimit);
  for (const file of files) yield* told(file, folder);
};

/** Texts for people at the top of a project, its parts or its docs, and those for an assistant, which does what they say. */
function isInstruction(path: string): boolean {
  const depth = path.split('/').length;
  const name = nameOf(path);
  if (/(?:^|\/)node_modules\//.test(path) || /^(?:changelog|history|licen[cs]e|code_of_conduct|security|authors)\b/i.test(name)) return false;
  if (/^(?:agents|claude|gemini|copilot-instructions|\.(?:cursor|windsurf|cline|goose)rules)(?:\.md)?$|\.mdc$/i.test(name)) return depth <= 4;
  return /^read-?me(?:[.-]\w+)*$/i.test(name) && depth <= 3 || /\.(?:md|mdx|rst|txt|adoc)$/i.test(name) && (depth === 1 || depth === 2 && /^(?:docs?|instructions?|task|assignment)\//i.test(path));
}
/** Instructions that are read: the largest documentation is a project of its own. */
const fileLimit = 100;

/** Lines of instructions that are read; long ones repeat themselves. */
const lineLimit = 3_000;
const program = /^(?:\$\s+|>\s+|PS>\s*)?((?:sudo |npx |source |\. )?(?:node|npm|yarn|pnpm|bun|deno|python3?|py|pip3?|sh|bash|zsh|\.\/[\w.-]+|\.\\[\w.-]+|make|docker|docker-compose|go|cargo|dotnet|java|mvn|gradle|php|ruby|bundle|rake|flask|uvicorn|streamlit|curl|wget|powershell|pwsh|iwr|irm|tsx|ts-node|nodemon|git config|chmod|[\w.-]+\.(?:bat|cmd|ps1|sh)|mshta|cmd|forge|hardhat|cscript|wscript|certutil|bitsadmin)\b.*)$/i;

function* told(file: string, folder: Folder): Generator<FoundRun> {
  let isFenced = false;
  const seen = new Set<string>();
  for (const [index, line] of (folder.text(file) ?? '').split('\n').slice(0, lineLimit).entries()) {
    if (/^\s*(?:```|~~~)/.test(line)) {
      isFenced = !isFenced;
      continue;
    }
    const pieces = isFenced || /^(?: {4}|\t)/.test(line) || !/\.(?:mdx?|rst|mdc|adoc)$/i.test(file) ? [line.trim()] : [...line.slice(0, 5_000).matchAll(/`([^`\n]{4,400})`/g)].map((match) => match[1] ?? '');
    for (const piece of pieces) {
      const command = program.exec(piece)?.[1];
      if (command === undefined || seen.has(command)) continue;
      seen.add(command);
      const traits = traitsOf(command);
      const targets = targetsOf(command, '', folder);
      const isPiped = traits.includes('pipes-into-shell');
      if (targets.length > 0 || isPiped) yield { moment: momentOf(command), file, line: index + 1, by: `${nameOf(file)}, which asks for it`, command, cwd: '', ...(!isPiped && !traits.includes('inline-code') && !traits.includes('disguised-target') && { ordinary: true }) };
    }
  }
}

const momentOf = (command: string): Moment =>
  /\b(?:pip3?|npm|pnpm|yarn|bun|composer|poetry|bundle) (?:install|i|ci|add|sync)\b|^yarn$|setup|install/i.test(command) ? 'install'
    : /\b(?:docker|docker-compose|podman)\b/.test(command) ? 'container'
      : /\b(?:test|pytest|jest|tox|nox|lint)\b/.test(command) ? 'test' : /\bbuild\b|^make$/.test(command) ? 'build' : 'start';
