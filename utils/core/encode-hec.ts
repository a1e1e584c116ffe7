import type { Event } from './event.ts';

/** A batch of events for Splunk's HTTP Event Collector: one object after another, `time` in seconds. */
export const encodeHec = (events: readonly Event[]): string => events.map((event) =>
  JSON.stringify({ time: Number(event['time']) / 1000, source: 'bonafide', sourcetype: 'bonafide:event', event })).join('\n');
