import type { Project, ProjectFile, Skipped } from './project.ts';
import { withoutBreaking } from './without-breaking.ts';

/** Files that break a way of looking: left out of that one, named, and looked at in every other. */
export class TangledFiles {
  readonly #project: Project;
  readonly #skipped: Skipped[];
  readonly #named = new Set<string>();
  /** The project without the files that break a way of looking. */
  readonly #unbroken = new Map<unknown, Project>();

  constructor(project: Project, skipped: Skipped[]) {
    this.#project = project;
    this.#skipped = skipped;
  }

  /** A look at the project as a whole. */
  unless<Seen>(look: (project: Project) => Seen, otherwise: Seen): Seen {
    const { seen, broken } = withoutBreaking(look, this.#project);
    for (const { path } of broken) this.#name(path);
    if (seen === undefined && broken.length === 0) this.#name('');
    return seen ?? otherwise;
  }

  /** A look at one file with the project around it. `way`: what looks, the same for all files. */
  unlessIn<Seen>(file: ProjectFile, way: unknown, look: (project: Project) => readonly Seen[]): readonly Seen[] {
    const around = this.#unbroken.get(way) ?? this.#project;
    try {
      return look(around);
    } catch {
      const { seen, broken } = withoutBreaking(look, around);
      // Whatever the project around it: the file itself is what breaks.
      for (const { path } of broken.length > 0 ? broken : [file]) this.#name(path);
      if (broken.length > 0) this.#unbroken.set(way, { ...around, files: around.files.filter((one) => !broken.includes(one)) });
      return seen ?? [];
    }
  }

  #name(path: string): void {
    if (this.#named.has(path)) return;
    this.#named.add(path);
    this.#skipped.push({ path, reason: 'tangled' });
  }
}
