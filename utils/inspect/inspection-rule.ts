import { RE2JS } from 're2js';
import * as z from 'zod/mini';
import { severities } from '../core/rule.ts';
import { skipReasons } from './project.ts';
import { moments, type Moment } from './run.ts';
import { commandTraits } from './runs/command-traits.ts';
import { details, kinds, type Kind } from './sighting.ts';

/** Independent kinds of evidence: what starts by itself, what is kept out of sight, what is fetched or sent. */
export const inspectionThemes = ['runs', 'hides', 'fetches'] as const;
export type InspectionTheme = (typeof inspectionThemes)[number];

type Scalar = string | number | boolean;
/** Questions about one place. A field that was not seen answers nothing. */
export type PlaceCondition =
  | { all: PlaceCondition[] } | { any: PlaceCondition[] } | { not: PlaceCondition }
  | ({ fact: string } & ({ is: Scalar | Scalar[] } | { matches: string } | { above: number } | { below: number } | { in: string } | { known: boolean }));

/** A place of some kind, among files that run at one of `at` when that is said. */
export interface Sees { sees: Kind | Kind[]; at?: Moment[]; where?: PlaceCondition }
/** Something that starts at one of the moments. */
export interface Runs { runs: Moment[]; where?: PlaceCondition }
export type PlaceQuestion = Sees | Runs;

/**
 * What a project must hold. `together` asks for all of several places in one file, or along a chain of files of which each loads the next.
 * There is no "not" around places: of a project a part may be unread, and "nowhere seen" would accuse on what was not seen.
 */
export type ProjectCondition =
  | { all: ProjectCondition[] } | { any: ProjectCondition[] } | { atLeast: number; of: ProjectCondition[] }
  | { together: 'file' | 'chain'; of: PlaceQuestion[] } | PlaceQuestion;

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const PlaceCondition: z.ZodMiniType<PlaceCondition> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(PlaceCondition).check(z.minLength(1)) }),
  z.strictObject({ any: z.array(PlaceCondition).check(z.minLength(1)) }),
  z.strictObject({ not: PlaceCondition }),
  z.strictObject({ fact: z.string(), is: z.union([scalar, z.array(scalar)]) }),
  z.strictObject({ fact: z.string(), matches: z.string() }),
  z.strictObject({ fact: z.string(), above: z.number() }),
  z.strictObject({ fact: z.string(), below: z.number() }),
  z.strictObject({ fact: z.string(), in: z.string() }),
  z.strictObject({ fact: z.string(), known: z.boolean() }),
]));
const Kind = z.enum(Object.keys(kinds) as [Kind, ...Kind[]]);
const someMoments = z.array(z.enum(moments)).check(z.minLength(1));
const Sees = z.strictObject({
  sees: z.union([Kind, z.array(Kind).check(z.minLength(1))]), at: z.optional(someMoments), where: z.optional(PlaceCondition),
});
const Runs = z.strictObject({ runs: someMoments, where: z.optional(PlaceCondition) });
const ProjectCondition: z.ZodMiniType<ProjectCondition> = z.lazy(() => z.union([
  z.strictObject({ all: z.array(ProjectCondition).check(z.minLength(1)) }),
  z.strictObject({ any: z.array(ProjectCondition).check(z.minLength(1)) }),
  z.strictObject({ atLeast: z.number().check(z.gte(1)), of: z.array(ProjectCondition).check(z.minLength(1)) }),
  z.strictObject({ together: z.enum(['file', 'chain']), of: z.array(z.union([Sees, Runs])).check(z.minLength(2)) }),
  Sees, Runs,
]));

const sentence = z.string().check(z.minLength(12), z.maxLength(400));
export const InspectionRule = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)+$/)),
  title: z.string().check(z.minLength(8), z.maxLength(90)),
  severity: z.enum(severities),
  theme: z.enum(inspectionThemes),
  status: z.enum(['draft', 'trial', 'stable', 'retired']),
  since: z.iso.date(),
  when: ProjectCondition,
  why: sentence,
  rationale: sentence,
  normal: sentence,
  advice: sentence,
  references: z.array(z.url().check(z.startsWith('https://'))),
});
export type InspectionRule = z.infer<typeof InspectionRule>;

/** A project in a rule's case: texts by path, and where it matters links by path and what was not looked into. */
const Case = z.strictObject({
  name: z.string().check(z.minLength(4)), files: z.record(z.string(), z.string()),
  links: z.optional(z.record(z.string(), z.string())), skipped: z.optional(z.record(z.string(), z.enum(skipReasons))),
});
export type InspectionCase = z.infer<typeof Case>;
const cases = z.array(Case).check(z.minLength(3));
/** A rule as it is written: with the cases that hold it. Packs travel without them. */
export const TestedInspectionRule = z.extend(InspectionRule, { tests: z.strictObject({ match: cases, pass: cases }) });
export type TestedInspectionRule = z.infer<typeof TestedInspectionRule>;

/** What any place has, and what a run has besides. */
const placeFields: ReadonlySet<string> = new Set(['file', 'name', 'line', 'moment', ...Object.keys(details)]);
const runFields: ReadonlySet<string> = new Set(['file', 'name', 'line', 'moment', 'by', 'command', 'hidden', 'ordinary', 'target', ...Object.keys(commandTraits)]);

/** What the schema cannot say about a rule; an empty list when it is in order. Each sentence names the place and the remedy. */
export const faultsOfInspection = ({ when }: InspectionRule): string[] => faultsOfProject(when);

function faultsOfProject(condition: ProjectCondition): string[] {
  if ('all' in condition) return condition.all.flatMap(faultsOfProject);
  if ('any' in condition) return condition.any.flatMap(faultsOfProject);
  if ('of' in condition) return (condition.of as ProjectCondition[]).flatMap(faultsOfProject);
  const [fields, list] = 'sees' in condition ? [placeFields, 'a sighting'] as const : [runFields, 'a run'] as const;
  return condition.where ? faultsOfPlace(condition.where, fields, list) : [];
}

function faultsOfPlace(condition: PlaceCondition, fields: ReadonlySet<string>, list: string): string[] {
  if ('all' in condition) return condition.all.flatMap((part) => faultsOfPlace(part, fields, list));
  if ('any' in condition) return condition.any.flatMap((part) => faultsOfPlace(part, fields, list));
  if ('not' in condition) return faultsOfPlace(condition.not, fields, list);
  if (!fields.has(condition.fact)) return [`There is no field "${condition.fact}" of ${list}: use one of ${[...fields].join(', ')}.`];
  if (!('matches' in condition)) return [];
  try {
    RE2JS.compile(condition.matches);
    return [];
  } catch (error) {
    return [`The pattern "${condition.matches}" is none RE2 can read: ${error instanceof Error ? error.message : error}`];
  }
}
