import { fillPlaces } from '../core/explain.ts';
import type { NamedLists } from '../core/named-list.ts';
import { levelOf, score, strengthOf, weights, type Level } from '../core/score.ts';
import { english, type Speech } from '../core/speech.ts';
import type { InspectionFinding } from './inspection.ts';
import type { InspectionRule } from './inspection-rule.ts';
import { compileProjectCondition, type FindsHits, type Hit } from './project-condition.ts';
import type { ProjectEvidence } from './project-evidence.ts';
import type { Kind } from './sighting.ts';

export interface InspectionKnowledge { readonly rules: readonly InspectionRule[]; readonly lists: NamedLists; readonly speech?: Speech }
export interface JudgedProject { readonly level: Level; readonly score: number; readonly findings: readonly InspectionFinding[] }
export type ProjectJudge = (evidence: ProjectEvidence) => JudgedProject;

/** Places told of one rule: a person reads no more, and the rest is counted. */
const placesTold = 20;

/** `kind`: what was seen there; undefined for something that starts. */
/** `host`: of an address that is kept encoded. */
interface Found { readonly finding: InspectionFinding; readonly kind?: Kind; readonly host?: string }
interface Compiled { readonly rule: InspectionRule; readonly findsHits: FindsHits }

/** Compiles rules once. The result is pure: the same evidence gives the same verdict. */
export function createProjectJudge({ rules, lists, speech = english }: InspectionKnowledge): ProjectJudge {
  const compiled = rules.filter(({ status }) => status === 'stable' || status === 'trial').map((rule) => compile(rule, lists));
  return (evidence) => {
    const found = strongestOfPlaces(compiled.flatMap(({ rule, findsHits }) => explained(rule, findsHits(evidence), speech)).sort(byWeight));
    return { ...strongest(found.filter(({ finding }) => !finding.trial), evidence.chainOf), findings: eachAddressOnce(found).map(({ finding }) => finding) };
  };
}

interface Strength { readonly level: Level; readonly score: number }

/** Sightings about packages that a manifest or lock file names: nothing in the project's code follows from them. */
const aboutPackages: ReadonlySet<Kind | undefined> = new Set([
  'listed-package', 'package-like-popular', 'package-from-elsewhere', 'lock-from-elsewhere', 'registry-elsewhere', 'extension-asked-for',
]);

/**
 * Weak findings add up only along a chain of files of which each loads or starts the next, or in one manifest: a large honest project has a
 * program here and a strange dependency there, by accident. Strong ones, which honest projects hardly have, add up wherever they stand.
 */
function strongest(found: readonly Found[], chainOf: ProjectEvidence['chainOf']): Strength {
  const isStrong = ({ finding: { severity } }: Found) => weights[severity] >= weights.high;
  const groupsAt = (file: string): (readonly Found[])[] => {
    const chain = chainOf(file);
    return [
      found.filter((one) => isStrong(one) || (!aboutPackages.has(one.kind) && chain.has(one.finding.file))),
      found.filter((one) => isStrong(one) || ((one.kind === undefined || aboutPackages.has(one.kind)) && one.finding.file === file)),
    ];
  };
  // Who was sent a project is asked to run it: there is always an ask.
  return [...new Set(found.map(({ finding }) => finding.file))].flatMap(groupsAt).map((group) => group.map(({ finding }) => finding))
    .map((group): Strength => ({ level: levelOf(group, true), score: score(group) }))
    .reduce((best, one) => (strengthOf(one) > strengthOf(best) ? one : best), { level: 'none', score: 0 });
}

function compile(rule: InspectionRule, lists: NamedLists): Compiled {
  try {
    return { rule, findsHits: compileProjectCondition(rule.when, lists) };
  } catch (error) {
    throw new Error(`Rule "${rule.id}" cannot be used: ${error instanceof Error ? error.message : error}`, { cause: error });
  }
}

function explained(rule: InspectionRule, hits: readonly Hit[], speech: Speech): Found[] {
  const places = new Map(hits.map((hit) => [`${hit.place.line}:${hit.place.file}`, hit]));
  const told = [...places.values()].sort((a, b) => compare(a.place.file, b.place.file) || a.place.line - b.place.line).slice(0, placesTold);
  const more = places.size - told.length;
  return told.map((hit, i) => ({
    finding: { ...explain(rule, hit, speech), ...(more > 0 && i === told.length - 1 && { more }) }, kind: hit.place.kind,
    ...(hit.place.kind === 'decodes-address' && { host: String(hit.place.fields['host']) }),
  }));
}

function explain({ id, title, theme, severity, why, rationale, normal, advice, references, status }: InspectionRule, { place, beside }: Hit, speech: Speech): InspectionFinding {
  const { file, line, snippet, moments } = place;
  const words = { title, why, rationale, normal, advice, ...speech.wordsOf(id) };
  const valueOf = (name: string) => [place, ...beside].find(({ fields }) => fields[name] !== undefined)?.fields[name] as string | number | boolean | undefined;
  return { ...words, rule: id, theme, severity, file, line, moments, snippet, why: fillPlaces(words.why, valueOf, speech, () => false), references, trial: status === 'trial' };
}

/**
 * Of one theme at one place the strongest is told: a weaker rule would say the same again. The score is the same, for of a theme only the
 * strongest counts. What is on trial stands beside it.
 */
function strongestOfPlaces(found: readonly Found[]): Found[] {
  const told = new Set<string>();
  return found.filter(({ finding: { theme, file, line, trial } }) => {
    const place = `${theme} ${trial} ${line} ${file}`;
    return !told.has(place) && told.add(place);
  });
}

/** An encoded address stands in a setting, is decoded at a second place and asked at a third: it is told of where it is met first. All of them are judged. */
function eachAddressOnce(found: readonly Found[]): Found[] {
  const told = new Set<string>();
  return found.filter(({ finding: { rule }, host }) => host === undefined || (!told.has(`${rule} ${host}`) && told.add(`${rule} ${host}`)));
}

/** Of equal weight what starts comes first: "opening runs X" says more than what X does. */
const byWeight = ({ finding: a, kind: kindOfA }: Found, { finding: b, kind: kindOfB }: Found): number =>
  weights[b.severity] - weights[a.severity] || Number(kindOfA !== undefined) - Number(kindOfB !== undefined) || compare(a.rule, b.rule) || compare(a.file, b.file) || a.line - b.line;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
