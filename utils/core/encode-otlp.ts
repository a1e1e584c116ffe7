import type { Event } from './event.ts';

/**
 * A batch of events as an OTLP/HTTP JSON request (opentelemetry-proto 1.x, ExportLogsServiceRequest in the JSON mapping: lowerCamelCase names, 64-bit numbers as
 * decimal strings, enums as numbers). Written by hand: the official exporter is 45 kB and keeps its batch in memory, where a worker loses
 * it; tests decode what is made here with the official definitions.
 */
export function encodeOtlp(events: readonly Event[], version: string): string {
  const resource = { attributes: attributesOf({ 'service.name': 'bonafide', 'service.version': version }) };
  return JSON.stringify({ resourceLogs: [{ resource, scopeLogs: [{ scope: { name: 'bonafide.events', version: '1' }, logRecords: events.map(recordOf) }] }] });
}

/** INFO, WARN, ERROR of OTLP by OCSF's severity. */
const severityNumber = (severity: unknown) => (severity === 1 || severity === 2 ? 9 : severity === 3 ? 13 : 17);

function recordOf({ time, ...said }: Event) {
  // Nanoseconds are beyond the numbers JSON can carry, and whole milliseconds need no arithmetic.
  const nano = `${time}000000`;
  return {
    timeUnixNano: nano, observedTimeUnixNano: nano,
    severityNumber: severityNumber(said['severity_id']), severityText: said['bonafide.level'] ?? 'none',
    body: { stringValue: said['event.type'] }, attributes: attributesOf(said),
  };
}

const attributesOf = (said: Event) => Object.entries(said).map(([key, value]) => ({ key, value: valueOf(value) }));

function valueOf(value: Event[string]): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  return { arrayValue: { values: value.map((stringValue) => ({ stringValue })) } };
}
