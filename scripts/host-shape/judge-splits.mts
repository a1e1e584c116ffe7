import { createJudge, type Judge, type Knowledge } from '../../utils/core/judge.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { hostShape, type HostShape, type ShapeOf } from '../../utils/core/host-shape.ts';
import { knownHost } from '../../utils/core/known-host.ts';
import type { Level } from '../../utils/core/score.ts';
import type { Verdict } from '../../utils/core/verdict.ts';
import type { ShapeRow } from './shape-row.mts';
import type { Split } from './shape-splits.mts';
import { neverScored, trainShape } from './train-shape.mts';

/** A host with what the judge says of a recruiter's message that links to it. */
export interface JudgedHost {
  readonly row: ShapeRow;
  /** Without the model. */
  readonly byRules: Level;
  readonly level: Level;
  /** Of the whole judge. */
  readonly score: number;
  /** 0 for hosts that are never scored. */
  readonly shape: number;
}

export type Wording = (address: string) => string | undefined;
export const wordings = {
  interview: (address) => `Hi, I am a recruiter at a company. Please complete the video interview here: ${address}`,
  meeting: (address) => `Hi, I am a recruiter at a company. Please join the meeting: ${address}`,
  assessment: (address) => `Hi, I am a recruiter at a company. Here is the assessment: ${address}`,
  'no text': () => undefined,
} satisfies Record<string, Wording>;

const factsOf = (name: string, wording: Wording): Facts => {
  const url = `https://${name}/`;
  const text = wording(url);
  return { surface: 'linkedin-message', ...(text !== undefined && { message: { text } }), links: [{ url }] };
};

/** A split with the model made from its training part. */
export interface TrainedSplit { readonly test: readonly ShapeRow[]; readonly model: HostShape }

type Lists = Pick<Knowledge, 'lists' | 'sites' | 'companies'>;
/** Hosts that are never scored. The companies' table is left out unless asked for: it holds the honest rows of some sources. */
export const knownIn = ({ lists, sites, companies }: Lists, owned = false) => knownHost(neverScored, lists, sites, owned ? companies.owned : new Set());

export function trainSplits(splits: readonly Split[], knowledge: Knowledge): TrainedSplit[] {
  const isKnown = knownIn(knowledge);
  return splits.map(({ train, judged, test }) => ({ test, model: asModel(trainShape(train, { judged, isKnown })) }));
}

/** Judges a recruiter's message with each host that a split held back. The companies' table vouches when `owned`. */
export function judgeSplits(splits: readonly TrainedSplit[], knowledge: Knowledge, wording: Wording, owned = false): JudgedHost[] {
  const isKnown = knownIn(knowledge, owned);
  const rules = createJudge({ ...knowledge, shapeOf: undefined });
  return splits.flatMap(({ test, model }) => {
    const shapeOf = hostShape(model, isKnown);
    const judge = createJudge({ ...knowledge, shapeOf });
    return test.map((row) => judgeHost(row, shapeOf, rules, judge, wording));
  });
}

/** Below the lower threshold no rule asks for the shape, so the rules' answer stands. */
const lowest = 0.5;
type Said = Pick<Verdict, 'level' | 'score'>;
const remembered = new Map<string, Said>();

function judgeHost(row: ShapeRow, shapeOf: ShapeOf, rules: Judge, judge: Judge, wording: Wording): JudgedHost {
  const name = row.host.host;
  const facts = factsOf(name, wording);
  const key = JSON.stringify(facts);
  const ruled = remembered.get(key) ?? rules(facts);
  remembered.set(key, { level: ruled.level, score: ruled.score });
  const shape = shapeOf(name)?.shape ?? 0;
  const { level, score } = shape < lowest ? ruled : judge(facts);
  return { row, byRules: ruled.level, shape, level, score };
}

const asModel = (trained: ReturnType<typeof trainShape>): HostShape => ({
  licence: 'facts', date: '2026-01-01', origin: 'a split', made: 'for measuring', never: neverScored, ...trained,
});

export const isFlagged = (level: Level): boolean => level === 'caution' || level === 'danger';
