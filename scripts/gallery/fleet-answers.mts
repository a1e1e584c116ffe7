import { randomBytes } from 'node:crypto';
import { encodeOtlp } from '../../utils/core/encode-otlp.ts';
import { findingEvent } from '../../utils/core/event.ts';
import { uuidSeven } from '../../utils/core/uuid-seven.ts';
import type { EventsPreview } from '../../utils/platform/events-state.ts';
import type { PackState } from '../../utils/platform/pack-states.ts';

export const inDays = (count: number) => new Date(Date.now() + count * 86_400_000).toISOString();

/** The rules inside the extension, and no place to fetch newer ones from. */
export const bundledAlone: PackState = { id: 'base', source: 'bundled', version: 1, issued: inDays(-9), state: 'off' };
export const packs: readonly PackState[] = [
  { id: 'base', source: 'public', version: 41, issued: inDays(-44), expires: inDays(-2), checkedAt: inDays(-38), nextAt: inDays(0.2), state: 'stale', kind: 'expired', fault: 'The signatures of this pack ran out.', previous: 40 },
  { id: 'birchline', source: 'private', version: 7, issued: inDays(-1), expires: inDays(13), checkedAt: inDays(-0.1), nextAt: inDays(0.4), state: 'fresh' },
];
const now = Math.floor(Date.now() / 60_000) * 60_000;
const id = uuidSeven(now, randomBytes(10));
const example = encodeOtlp([findingEvent(
  { id, time: now, version: '0.1.0', browser: 'chrome 156', install: 'f3b1c2d4-0a5e-4b6f-8c7d-9e0f1a2b3c4d', packs: ['base@41', 'birchline@7'] },
  { uid: id, isUpdate: false, level: 'danger', score: 0.9, strongest: 'high', site: 'linkedin', shown: 'page', rules: ['command-to-paste-in-terminal'] },
)], '0.1.0');

export const events: EventsPreview = {
  example, next: example,
  state: {
    host: 'collector.birchline.example', protocol: 'otlp-json', fields: 'minimal', least: 'danger', isAllowed: true, waiting: 1_284, dropped: 12,
    lastSent: { at: inDays(-7), count: 3 }, lastFault: { at: inDays(0), kind: 'portal', status: 200 },
  },
};
