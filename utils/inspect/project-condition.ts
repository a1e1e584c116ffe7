import { compileCondition, type Holds, type Scope } from '../core/condition.ts';
import type { NamedLists } from '../core/named-list.ts';
import { PhraseBook } from '../core/phrase-book.ts';
import type { PlaceCondition, PlaceQuestion, ProjectCondition } from './inspection-rule.ts';
import type { Place, ProjectEvidence } from './project-evidence.ts';

/** A place that made a condition hold, and places elsewhere that it needed. */
export interface Hit { readonly place: Place; readonly beside: readonly Place[] }
/** The places at which a condition holds; none when it does not. */
export type FindsHits = (evidence: ProjectEvidence) => readonly Hit[];

/** Turns a condition over a project into a function. Throws on an unknown list, naming it. */
export function compileProjectCondition(condition: ProjectCondition, lists: NamedLists): FindsHits {
  const compile = (part: ProjectCondition) => compileProjectCondition(part, lists);
  if ('all' in condition) return every(condition.all.map(compile));
  if ('any' in condition) return counted(condition.any.map(compile), 1);
  if ('together' in condition) return together(condition.of.map((part) => compilePlaces(part, lists)), condition.together);
  if ('of' in condition) return counted(condition.of.map(compile), condition.atLeast);
  const places = compilePlaces(condition, lists);
  return (evidence) => places(evidence).map((place) => ({ place, beside: [] }));
}

/** Points at the places of its first part; the others stand beside. */
function every(parts: readonly FindsHits[]): FindsHits {
  return (evidence) => {
    const [first = [], ...rest] = parts.map((part) => part(evidence));
    if (rest.some((hits) => hits.length === 0)) return [];
    const others = rest.flatMap((hits) => hits[0]!.place);
    return first.map(({ place, beside }) => ({ place, beside: [...beside, ...others] }));
  };
}

function counted(parts: readonly FindsHits[], least: number): FindsHits {
  return (evidence) => {
    const found = parts.map((part) => part(evidence)).filter((hits) => hits.length > 0);
    return found.length >= least ? found.flat() : [];
  };
}

type FindsPlaces = (evidence: ProjectEvidence) => readonly Place[];

/** Points at the places of the first question; each of the others needs one in the same file, or on the same chain. */
function together(questions: readonly FindsPlaces[], how: 'file' | 'chain'): FindsHits {
  return (evidence) => {
    const [first = [], ...rest] = questions.map((question) => question(evidence));
    if (rest.some((places) => places.length === 0)) return [];
    return first.flatMap((place) => {
      const near = how === 'file' ? new Set([place.file]) : evidence.chainOf(place.file);
      const beside = rest.map((places) => places.find(({ file }) => near.has(file)));
      return beside.every((one) => one !== undefined) ? [{ place, beside }] : [];
    });
  };
}

function compilePlaces(question: PlaceQuestion, lists: NamedLists): FindsPlaces {
  const fits = compileWhere(question.where, lists);
  if ('runs' in question) {
    const moments = new Set(question.runs);
    return ({ runs }) => runs.filter((place) => moments.has(place.moments[0]!) && fits(place));
  }
  const kinds = new Set([question.sees].flat());
  const at = question.at && new Set(question.at);
  return ({ sightings }) => sightings.filter((place) => kinds.has(place.kind!) && (!at || place.moments.some((moment) => at.has(moment))) && fits(place));
}

/** Places are asked by the same questions as links and files: their fields may be unknown, and then nothing is found. */
function compileWhere(where: PlaceCondition | undefined, lists: NamedLists): (place: Place) => boolean {
  if (!where) return () => true;
  const holds: Holds = compileCondition(where, new PhraseBook(), lists);
  const scope: Scope = { evidence: {}, phrases: () => new Map(), markedBy: new Map(), unknown: [] };
  return ({ fields }) => holds(scope, { list: 'places', index: 0, value: fields }).truth === true;
}
