import { browser } from 'wxt/browser';

/** What went wrong behind the scenes and was worked around, for the options page: storage.local `trouble-<topic>`. */
export interface Trouble {
  /** ISO 8601. */
  readonly at: string;
  readonly sentence: string;
}
export const topics = ['pack', 'database', 'photos'] as const;
export type Topic = (typeof topics)[number];

/** Keeps the newest trouble of a topic. Never throws: telling about trouble must not make more of it. */
export async function keepTrouble(topic: Topic, sentence: string, error: unknown): Promise<void> {
  const trouble: Trouble = { at: new Date().toISOString(), sentence: `${sentence} (${reasonOf(error)})` };
  await browser.storage.local.set({ [`trouble-${topic}`]: trouble }).catch(() => undefined);
}

/** A reason in one short line: schema errors run over pages. */
export const reasonOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ').trim().slice(0, 300);
