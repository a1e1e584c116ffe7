import type { Project, ProjectFile } from './project.ts';

/** Looks that are spent on finding what broke one; what is not found by then is left out as a whole. */
const mostLooks = 200;

/** What a look at a project gave, and the files it had to leave out because they break it. */
export interface UnbrokenLook<Seen> {
  /** Absent when it breaks whatever is left out. */
  readonly seen?: Seen;
  readonly broken: readonly ProjectFile[];
}

/**
 * Looks at a project, and if that breaks off (the stack's end, a pattern too large, a fault of ours) again without the files that break it: nobody shall
 * hide a project behind one file. They are found by halves, so that all looks together cost as much as some fifteen.
 */
export function withoutBreaking<Seen>(look: (project: Project) => Seen, project: Project): UnbrokenLook<Seen> {
  try {
    return { seen: look(project), broken: [] };
  } catch {
    const broken = breaking(look, project);
    if (broken.length === 0) return { broken };
    const left = new Set(broken);
    try {
      return { seen: look({ ...project, files: project.files.filter((file) => !left.has(file)) }), broken };
    } catch {
      return { broken };
    }
  }
}

/** Files that break a look by themselves. None when it breaks without any file, or only where several meet. */
function breaking(look: (project: Project) => unknown, project: Project): ProjectFile[] {
  let looks = 0;
  const breaks = (files: readonly ProjectFile[]): boolean => {
    looks++;
    try {
      look({ ...project, files });
      return false;
    } catch {
      return true;
    }
  };
  const among = (files: readonly ProjectFile[]): readonly ProjectFile[] => {
    if (files.length <= 1 || looks >= mostLooks) return files;
    const middle = files.length >> 1;
    return [files.slice(0, middle), files.slice(middle)].filter(breaks).flatMap(among);
  };
  return breaks([]) ? [] : [...among(project.files)];
}
