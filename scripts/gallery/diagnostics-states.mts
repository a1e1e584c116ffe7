import type { EventsPreview } from '../../utils/platform/events-state.ts';
import type { PackState } from '../../utils/platform/pack-states.ts';
import type { OwnState } from './own-states.mts';

const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

const fresh: PackState = { id: 'base', source: 'bundled', version: 1, issued: inDays(-9), state: 'off' };
const packs: readonly PackState[] = [
  { id: 'base', source: 'public', version: 41, issued: inDays(-44), expires: inDays(-2), checkedAt: inDays(-38), nextAt: inDays(0.2), state: 'stale', kind: 'expired', fault: 'The signatures of this pack ran out.', previous: 40 },
  { id: 'birchline', source: 'private', version: 7, issued: inDays(-1), expires: inDays(13), checkedAt: inDays(-0.1), nextAt: inDays(0.4), state: 'fresh' },
];
const events: EventsPreview = {
  example: '{}',
  state: {
    host: 'collector.birchline.example', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: true, waiting: 1_284, dropped: 12,
    lastSent: { at: inDays(-7), count: 3 }, lastFault: { at: inDays(0), kind: 'portal', status: 200 },
  },
};

/** All an organisation can set, and some of it wrong. */
const managed = {
  orgName: 'Birchline Health', orgDomains: ['birchline.example'], placement: 'toolbar', lockedSettings: ['placement'], rememberPhotosDays: 30, minimumLevel: 'sometimes',
  trustedDomains: Array.from({ length: 12 }, (_, at) => `agency-${at}.example`), blockedDomains: ['calm-harbour.example'], blockedProfiles: ['https://www.linkedin.com/in/kim-stone', 'Kim Stone'],
  warningText: 'Ask before you run anything.', securityContact: 'mailto:security@birchline.example', eventsEndpoint: 'https://collector.birchline.example/v1/logs', eventsToken: 'hush', shoeSize: 43,
};

/** The page for administrators. */
export const diagnosticsStates: readonly OwnState[] = [
  { show: 'diagnostics', state: 'no-policy', made: () => ({ permissions: ['*'], answers: { packs: [fresh] } }) },
  { show: 'diagnostics', state: 'policy-with-faults', made: () => ({ permissions: ['*'], managed, local: { imageSearch: 'tineye' }, answers: { packs: [packs[1]!], events } }) },
  {
    show: 'diagnostics', state: 'stale-pack-dead-collector',
    made: () => ({ managed, local: { 'trouble-photos': { at: inDays(-1), sentence: 'The disk is full, so a photo was compared and not remembered.' } }, answers: { packs, events } }),
  },
];
