import { textFileOf } from '../text-file.ts';
import type { ProjectFile } from '../project.ts';
import type { ProjectDetector, Sighting } from '../sighting.ts';
import { oneLine, snippetAt } from '../snippet.ts';

/** Modules and names with which stored objects start something when they are read. Source: the opcodes GLOBAL and STACK_GLOBAL of Python's pickletools. */
const starter = '(?:posix|nt|os|subprocess|pty|commands|runpy|webbrowser|timeit|pip(?:\\._internal)?|importlib|__builtin__|builtins|bdb|code|asyncio\\.\\w+)';
const call = '(?:system|popen\\w*|spawn\\w*|exec\\w*|Popen|run|call|check_output|check_call|getoutput|eval|compile|__import__|import_module|main|open|run_path|run_module|timeit|_run_code)';
// eslint-disable-next-line no-control-regex
const inObjects = new RegExp(`c${starter}\\n${call}\\n|\\x8c[\\x02-\\x20]${starter}\\x94\\x8c[\\x03-\\x20]${call}\\x94`);
const objects = /\.(?:pkl|pickle|p|joblib|sav|model|pt|pth|ckpt|bin|dill|dat|npy|data|cache)$/i;
const inYaml = /!!python\/(?:object\/(?:apply|new)|name|module):\s*(?:os\.|posix|nt\.|subprocess|builtins\.|__builtin__|pty|runpy|importlib|eval|exec)[\w.]*/;

/** Stored objects and settings of the project that start a program when a program reads them. */
export const storedPrograms: ProjectDetector = ({ files }) => files.flatMap((file) => {
  if (objects.test(file.path)) return inBytes(file);
  return /\.ya?ml$/i.test(file.path) ? inText(file) : [];
});

function inBytes({ path, bytes }: ProjectFile): Sighting[] {
  if (!bytes) return [];
  const text = new TextDecoder('latin1').decode(bytes.subarray(0, 300_000));
  const match = inObjects.exec(text);
  return match ? [stored(path, 1, oneLine(match[0].replace(/[^\w.]+/g, ' ')))] : [];
}

function inText(file: ProjectFile): Sighting[] {
  const text = textFileOf(file);
  const match = text && inYaml.exec(text.text);
  return match ? [stored(file.path, text.lines.lineOf(match.index), snippetAt(text.text, match.index))] : [];
}

const stored = (file: string, line: number, snippet: string): Sighting =>
  ({ kind: 'unsafe-deserialising', file, line, snippet, detail: { source: 'a program in it', how: 'stored objects' } });
