import { nameOf, parentOf, type Folder } from '../folder.ts';
import { asRecord } from '../plain.ts';
import type { Document, Path } from '../document.ts';

/** Folders of VS Code and of editors made of it, which read files of the same form. */
const editors: Readonly<Record<string, string>> = {
  '.vscode': 'VS Code', '.cursor': 'Cursor', '.windsurf': 'Windsurf', '.trae': 'Trae', '.kiro': 'Kiro', '.void': 'Void', '.positron': 'Positron',
  '.antigravity': 'Antigravity', '.theia': 'Theia', '.vscodium': 'VSCodium',
};

export interface EditorFile {
  readonly file: string;
  readonly editor: string;
  readonly document: Document;
  /** Where in the document the part begins: a *.code-workspace holds all parts. */
  readonly top: Path;
  readonly value: Readonly<Record<string, unknown>>;
  /** Folder that is opened. */
  readonly cwd: string;
}

/** One part (tasks, settings, launch) of every editor's folder and workspace file. */
export function editorFiles(part: 'tasks' | 'settings' | 'launch', folder: Folder): EditorFile[] {
  const own = folder.named(`${part}.json`).flatMap((file) => {
    const where = parentOf(file);
    const editor = editors[nameOf(where)];
    const document = editor === undefined ? undefined : folder.json(file);
    return editor !== undefined && document ? [{ file, editor, document, top: [], value: asRecord(document.value), cwd: parentOf(where) }] : [];
  });
  const workspaces = folder.paths.filter((path) => path.endsWith('.code-workspace')).flatMap((file) => {
    const document = folder.json(file);
    const value = asRecord(document?.value)[part];
    return document && value !== undefined ? [{ file, editor: 'VS Code', document, top: [part], value: asRecord(value), cwd: parentOf(file) }] : [];
  });
  return [...own, ...workspaces];
}
