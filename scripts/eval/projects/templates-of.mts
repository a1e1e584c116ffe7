import type { Project } from '../../../utils/inspect/project.ts';

/** What some templates put behind the name that a file will have. */
const afterName = /(?:-tpl|\.tmpl|\.template)$/;

/** Projects in a project: one a folder that is like a pattern, in which "*" stands for the rest of a name. */
export const templatesOf = (project: Project, patterns: readonly string[]): Project[] =>
  patterns.flatMap((pattern) => foldersLike(pattern, project).map((folder) => below(folder, project)));

function foldersLike(pattern: string, { files }: Project): string[] {
  if (pattern === '') return [''];
  const like = new RegExp(`^(?:${pattern.split('*').map((part) => part.replace(/[^\w/-]/g, '\\$&')).join('[^/]*')})/`);
  return [...new Set(files.flatMap(({ path }) => like.exec(path)?.[0] ?? []))].sort();
}

function below(folder: string, { name, files, skipped }: Project): Project {
  const inside = <One extends { readonly path: string }>(ones: readonly One[]) => ones.filter(({ path }) => path.startsWith(folder))
    .map((one) => ({ ...one, path: one.path.slice(folder.length).replace(afterName, '') }));
  return { name: folder === '' ? name : `${name}: ${folder.slice(0, -1)}`, files: inside(files), skipped: inside(skipped) };
}
