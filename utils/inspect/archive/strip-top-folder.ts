import type { Project } from '../project.ts';

/**
 * Archives of code hosts and of npm put everything into one folder, whose name nobody's settings know. A folder of settings (".vscode") is none of
 * these, even if it is all there is.
 */
export function stripTopFolder(project: Project): Project {
  const { name, files, skipped } = project;
  const first = files[0]?.path ?? '';
  const top = first.slice(0, first.indexOf('/') + 1);
  if (top === '' || top.startsWith('.') || !files.every(({ path }) => path.startsWith(top))) return project;
  const strip = (path: string) => (path.startsWith(top) ? path.slice(top.length) : path);
  return {
    name,
    files: files.map((file) => ({ ...file, path: strip(file.path) })),
    skipped: skipped.map((skip) => ({ ...skip, path: strip(skip.path) })),
  };
}
