import { bundledAlone, events, inDays, packs } from './fleet-answers.mts';
import type { OwnState } from './own-states.mts';

/** All an organisation can set, and some of it wrong. */
const managed = {
  orgName: 'Birchline Health', orgDomains: ['birchline.example'], placement: 'toolbar', lockedSettings: ['placement'], rememberPhotosDays: 30, minimumLevel: 'sometimes',
  trustedDomains: Array.from({ length: 12 }, (_, at) => `agency-${at}.example`), blockedDomains: ['calm-harbour.example'], blockedProfiles: ['https://www.linkedin.com/in/kim-stone', 'Kim Stone'],
  warningText: 'Ask before you run anything.', securityContact: 'mailto:security@birchline.example', eventsEndpoint: 'https://collector.birchline.example/v1/logs', eventsToken: 'hush', shoeSize: 43,
};

/** The page for administrators. */
export const diagnosticsStates: readonly OwnState[] = [
  { show: 'diagnostics', state: 'no-policy', made: () => ({ permissions: ['*'], answers: { packs: [bundledAlone] } }) },
  { show: 'diagnostics', state: 'policy-with-faults', made: () => ({ permissions: ['*'], managed, local: { imageSearch: 'tineye' }, answers: { packs: [packs[1]!], events } }) },
  {
    show: 'diagnostics', state: 'stale-pack-dead-collector',
    made: () => ({ managed, local: { 'trouble-photos': { at: inDays(-1), sentence: 'The disk is full, so a photo was compared and not remembered.' } }, answers: { packs, events } }),
  },
];
