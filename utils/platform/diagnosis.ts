import { browser } from 'wxt/browser';
import type { EffectiveSettings } from '../core/settings.ts';
import { ask } from './ask.ts';
import type { EventsState } from './events-state.ts';
import type { PackState } from './pack-states.ts';
import { readPolicyState, type PolicyState } from './policy.ts';
import { readSettings, settledSettings } from './settings.ts';
import { readAccess, type Access } from './read-access.ts';
import { topics, type Topic, type Trouble } from './trouble.ts';

/** What could be found out, or why it could not: one part that fails takes no other with it. */
export type Part<T> = { readonly is: T } | { readonly fault: string };

/** How Bonafide stands here, for whoever administers or helps. Nothing of what was read, and nobody's name. */
export interface Diagnosis extends EffectiveSettings {
  /** ISO 8601. */
  readonly at: string;
  readonly extension: string;
  /** `admin`: put here by a policy. As the browser says it. */
  readonly installed: string;
  readonly browser: string;
  readonly language: string;
  readonly policy: PolicyState;
  readonly packs: Part<readonly PackState[]>;
  /** Undefined where no policy names a collector. */
  readonly events: Part<EventsState | undefined>;
  readonly access: Part<Access>;
  /** Newest first. */
  readonly troubles: readonly (Trouble & { readonly topic: Topic })[];
}

export async function readDiagnosis(): Promise<Diagnosis> {
  // What the browser says, however late: what is remembered of a policy stands here only where the browser cannot say it.
  const settings = await settledSettings().catch(readSettings);
  const [policy, packs, events, access, troubles, installed] = await Promise.all([
    readPolicyState(), part(ask('packs', {})), part(ask('events', {}).then((preview) => preview?.state)), part(readAccess()), readTroubles(), installedBy(),
  ]);
  return {
    ...settings, at: new Date().toISOString(), extension: browser.runtime.getManifest().version, installed, browser: navigator.userAgent,
    language: browser.i18n.getUILanguage(), policy, packs, events, access, troubles,
  };
}

const part = <T>(found: Promise<T>): Promise<Part<T>> => found.then((is) => ({ is }), (error: Error) => ({ fault: error.message }));

async function readTroubles(): Promise<Diagnosis['troubles']> {
  const kept = (await browser.storage.local.get(topics.map((topic) => `trouble-${topic}`))) as Record<string, Trouble | undefined>;
  const troubles = topics.flatMap((topic) => { const trouble = kept[`trouble-${topic}`]; return trouble ? [{ topic, ...trouble }] : []; });
  return troubles.sort((one, other) => (one.at < other.at ? 1 : -1));
}

/** Needs no permission: it is about oneself. */
async function installedBy(): Promise<string> {
  try {
    return (await browser.management.getSelf()).installType;
  } catch {
    return 'unknown';
  }
}
