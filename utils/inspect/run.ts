import type { CommandTrait } from './runs/command-traits.ts';

/** When something runs by itself, or by the step the person is asked for. */
export const moments = ['open', 'install', 'start', 'test', 'build', 'commit', 'container', 'import'] as const;
export type Moment = (typeof moments)[number];

/** Something that a file of the project starts at a moment. */
export interface Run {
  readonly moment: Moment;
  readonly file: string;
  readonly line: number;
  /** As text, cut at 200. */
  readonly command: string;
  /** What starts it: "VS Code task", "npm postinstall". */
  readonly by: string;
  /** Files of the project that it starts. */
  readonly targets: readonly string[];
  /** It is kept out of sight: behind spaces, in a terminal that is not shown. */
  readonly hidden?: boolean;
  /** What many honest projects do at this moment: husky, a native build, a step of the project's own tools. */
  readonly ordinary?: boolean;
  /** What the whole command shows, also of the part that is cut off here. */
  readonly traits?: readonly CommandTrait[];
}
