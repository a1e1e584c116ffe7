import { limits } from '../limits.ts';
import type { ProjectFile } from '../project.ts';
import type { SkipList } from './skip-list.ts';

/** Share of the limit that is left when there was too much: not every file that follows shall start it anew. */
const leftOver = 0.9;

/**
 * Files with their bytes, in all no more than fits into memory. When there are too many, the largest give way: what starts an attack is small,
 * and who hides it behind a mass of text has to make it the larger the more there is.
 */
export class KeptFiles {
  readonly #files: ProjectFile[] = [];
  readonly #skips: SkipList;
  #bytes = 0;

  constructor(skips: SkipList) {
    this.#skips = skips;
  }

  add(file: ProjectFile): void {
    this.#files.push(file);
    this.#bytes += file.bytes?.length ?? 0;
    if (this.#bytes > limits.kept) this.#makeRoom();
  }

  list(): ProjectFile[] { return this.#files; }

  #makeRoom(): void {
    const bySize = this.#files.map((file, i) => ({ i, length: file.bytes?.length ?? 0 })).sort((a, b) => b.length - a.length);
    for (const { i, length } of bySize) {
      if (this.#bytes <= limits.kept * leftOver) return;
      const { bytes: _, ...file } = this.#files[i]!;
      this.#files[i] = file;
      this.#bytes -= length;
      this.#skips.add(file.path, 'too large');
    }
  }
}
