import type { Facts } from '../../utils/core/facts.ts';
import type { Judgement } from '../../utils/platform/questions.ts';
import type { Reading } from '../../utils/surfaces/surface.ts';
import { fingerprint } from './fingerprint.ts';

export interface Item { readonly key: string; readonly reading: Reading; readonly judgement?: Judgement }
export interface Judging {
  /** What stands on the page now. Only what changed is asked about. */
  update(readings: readonly Reading[]): void;
  /** Forgets all judgements and asks anew; resolves when all are in. */
  again(): Promise<void>;
  /** Resolves when nothing is being asked. */
  settled(): Promise<void>;
  items(): readonly Item[];
  /** Why something could not be judged. */
  trouble(): string | undefined;
}

/** Questions on the way at a time: a long inbox must not crowd out the message in front of the person. */
const atOnce = 3;
/** Pause before the one retry, in ms: Chromium starts a stopped worker in about a tenth of a second. */
const retryAfter = 250;

/** Keeps a judgement for each reading on the page. Answers about what is gone by then are dropped. */
export function judgeReadings(judge: (facts: Facts) => Promise<Judgement>, onChange: () => void): Judging {
  let wanted = new Map<string, Facts>();
  let current: { readonly key: string; readonly print: string; readonly reading: Reading }[] = [];
  let trouble: string | undefined;
  let round = 0;
  const judged = new Map<string, Judgement>();
  const asked = new Set<string>();
  const running = new Set<Promise<void>>();

  const work = () => {
    for (const [print, facts] of wanted) {
      if (running.size >= atOnce) return;
      if (asked.has(print)) continue;
      asked.add(print);
      const one = settle(print, facts, round).finally(() => {
        running.delete(one);
        work();
      });
      running.add(one);
    }
  };
  const settle = async (print: string, facts: Facts, started: number) => {
    const answer = await askTwice(judge, facts).catch((error: Error) => error);
    if (started !== round || !wanted.has(print)) return;
    if (answer instanceof Error) trouble = answer.message;
    else judged.set(print, answer);
    onChange();
  };
  const forget = (isGone: (print: string) => boolean) => {
    for (const print of new Set([...asked, ...judged.keys()].filter(isGone))) {
      asked.delete(print);
      judged.delete(print);
    }
  };

  const judging: Judging = {
    update(readings) {
      current = readings.map((reading, index) => {
        const print = `${reading.facts.surface} ${fingerprint(reading.facts)}`;
        return { key: `${index} ${print}`, print, reading };
      });
      wanted = new Map(current.map(({ print, reading }) => [print, reading.facts]));
      forget((print) => !wanted.has(print));
      if (wanted.size === 0) trouble = undefined;
      work();
      onChange();
    },
    again() {
      round += 1;
      trouble = undefined;
      asked.clear();
      work();
      return judging.settled();
    },
    async settled() {
      while (running.size > 0) await Promise.race(running);
    },
    items: () => current.map(({ key, print, reading }) => ({ key, reading, judgement: judged.get(print) })),
    trouble: () => trouble,
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
