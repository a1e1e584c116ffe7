import { notebookText } from './notebook-text.ts';
import { moduleFinder } from './python-modules.ts';
import { feedCalls, feedWords, runCalls, runWords, sinkWords, startWords } from './python-words.ts';
import type { Project } from '../project.ts';
import { lineIndexOf, textFileOf } from '../text-file.ts';
import type { TextFile } from '../sighting.ts';

/** A file above this is generated, and the time for it is better spent on the others. */
export const longestFile = 400_000;
/** Letters and digits without end are kept texts and not code: the parser needs only their beginning. No line break is among them, so lines stay. */
const longRun = /[\w+/=\\-]{2000,}/g;
const keptOfRun = 600;
/** Projects up to this size are followed wholly; nobody is sent more than a few hundred files of Python to work on. */
const smallProject = 900_000;
const much = 1_000_000;
/** Files that are followed together at most. */
const mostTogether = 3_000_000;

export interface PythonFiles {
  /** Files that are followed together. */
  readonly groups: readonly (readonly TextFile[])[];
  /** There is more than people write for others to work on. */
  readonly isMuch: boolean;
  /** Files that are too long to be followed. */
  readonly tooLong: readonly TextFile[];
}

/** Chooses the files that are worth parsing, which costs a hundred times what the look at their words costs. */
export function pythonFiles(project: Project): PythonFiles {
  const texts = project.files.filter(({ path }) => isPython(path) || hasNoEnding(path)).flatMap((file) => textFileOf(file) ?? [])
    .filter(({ path, text }) => isPythonText(path, text)).map((file) => shortened(inPlainLetters(/\.ipynb$/i.test(file.path) ? notebookText(file) : file))).sort((a, b) => (a.path < b.path ? -1 : 1));
  const short = texts.filter(({ text }) => text.length <= longestFile);
  const size = short.reduce((sum, { text }) => sum + text.length, 0);
  const chosen = size <= smallProject ? (short.some(({ text }) => sinkWords.test(text)) || project.files.some(({ path }) => compiledAlone.test(path)) ? short : []) : worthFollowing(short);
  return { groups: grouped(chosen), isMuch: size > much, tooLong: texts.filter(({ text }) => text.length > longestFile) };
}

/** Compiled Python that is not where Python itself keeps it. */
const compiledAlone = /^(?!.*__pycache__\/).*\.py[co]$/;
const isPython = (path: string): boolean => /\.(?:py|pyw|pyi|pth|wsgi|ipynb)$/i.test(path) || /(?:^|\/)(?:SConstruct|SConscript|wscript)$/.test(path);
const hasNoEnding = (path: string): boolean => /(?:^|\/)[^./]+$/.test(path);

/** Python by its name, or by its first line. */
export const isPythonText = (path: string, text: string): boolean => isPython(path) || (hasNoEnding(path) && /^#!.*\bpython/.test(text.slice(0, 120)));

/** Letters that Python takes for plain ones in names (full width, mathematical and the like). Source: PEP 3131, names are compared in NFKC. */
const wideLetter = /[\u00aa\u00ba\u02b0-\u02ff\u1d00-\u1dbf\u2070-\u209f\u2100-\u218f\uff10-\uff5a\u{1d400}-\u{1d7ff}]/gu;

function inPlainLetters(file: TextFile): TextFile {
  const text = file.text.replace(wideLetter, (letter) => {
    const plain = letter.normalize('NFKC');
    return /^\w+$/.test(plain) ? plain : letter;
  });
  // None of them breaks a line, so lines stay where they are.
  return text === file.text ? file : { path: file.path, text, lines: lineIndexOf(text) };
}

function shortened(file: TextFile): TextFile {
  if (file.text.length <= longestFile / 4) return file;
  const text = file.text.replace(longRun, (run) => run.slice(0, keptOfRun));
  return text.length === file.text.length || /\.ipynb$/i.test(file.path) ? file : { path: file.path, text, lines: lineIndexOf(text) };
}

const isCore = (text: string): boolean => {
  const code = withoutRemarks(text);
  return startWords.test(code) || (runWords.test(code) && feedWords.test(code));
};
/** A description of a module, class or function, and a remark of one line: nothing of it is ever run. */
const remarks = /(?:(?<![\s\S])|:[ \t]*\n)[ \t]*[rRuU]?("{3}|'{3})[\s\S]*?\1|^[ \t]*#.*$/gm;
const withoutRemarks = (text: string): string => text.replace(remarks, '');

/** Files that do something by themselves, and those that run what another fetches: one imports the other. */
function worthFollowing(files: readonly TextFile[]): TextFile[] {
  const marks = new Map(files.map(({ path, text }) => [path, { runs: runCalls.test(text), feeds: feedCalls.test(text), isCore: isCore(text) }]));
  const chosen = new Set(files.filter(({ path }) => marks.get(path)!.isCore).map(({ path }) => path));
  const fileNamed = moduleFinder(new Set(marks.keys()));
  for (const { path, text } of files) {
    const { runs, feeds } = marks.get(path)!;
    if (!runs && !feeds) continue;
    for (const name of importedNames(text)) {
      const other = fileNamed(name, path);
      const mark = other !== undefined && marks.get(other);
      if (mark && ((runs && mark.feeds) || (feeds && mark.runs))) chosen.add(path).add(other!);
    }
  }
  return files.filter(({ path }) => chosen.has(path));
}

const imports = /^[ \t]*(?:from[ \t]+([.\w]+)[ \t]+import[ \t]+([\w, \t]*)|import[ \t]+([\w.]+))/gm;
const importedNames = (text: string): string[] => [...text.matchAll(imports)].flatMap(([, from, names = '', plain]) =>
  (plain !== undefined ? [plain] : [from!, ...names.split(',').map((name) => `${from}${from!.endsWith('.') ? '' : '.'}${name.trim().split(/\s/)[0]}`)]));

function grouped(files: readonly TextFile[]): TextFile[][] {
  const groups: TextFile[][] = [];
  let room = 0;
  for (const file of files) {
    if (file.text.length > room || groups.length === 0) {
      groups.push([]);
      room = mostTogether;
    }
    groups.at(-1)!.push(file);
    room -= file.text.length;
  }
  return groups;
}
