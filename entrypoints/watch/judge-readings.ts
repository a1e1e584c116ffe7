import type { Facts } from '../../utils/core/facts.ts';
import type { Judgement } from '../../utils/platform/questions.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';
import { numberFacts } from './number-facts.ts';

export interface Item { readonly key: string; readonly reading: Reading; readonly judgement?: Judgement }
export interface Judging {
  /** What stands on the page now. Only what changed is asked about. */
  update(readings: readonly Reading[]): void;
  /** Forgets all judgements and asks anew; resolves when all are in. */
  again(): Promise<void>;
  /** Resolves when nothing is being asked; pauses before a retry are not waited for. */
  settled(): Promise<void>;
  items(): readonly Item[];
  /** Why something on the page could not be judged; undefined once it could. */
  trouble(): string | undefined;
}

/** Questions on the way at a time: a long inbox must not crowd out the message in front of the person. */
const atOnce = 3;
/** Pause before the second question, in ms: Chromium starts a stopped worker in about a tenth of a second. */
const retryAfter = 250;
/** Pauses after both failed, in ms, the last again and again: what is on the page must not stay unjudged. */
const pauses = [2_000, 10_000, 60_000];

/** Keeps a judgement for each reading on the page. Answers about what is gone by then are dropped. */
export function judgeReadings(judge: (facts: Facts) => Promise<Judgement>, onChange: () => void): Judging {
  let wanted = new Map<number, Facts>();
  let current: { readonly key: string; readonly number: number; readonly reading: Reading }[] = [];
  let round = 0;
  const numberAll = numberFacts();
  const judged = new Map<number, Judgement>();
  const failed = new Map<number, { readonly times: number; readonly why: string }>();
  const asked = new Set<number>();
  const running = new Set<Promise<void>>();

  const work = () => {
    for (const [number, facts] of wanted) {
      if (running.size >= atOnce) return;
      if (asked.has(number)) continue;
      asked.add(number);
      const one = settle(number, facts, round).finally(() => {
        running.delete(one);
        work();
      });
      running.add(one);
    }
  };
  const settle = async (number: number, facts: Facts, started: number) => {
    const answer = await askTwice(judge, facts).catch((error: Error) => error);
    if (started !== round || !wanted.has(number)) return;
    if (answer instanceof Error) retryLater(number, answer.message);
    else {
      failed.delete(number);
      judged.set(number, answer);
    }
    onChange();
  };
  const retryLater = (number: number, why: string) => {
    const times = failed.get(number)?.times ?? 0;
    const failure = { times: times + 1, why };
    failed.set(number, failure);
    setTimeout(() => {
      // Gone, or asked anew meanwhile.
      if (failed.get(number) !== failure) return;
      asked.delete(number);
      work();
    }, pauses[times] ?? pauses.at(-1));
  };
  const forget = (isGone: (number: number) => boolean) => {
    for (const number of [...asked, ...judged.keys()].filter(isGone)) {
      for (const kept of [asked, judged, failed]) kept.delete(number);
    }
  };

  const judging: Judging = {
    update(readings) {
      const numbers = numberAll(readings.map(({ facts }) => facts));
      current = readings.map((reading, index) => {
        const number = numbers[index]!;
        return { key: `${index} ${number}`, number, reading };
      });
      wanted = new Map(current.map(({ number, reading }) => [number, reading.facts]));
      forget((number) => !wanted.has(number));
      work();
      onChange();
    },
    again() {
      round += 1;
      failed.clear();
      asked.clear();
      work();
      return judging.settled();
    },
    async settled() {
      while (running.size > 0) await Promise.race(running);
    },
    items: () => current.map(({ key, number, reading }) => ({ key, reading, judgement: judged.get(number) })),
    trouble: () => failed.values().next().value?.why,
  };
  return judging;
}

/** A worker can be stopped in the middle of an answer; the second question wakes it. */
async function askTwice(judge: (facts: Facts) => Promise<Judgement>, facts: Facts): Promise<Judgement> {
  try {
    return await judge(facts);
  } catch {
    await new Promise((resolve) => setTimeout(resolve, retryAfter));
    return judge(facts);
  }
}
