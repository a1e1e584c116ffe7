import { contentKind, isProgram } from './content-kind.ts';
import { textFileOf } from '../text-file.ts';
import type { ProjectFile } from '../project.ts';
import type { ProjectDetector, Sighting } from '../sighting.ts';
import { oneLine } from '../snippet.ts';

const programEnding = /\.(exe|scr|msi|msix|com|pif|cpl|hta|vbs|vbe|jse|wsf|wsh|jar|apk|dmg|pkg|deb|rpm|appimage|iso|img|vhdx?|xpi|crx)$/i;
const libraryEnding = /\.(?:so(?:\.[\d.]+)?|dylib|dll|node|pyd|a|lib|o|obj|class|wasm|pyc)$/i;
/** Programs that build tools keep in a project so that they need not be installed. */
const wrapper = /(?:^|\/)(?:gradle\/wrapper\/gradle-wrapper|\.mvn\/wrapper\/maven-wrapper)\.jar$/;

/** Programs that are already built, and shortcuts that start something. */
export const programFiles: ProjectDetector = ({ files }) => files.flatMap((file) => [...program(file), ...shortcut(file)]);

function program({ path, bytes }: ProjectFile): Sighting[] {
  if (wrapper.test(path)) return [];
  const kind = bytes && contentKind(bytes);
  const ending = programEnding.exec(path)?.[1]?.toLowerCase();
  if (!ending && !isProgram(kind)) return [];
  // A picture called `.img`, or a text about a program: the name alone says nothing then.
  if (ending && bytes && bytes.length < 16) return [];
  const holds = libraryEnding.test(path) ? 'library' : isProgram(kind) ? kind! : ending!;
  return [{ kind: 'program-file', file: path, line: 1, snippet: oneLine(path), detail: { holds, how: ending ?? 'content' } }];
}

/** Of a shortcut to a page nothing starts; one that names a program, a share or a shell does. */
function shortcut(file: ProjectFile): Sighting[] {
  const { path, bytes } = file;
  if (bytes && contentKind(bytes) === 'Windows shortcut') return [started(path, 1, path, 'Windows shortcut')];
  if (/\.lnk$/i.test(path)) return [started(path, 1, path, 'Windows shortcut')];
  const pattern = /\.url$/i.test(path) ? /^[ \t]*(?:URL|IconFile|WorkingDirectory)[ \t]*=[ \t]*(?:file:|\\\\|.*\.(?:exe|hta|js|jse|vbs|bat|cmd|ps1|scr|msi|lnk|jar)\b).*$/im
    : /\.desktop$/i.test(path) ? /^[ \t]*Exec[ \t]*=.*(?:\b(?:ba|z|da)?sh\s+-c|curl|wget|base64|python\d?\s+-c|\/tmp\/|node\s+-e).*$/im
      : /\.(?:webloc|inetloc|fileloc)$/i.test(path) ? /<string>\s*(?:file:|smb:)[^<\r\n]*<\/string>/i
        : /\.(?:library-ms|search-ms|scf)$/i.test(path) ? /\\\\[\w.-]+|https?:/i : undefined;
  const text = pattern && textFileOf(file);
  const match = text && pattern!.exec(text.text);
  return match ? [started(path, text.lines.lineOf(match.index), match[0], path.split('.').at(-1)!.toLowerCase())] : [];
}

const started = (file: string, line: number, shown: string, holds: string): Sighting => ({ kind: 'shortcut-file', file, line, snippet: oneLine(shown), detail: { holds } });
