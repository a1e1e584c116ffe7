import { browser } from 'wxt/browser';
import { findingEvent, minimalEvent, roundedTime, type Event, type FindingWords, type Teller } from '../core/event.ts';
import { browserName } from '../core/browser-name.ts';
import type { Level } from '../core/score.ts';
import type { Settings } from '../core/settings-schema.ts';
import { eventsPolicy, type EventsPolicy } from './events-policy.ts';
import { readRecord, type EventsFault } from './events-record.ts';
import { countWaiting, nextEvent } from './outbox.ts';

/** How the telling of events stands, for settings and diagnostics. */
export interface EventsState {
  /** Host of the collector. */
  readonly host: string;
  readonly protocol: Settings['eventsProtocol'];
  readonly fields: Settings['eventsFields'];
  /** From this level on. */
  readonly least: Level;
  /** False while Firefox waits for consent: nothing is kept or sent. */
  readonly isAllowed: boolean;
  readonly waiting: number;
  /** Since the last heartbeat. */
  readonly dropped: number;
  /** ISO 8601. */
  readonly lastSent?: { readonly at: string; readonly count: number };
  readonly lastFault?: EventsFault;
}
/** The same with requests of one event each, as the collector gets them: of a finding that is made up, of what is sent next, and of what was sent last. */
export interface EventsPreview { readonly state: EventsState; readonly example: string; readonly next?: string; readonly last?: string }

/** Undefined where no policy wants events. */
export async function eventsPreview(): Promise<EventsPreview | undefined> {
  const policy = await eventsPolicy();
  if (!policy) return undefined;
  const [state, { lastSent }, next] = await Promise.all([stateUnder(policy), readRecord(), nextEvent()]);
  const version = browser.runtime.getManifest().version;
  const text = (event: Event) => policy.collector.encode([event], version);
  return { state, example: text(exampleEvent(policy.values, version)), ...(next && { next: text(policy.values.eventsFields === 'minimal' ? minimalEvent(next) : next) }), ...(lastSent && { last: text(lastSent.event) }) };
}

async function stateUnder({ collector, values, least, isAllowed }: EventsPolicy): Promise<EventsState> {
  const [waiting, { dropped, lastSent, lastFault }] = await Promise.all([countWaiting(), readRecord()]);
  return {
    host: new URL(collector.address).host, protocol: values.eventsProtocol, fields: values.eventsFields, least, isAllowed, waiting, dropped,
    ...(lastSent && { lastSent: { at: lastSent.at, count: lastSent.count } }), ...(lastFault && { lastFault }),
  };
}

/** A finding nobody had, told as this policy would have it told. */
function exampleEvent({ tenantId, eventsFields, eventsDeviceLabel }: Settings, version: string): Event {
  const isStandard = eventsFields === 'standard';
  const id = '00000000-0000-7000-8000-000000000000';
  const teller: Teller = {
    id, time: roundedTime(Date.now()), version, browser: browserName(navigator.userAgent), install: '00000000-0000-4000-8000-000000000000', packs: ['base@1'],
    tenant: tenantId || undefined, device: (isStandard && eventsDeviceLabel) || undefined,
  };
  const found: FindingWords = {
    uid: id, level: 'danger', site: 'linkedin', rules: ['command-to-fix-camera'], isUpdate: false, score: 0.95, strongest: 'critical', shown: 'page',
    ...(isStandard && { linkDomains: ['talent-interviews.example'] }),
  };
  return findingEvent(teller, found);
}
