import { isDeepStrictEqual } from 'node:util';
import root from '@opentelemetry/otlp-transformer/build/src/generated/root.js';
import type { Type } from 'protobufjs';

export interface DecodedEvent { readonly id: string; readonly type: string; readonly event: Readonly<Record<string, unknown>> }

/** Made of the official definitions by their own project, which gives them no types. */
type Messages = Readonly<Record<'ExportLogsServiceRequest' | 'ExportLogsServiceResponse', Type>>;
const { opentelemetry } = root as unknown as { opentelemetry: { proto: { collector: { logs: { v1: Messages } } } } };
const { ExportLogsServiceRequest, ExportLogsServiceResponse } = opentelemetry.proto.collector.logs.v1;

/** What a collector answers when it took all. */
export const accepted = JSON.stringify(ExportLogsServiceResponse.toObject(ExportLogsServiceResponse.fromObject({})));

/**
 * Events of an OTLP/HTTP JSON request, by the official definitions: through the binary form and back it must be the very same JSON, so that nothing in it
 * is unknown to them, misspelt or of another type. Throws with what differs.
 */
export function readOtlpRequest(text: string): DecodedEvent[] {
  const json = JSON.parse(text) as object;
  const fault = ExportLogsServiceRequest.verify(ExportLogsServiceRequest.fromObject(json));
  if (fault) throw new Error(`The request does not fit its definition: ${fault}`);
  const bytes = ExportLogsServiceRequest.encode(ExportLogsServiceRequest.fromObject(json)).finish();
  const back = ExportLogsServiceRequest.toObject(ExportLogsServiceRequest.decode(bytes), { longs: String, json: true }) as Request;
  if (!isDeepStrictEqual(JSON.parse(JSON.stringify(back)), json)) throw new Error(`The request is another one after decoding: ${JSON.stringify(back).slice(0, 2000)}`);
  return back.resourceLogs.flatMap(({ scopeLogs }) => scopeLogs).flatMap(({ logRecords }) => logRecords).map(eventOf);
}

interface Value { readonly stringValue?: string; readonly intValue?: string; readonly boolValue?: boolean; readonly arrayValue?: { readonly values: Value[] } }
interface LogRecord { readonly timeUnixNano: string; readonly attributes: { readonly key: string; readonly value: Value }[] }
interface Request { readonly resourceLogs: { readonly scopeLogs: { readonly logRecords: LogRecord[] }[] }[] }

function eventOf({ timeUnixNano, attributes }: LogRecord): DecodedEvent {
  const event = Object.fromEntries([...attributes.map(({ key, value }) => [key, plain(value)]), ['time', Number(BigInt(timeUnixNano) / 1_000_000n)]]) as Record<string, unknown>;
  return { id: String(event['event.id']), type: String(event['event.type']), event };
}

const plain = ({ stringValue, intValue, boolValue, arrayValue }: Value): unknown =>
  stringValue ?? (intValue === undefined ? undefined : Number(intValue)) ?? boolValue ?? arrayValue?.values.map(plain);
