import type { SurfaceId } from './facts.ts';
import type { Severity } from './rule.ts';
import type { Level } from './score.ts';

/**
 * What an organisation is told: one flat object (docs/events.md says each field and why). The types let nothing in that a person wrote:
 * there is no field for a text, and everything that could carry one is a word of ours, a number, an id of a rule or a domain.
 */
export type Event = Readonly<Record<string, string | number | boolean | readonly string[]>>;
export const eventTypes = ['finding', 'user_override', 'rules_stale', 'policy_error', 'heartbeat'] as const;
export type EventType = (typeof eventTypes)[number];
/** Kinds of what is told in Mozilla's words (data_collection_permissions): ids of rules speak of messages, and the site of where somebody was. */
export const toldKinds = ['personalCommunications', 'browsingActivity', 'technicalAndInteraction'] as const;
export type ToldLevel = Exclude<Level, 'none'>;

/** True of every event of one browser at one moment. */
export interface Teller {
  /** UUIDv7 of the rounded time. */
  readonly id: string;
  /** Milliseconds since 1970, rounded (`roundedTime`). */
  readonly time: number;
  readonly version: string;
  /** Name and major version: `firefox 153`. */
  readonly browser: string;
  readonly install: string;
  /** `id@version` of the packs that judge. */
  readonly packs: readonly string[];
  readonly tenant?: string;
  /** Given by the policy, and only where it asks for the `standard` fields. */
  readonly device?: string;
}

/** What was found, without what it was found in. */
export interface ToldFinding {
  /** Id of the event that told it first. */
  readonly uid: string;
  readonly level: ToldLevel;
  readonly site: string;
  readonly rules: readonly string[];
}
export interface FindingWords extends ToldFinding {
  readonly isUpdate: boolean;
  /** 0 to 1. */
  readonly score: number;
  readonly strongest: Severity;
  readonly shown: 'page' | 'button';
  readonly senderDomain?: string;
  readonly linkDomains?: readonly string[];
}

/** The release of OCSF whose names are used. */
const ocsf = '1.4.0';
/** More ids, or domains, say nothing more of an attack; and an event stays below 4 KB. */
export const mostRules = 20;
export const mostDomains = 10;
const minute = 60_000;

/** Minutes are all a reader of events needs, and seconds would tell where a person was at that moment. */
export const roundedTime = (ms: number): number => Math.floor(ms / minute) * minute;

/** The site of a surface, as people name it: not whether it was a mail of this or that kind, a message or an invitation. */
export const siteNamed = (surface: SurfaceId): string => surface.split('-')[0]!;

const severities: Readonly<Record<ToldLevel, number>> = { notice: 2, caution: 3, danger: 4 };
const confidenceOf = (score: number) => (score < 0.6 ? 1 : score < 0.9 ? 2 : 3);

export function findingEvent(teller: Teller, found: FindingWords): Event {
  const isProof = found.level === 'danger' && found.strongest === 'critical';
  return {
    ...head(teller, 'finding', { class: 2004, activity: found.isUpdate ? 2 : 1, severity: isProof ? 5 : severities[found.level] }),
    ...control(found.uid, true, 19),
    confidence_id: confidenceOf(found.score),
    ...words(found),
    'bonafide.shown': found.shown,
    ...tail(teller),
    ...(found.senderDomain && { 'bonafide.sender_domain': found.senderDomain }),
    ...(found.linkDomains?.length && { 'bonafide.link_domains': sorted(found.linkDomains, mostDomains) }),
  };
}

/** The person marked what was told as not a problem. */
export const overrideEvent = (teller: Teller, found: ToldFinding, scope: string): Event => ({
  ...head(teller, 'user_override', { class: 2004, activity: 3, severity: severities[found.level] }),
  ...control(found.uid, false, 10),
  ...words(found),
  'bonafide.scope': scope,
  ...tail(teller),
});

/** Of Bonafide itself, not of anything that was read. */
export const stateEvent = (teller: Teller, type: Exclude<EventType, 'finding' | 'user_override'>, said: Event): Event => ({
  ...head(teller, type, { class: 0, activity: 99, severity: type === 'heartbeat' ? 1 : 3 }), activity_name: type, ...said, ...tail(teller),
});

const standardFields: ReadonlySet<string> = new Set(['device.name', 'bonafide.sender_domain', 'bonafide.link_domains']);
/** The event without what only `standard` tells: one made under an earlier policy may still carry it. */
export const minimalEvent = (event: Event): Event => Object.fromEntries(Object.entries(event).filter(([field]) => !standardFields.has(field)));

interface Classes { readonly class: number; readonly activity: number; readonly severity: number }

const head = ({ id, time, version, tenant }: Teller, type: EventType, is: Classes): Event => ({
  'event.id': id, 'event.type': type, time,
  class_uid: is.class, category_uid: Math.floor(is.class / 1000), activity_id: is.activity, type_uid: is.class * 100 + is.activity, severity_id: is.severity,
  'metadata.version': ocsf, 'metadata.product.name': 'Bonafide', 'metadata.product.vendor_name': 'Bonafide', 'metadata.product.version': version,
  ...(tenant && { 'metadata.tenant_uid': tenant }),
});

/** Profile Security Control: watched (3), and an alert (19) or exonerated (10). */
const control = (uid: string, isAlert: boolean, disposition: number): Event => ({
  'metadata.profiles': ['security_control'], 'finding_info.uid': uid, is_alert: isAlert, action_id: 3, disposition_id: disposition,
});

const words = ({ level, site, rules }: ToldFinding): Event => ({ 'bonafide.level': level, 'bonafide.site': site, 'bonafide.rules': sorted(rules, mostRules) });

const tail = ({ packs, browser, install, device }: Teller): Event => ({
  'bonafide.packs': packs, 'bonafide.browser': browser, 'bonafide.install': install, ...(device && { 'device.name': device }),
});

const sorted = (texts: readonly string[], most: number): string[] => [...new Set(texts)].sort().slice(0, most);
