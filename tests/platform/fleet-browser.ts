import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Facts } from '../../utils/core/facts.ts';
import type { Level } from '../../utils/core/score.ts';
import type { Settings } from '../../utils/core/settings-schema.ts';
import type { Verdict } from '../../utils/core/verdict.ts';
import { freshBrowser, mail } from './fresh-browser.ts';

export const userAgents = {
  chrome: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0',
};
/** An address nothing listens at: port 9 discards, and hardly anybody runs it. */
export const nowhere = 'http://127.0.0.1:9/v1/logs';

/** A browser just installed in an organisation that wants events. It listens at no address unless the policy names one. */
export async function fleetBrowser(policy: Partial<Settings> = {}, userAgent = userAgents.chrome) {
  freshBrowser();
  stubNavigator(userAgent);
  Object.assign(fakeBrowser.runtime, { getManifest: () => ({ version: '0.1.0' }) });
  const silent = { addListener: () => undefined };
  Object.assign(fakeBrowser.permissions, { onAdded: silent, onRemoved: silent, contains: async () => false });
  await fakeBrowser.storage.managed.set({ eventsEndpoint: nowhere, ...policy });
}

/** Locks as browsers have them, as far as they are asked for here. */
function stubNavigator(userAgent: string) {
  let held = false;
  const request = async (_: string, __: { ifAvailable: boolean }, work: (lock: object | null) => Promise<void>) => {
    if (held) return work(null);
    held = true;
    try {
      await work({});
    } finally {
      held = false;
    }
  };
  vi.stubGlobal('navigator', { userAgent, locks: { request } });
}

/** The clock goes on from the moment that it is in these tests. */
export function timePasses() {
  const moment = Date.now();
  vi.useFakeTimers({ toFake: ['Date'], shouldAdvanceTime: true, advanceTimeDelta: 5 });
  vi.setSystemTime(moment);
}

export const ring = (name: string) => fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: Date.now() } as never);

/** What a judge found, in so many words. */
export function verdict(level: Level, ...rules: string[]): Verdict {
  const findings = rules.map((rule) => ({ rule, severity: 'high', trial: false, seen: [], title: rule, why: '', rationale: '', normal: '', advice: '', references: [], theme: 'text', share: 0 }));
  return { level, score: 0.97, findings, asks: [], unknown: [] } as unknown as Verdict;
}

export const message = (change: Partial<Facts> = {}): Facts => mail({ message: { text: 'Please run this.' }, ...change });

/** Events that wait, oldest first. */
export async function waitingEvents(): Promise<Record<string, unknown>[]> {
  const { database } = await import('../../utils/platform/database.ts');
  const rows = await database.dueEvents(Infinity, 100_000);
  return rows.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
}
