import type { Judge } from '../core/judge.ts';
import { faultOfTrial, probeOf, trialsOf, type PackCases } from '../core/pack-cases.ts';
import type { Pack } from '../core/pack.ts';
import { defaultSettings } from '../core/settings-schema.ts';
import { ownRuleId } from '../core/unite-packs.ts';
import { listNames, type LoadedPack } from './bundled-pack.ts';
import { compilePacks } from './compile-packs.ts';
import { database } from './database.ts';
import type { FetchedPack } from './fetch-pack.ts';
import { PackFault } from './pack-fault.ts';
import { publicKey, type PackSource } from './pack-sources.ts';
import { wordsName } from './pack-words.ts';
import { loaded } from './load-pack.ts';
import { inTurn, storedPack } from './packs.ts';
import { reasonOf } from './trouble.ts';

/**
 * Milliseconds. One message may take two seconds, the better of two tries, because the machine may be busy with something else: the longest message there
 * can be takes the rules of 2026-11 some hundred. All cases together may take five seconds of work; a pack of a thousand rules has them done in two.
 */
const longestMessage = 2_000;
const allCases = 5_000;
/** Who waits for a judgement meanwhile waits no longer than this. */
const slice = 25;

/** Compiles a fetched pack as it would judge, one of the organisation beside the public rules, and tries it. Throws a PackFault. */
export async function tryFetched({ key, id }: PackSource, fetched: FetchedPack): Promise<void> {
  const candidate = await candidateOf(fetched);
  const isPublic = key === publicKey;
  const base = isPublic ? candidate : await publicPack();
  let judge: Judge;
  try {
    judge = compilePacks(base, isPublic ? new Map() : new Map([[id, candidate]]), defaultSettings).judge;
  } catch (error) {
    throw new PackFault('refused', reasonOf(error), { cause: error });
  }
  await tryPack(judge, fetched.pack, fetched.cases, isPublic ? (rule) => rule : (rule) => ownRuleId(id, rule));
}

async function candidateOf({ pack, lists }: FetchedPack): Promise<LoadedPack> {
  const rowOf = async (name: string) => lists.find(({ key }) => key === name) ?? (await database.get('lists', name));
  const rows = await Promise.all(listNames(pack).map(rowOf));
  const words = wordsName(pack);
  return { pack, bytes: new Map(rows.flatMap((row) => (row ? [[row.key, row.bytes]] : []))), words: words === undefined ? undefined : await rowOf(words) };
}

async function publicPack(): Promise<LoadedPack> {
  // Where nothing is stored yet it is now.
  await storedPack();
  return inTurn(async () => loaded((await database.get('packs', publicKey))!));
}

/** Has a candidate judge what it was written for. Throws a PackFault when it fails, or is so slow that people would wait for it. */
export async function tryPack(judge: Judge, { rules }: Pack, cases: PackCases, idOf: (rule: string) => string): Promise<void> {
  timed(() => void judge(probeOf(rules)));
  let worked = 0;
  let since = performance.now();
  for (const trial of trialsOf(rules, cases)) {
    const fault = timed(() => faultOfTrial(judge, trial, idOf));
    if (fault !== undefined) throw new PackFault('refused', fault);
    const took = performance.now() - since;
    if (took < slice) continue;
    worked += took;
    // What is not tried by then is taken on the word of who signed it.
    if (worked > allCases) return;
    await new Promise((resolve) => setTimeout(resolve, 0));
    since = performance.now();
  }
}

function timed<T>(work: () => T, tries = 2): T {
  const start = performance.now();
  const result = work();
  const took = performance.now() - start;
  if (took <= longestMessage) return result;
  if (tries > 1) return timed(work, tries - 1);
  throw new PackFault('refused', `It takes ${Math.round(took)} ms for one message; ${longestMessage} are allowed.`);
}
