/** One entry of a project folder or archive. Paths use "/", are relative and normalised; the archive's single top folder is stripped. */
export interface ProjectFile {
  readonly path: string;
  readonly size: number;
  /** Absent: not read, see `skipped`. */
  readonly bytes?: Uint8Array;
  readonly isExecutable?: boolean;
  readonly linksTo?: string;
}

export const skipReasons = [
  'too large', 'encrypted', 'cut off', 'unreadable', 'outside the folder', 'link', 'too many files', 'nested archive', 'out of time',
  'read in part', 'damaged', 'same name', 'same name but for case', 'two readings', 'hidden between', 'packed too tightly', 'path too long', 'odd name',
  'installed packages', 'kept by git', 'another repository', 'kept elsewhere', 'left out of archives', 'tangled', 'not followed', 'unread kind', 'no project',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/** An entry that nobody looked into, or not wholly, or that was packed to mislead, so that the person is told. */
export interface Skipped {
  readonly path: string;
  readonly reason: SkipReason;
  /** On the last that is named for a reason: how many more there are. */
  readonly more?: number;
}

export interface Project {
  readonly name: string;
  readonly files: readonly ProjectFile[];
  readonly skipped: readonly Skipped[];
  /** Why there are no files, as a sentence that goes on from the name. */
  readonly refusal?: string;
}
