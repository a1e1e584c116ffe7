import type { RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, quoteWord, textsOf, type Plain } from '../plain.ts';
import { editorFiles } from './vscode-folders.ts';
import { runsOfLabel } from './vscode-tasks.ts';
import { resolvePath } from '../folder.ts';

/** What the start button of VS Code starts, and the tasks before and after it. */
export const findLaunches: RunFinder = function* (folder) {
  const tasks = editorFiles('tasks', folder);
  for (const { file, editor, document, top, value, cwd } of editorFiles('launch', folder)) {
    for (const [index, entry] of asList(value['configurations']).entries()) {
      const one = asRecord(entry);
      const line = document.lineOf([...top, 'configurations', index]);
      const given = asText(one['cwd'])?.replace(/\$\{workspaceFolder[^}]*\}\/?/, './');
      const command = commandOfLaunch(one);
      if (command !== '') yield { moment: 'start', file, line, by: `${editor} launch`, command, cwd: (given === undefined ? undefined : resolvePath(cwd, given)) ?? cwd };
      for (const label of [one['preLaunchTask'], one['postDebugTask']].flatMap(textsOf)) {
        for (const from of tasks.filter((other) => other.cwd === cwd)) yield* runsOfLabel(label, from, 'start');
      }
    }
  }
};

function commandOfLaunch(one: Plain): string {
  const words = [
    asText(one['runtimeExecutable']) ?? (one['type'] === 'python' || one['type'] === 'debugpy' ? 'python' : /node|chrome|pwa/.test(String(one['type'])) && one['program'] ? 'node' : undefined),
    ...textsOf(one['runtimeArgs']).map(quoteWord),
    ...(asText(one['module']) === undefined ? [] : ['-m', asText(one['module'])]),
    asText(one['program']),
    asText(one['command']),
    ...textsOf(one['args']).map(quoteWord),
  ].filter((word) => word !== undefined && word !== '');
  return words.join(' ');
}
