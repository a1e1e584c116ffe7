import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeHec } from '../../utils/core/encode-hec.ts';
import { encodeOtlp } from '../../utils/core/encode-otlp.ts';
import { findingEvent, overrideEvent, stateEvent, type Event } from '../../utils/core/event.ts';
import { readOtlpRequest } from '../fleet/otlp-request.ts';
import { found, teller } from './made-finding.ts';

const finding = findingEvent(teller, found);
const all = [finding, overrideEvent(teller, found, 'message'), stateEvent(teller, 'heartbeat', { 'bonafide.waiting': 0 }), stateEvent(teller, 'policy_error', { 'bonafide.keys': ['orgName'] })];
const records = (events: readonly Event[]) => JSON.parse(encodeOtlp(events, '0.1.0')).resourceLogs[0].scopeLogs[0].logRecords as Record<string, unknown>[];

describe('encode-otlp', () => {
  it('makes what the official definitions read back to the letter', () => {
    expect(readOtlpRequest(encodeOtlp(all, '0.1.0')).map(({ event }) => event)).toEqual(all);
  });

  it('loses nothing of any value, whatever stands in it', () => {
    const value = fc.oneof(fc.string(), fc.boolean(), fc.integer(), fc.maxSafeNat(), fc.array(fc.string(), { minLength: 1 }));
    const event = fc.dictionary(fc.stringMatching(/^bonafide\.[a-z_]{1,9}$/), value).map((said): Event => ({ ...finding, ...said }));
    fc.assert(fc.property(fc.array(event, { minLength: 1, maxLength: 3 }), (events) => {
      expect(readOtlpRequest(encodeOtlp(events, '0.1.0')).map((read) => read.event)).toEqual(events);
    }));
  });

  it('writes time in nanoseconds without arithmetic on what numbers cannot hold', () => {
    expect(records([finding])[0]).toMatchObject({ timeUnixNano: '1772445600000000000', observedTimeUnixNano: '1772445600000000000' });
  });

  it('gives each event the severity of its kind and its type as body', () => {
    const said = records([...all, findingEvent(teller, { ...found, level: 'caution' }), findingEvent(teller, { ...found, level: 'notice' })]);
    expect(said.map(({ severityNumber, severityText, body }) => [severityNumber, severityText, (body as { stringValue: string }).stringValue])).toEqual([
      [17, 'danger', 'finding'], [17, 'danger', 'user_override'], [9, 'none', 'heartbeat'], [13, 'none', 'policy_error'], [13, 'caution', 'finding'], [9, 'notice', 'finding'],
    ]);
  });
});

describe('encode-hec', () => {
  it('makes one object of each event, with the time in seconds', () => {
    expect(encodeHec(all).split('\n').map((line) => JSON.parse(line))).toEqual(
      all.map((event) => ({ time: 1772445600, source: 'bonafide', sourcetype: 'bonafide:event', event })),
    );
  });

  it('keeps line breaks of a value out of the lines', () => {
    expect(encodeHec([{ ...finding, 'device.name': 'a\nb' }]).split('\n')).toHaveLength(1);
  });
});
