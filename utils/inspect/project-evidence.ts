import type { Moment, Run } from './run.ts';
import { commandTraits } from './runs/command-traits.ts';
import { flags, type Kind, type Sighting } from './sighting.ts';
import { oneLine } from './snippet.ts';

/** One place that a rule may point at, with the fields it may ask. */
export interface Place {
  readonly kind?: Kind;
  readonly file: string;
  readonly line: number;
  readonly snippet: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly moments: readonly Moment[];
}

/** Which files a file loads; a file that starts something "loads" what it starts. */
export type Links = ReadonlyMap<string, readonly string[]>;

/** Everything a condition over a project is asked about. */
export interface ProjectEvidence {
  readonly sightings: readonly Place[];
  readonly runs: readonly Place[];
  /** Files that lie on a chain with a file, before or behind it, and itself. */
  readonly chainOf: (file: string) => ReadonlySet<string>;
}

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** A detector that says no way saw the plain one, so that rules can leave single ways out. */
const unsaid: Readonly<Record<string, boolean | string>> = { ...Object.fromEntries(flags.map((flag) => [flag, false])), way: 'plain' };

const placeOf = ({ kind, file, line, snippet, detail, reached = [] }: Sighting): Place => ({
  kind, file, line, snippet, moments: reached,
  fields: { ...unsaid, ...detail, file, name: nameOf(file), line, ...(reached[0] !== undefined && { moment: reached[0] }) },
});

/** Of a command everything is known that traits and flags say: what is not there is false, and a rule may ask for that. */
const runPlace = ({ moment, file, line, command, by, targets, hidden = false, ordinary = false, traits = [] }: Run): Place => ({
  file, line, snippet: oneLine(command), moments: [moment],
  fields: {
    ...Object.fromEntries(Object.keys(commandTraits).map((trait) => [trait, traits.includes(trait as keyof typeof commandTraits)])),
    file, name: nameOf(file), line, moment, by, command, hidden, ordinary, ...(targets[0] !== undefined && { target: targets[0] }),
  },
});

export function projectEvidence(sightings: readonly Sighting[], runs: readonly Run[], imports: Links): ProjectEvidence {
  const links = new Map([...imports].map(([file, loaded]) => [file, [...loaded]]));
  for (const { file, targets } of runs) links.set(file, [...(links.get(file) ?? []), ...targets]);
  const back = reversed(links);
  const chains = new Map<string, ReadonlySet<string>>();
  const chainOf = (file: string) => {
    let chain = chains.get(file);
    if (!chain) chains.set(file, (chain = new Set([...reachable(file, links), ...reachable(file, back)])));
    return chain;
  };
  return { sightings: sightings.map(placeOf), runs: runs.map(runPlace), chainOf };
}

function reversed(links: Links): Links {
  const back = new Map<string, string[]>();
  for (const [file, loaded] of links) for (const one of loaded) back.set(one, [...(back.get(one) ?? []), file]);
  return back;
}

function reachable(from: string, links: Links): Set<string> {
  const seen = new Set([from]);
  // A set gives what is added while it is walked.
  for (const file of seen) for (const next of links.get(file) ?? []) seen.add(next);
  return seen;
}
