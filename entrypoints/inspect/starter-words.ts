import type { Speech } from '../../utils/core/speech.ts';
import type { RunsByStep } from '../../utils/inspect/inspection.ts';
import { starterOf } from '../../utils/inspect/tell-runs.ts';

/** What starts the runs of a project, as people are told of it, in the language of the interface. */
export type StarterWords = ReadonlyMap<string, string>;

export function starterWords({ open, install, start, other }: RunsByStep, { valueOf }: Speech): StarterWords {
  const asks = /, which asks for it$/;
  return new Map([...open, ...install, ...start, ...other].flatMap(({ by }) => {
    const said = asks.test(by) ? undefined : valueOf('by', by);
    return said === undefined ? [] : [[starterOf(by), said] as const];
  }));
}
