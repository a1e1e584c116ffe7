import { parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { quoteWord } from '../plain.ts';

/** Programs that tests and scripts in Solidity start through Foundry's `ffi` (getfoundry.sh/reference/cheatcodes/ffi). */
export const findFoundry: RunFinder = function* (folder) {
  const settings = folder.named('foundry.toml');
  if (settings.length === 0) return;
  for (const file of folder.paths.filter((path) => path.endsWith('.sol') && !/(?:^|\/)lib\//.test(path))) yield* ffiCalls(file, folder);
};

const call = /\b(?:vm|hevm|cheats|VM)\.(?:ffi|tryFfi)\s*\(/g;
/** Characters before and behind a call in which its words stand: the array is filled right above it. */
const before = 2_000;
const behind = 600;

function* ffiCalls(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  for (const match of text.matchAll(call)) {
    // From the head of the function that the call is in.
    const start = Math.max(text.lastIndexOf('function ', match.index), text.lastIndexOf('}', match.index - 1), match.index - before);
    const around = text.slice(start, match.index + behind).split(/;\s*\n\s*\}/)[0] ?? '';
    const words = [...around.replace(/\/\/[^\n"]*$/gm, '').matchAll(/"((?:[^"\\\n]|\\.){1,2000})"/g)].map(([, word = '']) => word.replace(/\\(["\\])/g, '$1'));
    const command = words.map((word) => /\s/.test(word) ? quoteWord(word) : word).join(' ');
    const moment = file.endsWith('.s.sol') ? 'start' : 'test';
    yield { moment, file, line: folder.lineOf(file, match.index), by: 'Foundry ffi', command: command || match[0], cwd: homeOf(file, folder), targets: [file] };
  }
}

/** Foundry starts programs in the folder of its settings. */
function homeOf(file: string, folder: Folder): string {
  for (let home = parentOf(file); home !== ''; home = parentOf(home)) if (folder.has(`${home}/foundry.toml`)) return home;
  return '';
}
