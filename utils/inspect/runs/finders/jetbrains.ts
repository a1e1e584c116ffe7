import { parentOf } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { elementsIn, readXml, type XmlElement } from '../xml.ts';

/** What JetBrains editors keep in .idea and .run: configurations to start, those started on opening, programs that watch files, the terminal's shell. */
export const findJetBrains: RunFinder = function* (folder) {
  const files = folder.paths.filter((path) => /(?:^|\/)\.idea\/(?:[^/]+|(?:runConfigurations|tools)\/[^/]+)\.xml$|\.run\.xml$/.test(path));
  const elements = files.flatMap((file) => [...elementsIn(readXml(folder.text(file) ?? ''))].map((element) => ({ file, element })));
  const onOpen = startupNames(elements);
  for (const { file, element } of elements) {
    const place = { file, line: element.line, cwd: projectOf(file) };
    const command = element.name === 'configuration' && element.attributes['type'] !== undefined ? commandOf(element) : '';
    if (command !== '') {
      const isOnOpen = onOpen.has(element.attributes['name'] ?? '');
      yield { ...place, moment: isOnOpen ? 'open' : 'start', by: isOnOpen ? 'JetBrains startup task' : 'JetBrains run configuration', command };
    } else if (element.name === 'TaskOptions' && optionOf(element, 'isEnabled') !== 'false' && element.attributes['isEnabled'] !== 'false') {
      yield* named('open', 'JetBrains file watcher', [optionOf(element, 'program'), optionOf(element, 'arguments')], place);
    } else if (element.name === 'tool') {
      yield* named('start', 'JetBrains external tool', toolWords(element), place);
    } else if (element.name === 'component' && element.attributes['name']?.startsWith('Terminal') === true) {
      const shell = optionOf(element, 'shellPath');
      if (shell !== undefined && isOwnShell(shell)) yield* named('open', 'JetBrains terminal', [shell], place);
    }
  }
};

type Placed = { readonly file: string; readonly element: XmlElement };

function* named(moment: FoundRun['moment'], by: string, words: readonly (string | undefined)[], place: Omit<FoundRun, 'moment' | 'by' | 'command'>): Generator<FoundRun> {
  const command = words.filter(Boolean).join(' ');
  if (command !== '') yield { ...place, moment, by, command: ownPaths(command) };
}

/** Names of the configurations that start when the project is opened (startup.xml, workspace.xml). */
function startupNames(elements: readonly Placed[]): ReadonlySet<string> {
  const lists = elements.filter(({ element }) => element.name === 'component' && element.attributes['name']?.startsWith('ProjectStartup') === true);
  return new Set(lists.flatMap(({ element }) => [...elementsIn(element)].filter(({ name }) => name === 'configuration').map(({ attributes }) => attributes['name'] ?? '')));
}

const optionOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes[name] ?? element.children.find((child) => child.name === 'option' && child.attributes['name'] === name)?.attributes['value'];
/** Elements of one configuration that are read: nested in each other they would be read again and again. */
const partLimit = 100;
const partsOf = (element: XmlElement) => [...elementsIn(element, partLimit)];

const toolWords = (element: XmlElement) => partsOf(element).filter(({ name, attributes }) => name === 'option' && /^(?:COMMAND|PARAMETERS)$/.test(attributes['name'] ?? '')).map(({ attributes }) => attributes['value']);

/** What a run configuration starts: a script, a file of Node or Python, npm scripts, tasks of Gradle or Maven. */
function commandOf(element: XmlElement): string {
  const parts = partsOf(element);
  const scripts = parts.filter(({ name }) => name === 'script').map(({ attributes }) => attributes['value'] ?? '');
  const npm = scripts.length > 0 && parts.some(({ name }) => name === 'package-json') ? scripts.map((name) => `npm run ${name}`) : [];
  const program = element.attributes['path-to-js-file'] ?? optionOf(element, 'SCRIPT_NAME') ?? optionOf(element, 'SCRIPT_PATH');
  const tasks = optionOf(element, 'taskNames') ?? parts.find(({ name, attributes }) => name === 'option' && attributes['name'] === 'goals')?.attributes['value'];
  const interpreter = optionOf(element, 'INTERPRETER_PATH') ?? (element.attributes['path-to-js-file'] ? 'node' : optionOf(element, 'SCRIPT_NAME')?.endsWith('.py') ? 'python' : undefined);
  const words = [interpreter, program, optionOf(element, 'PARAMETERS') ?? optionOf(element, 'SCRIPT_OPTIONS') ?? element.attributes['application-parameters']];
  const whole = [optionOf(element, 'SCRIPT_TEXT'), program === undefined ? undefined : words.filter(Boolean).join(' '), ...npm, tasks].filter(Boolean);
  return ownPaths(whole.join(' && '));
}

const ownPaths = (text: string) => text.replace(/\$(?:PROJECT_DIR|ProjectFileDir|ModuleFileDir|MODULE_DIR)\$[\\/]?/g, './');
const isOwnShell = (shell: string) => /\$PROJECT_DIR\$|\s|^\./.test(shell);

function projectOf(file: string): string {
  const at = `/${file}`.search(/\/\.(?:idea|run)\//);
  return at === -1 ? parentOf(file) : at === 0 ? '' : file.slice(0, at - 1);
}
