import { nameOf, parentOf, resolvePath, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, textsOf } from '../plain.ts';

/** Pages are opened in a browser, by hand or by a server of the project, and extensions are loaded into it: what they load runs there. */
export const findPages: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => /\.html?$/i.test(path) && !isNoPage.test(path)).slice(0, pageLimit)) {
    yield { moment: 'start', file, line: 1, by: 'page, when it is opened', command: nameOf(file), targets: [file], only: true, ordinary: true, guessed: true };
  }
  for (const file of folder.named('manifest.json')) yield* browserExtension(file, folder);
};

const isNoPage = /(?:^|\/)(?:node_modules|docs?|coverage|fixtures?|test-?data|__fixtures__|examples?|samples?|reports?)\//i;
/** Pages that are named: more are documentation. */
const pageLimit = 300;

function* browserExtension(file: string, folder: Folder): Generator<FoundRun> {
  const value = asRecord(folder.json(file)?.value);
  if (typeof value['manifest_version'] !== 'number') return;
  const background = asRecord(value['background']);
  const scripts = [
    asText(background['service_worker']), ...textsOf(background['scripts']), asText(background['page']), asText(value['devtools_page']), asText(asRecord(value['options_ui'])['page']),
    asText(asRecord(value['action'] ?? value['browser_action'])['default_popup']), ...asList(value['content_scripts']).flatMap((one) => textsOf(asRecord(one)['js'])),
  ];
  const targets = scripts.flatMap((path) => path === undefined ? [] : resolvePath(parentOf(file), path.replace(/^\//, './')) ?? []).filter(folder.has);
  if (targets.length > 0) yield { moment: 'start', file, line: 1, by: 'extension of a browser', command: nameOf(file), targets, only: true, ordinary: true, guessed: true };
}
