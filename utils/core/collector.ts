import { encodeHec } from './encode-hec.ts';
import { encodeOtlp } from './encode-otlp.ts';
import type { Event } from './event.ts';
import type { Settings } from './settings-schema.ts';

/** Where and how events are told. */
export interface Collector { readonly address: string; readonly authorization?: string; readonly encode: (events: readonly Event[], version: string) => string }

/** What a policy says of its collector; undefined when it has none. An address with a path is used as it is. */
export function collectorOf({ eventsEndpoint, eventsProtocol, eventsToken }: Pick<Settings, 'eventsEndpoint' | 'eventsProtocol' | 'eventsToken'>): Collector | undefined {
  const url = eventsEndpoint === '' ? null : URL.parse(eventsEndpoint);
  if (!url) return undefined;
  const isHec = eventsProtocol === 'splunk-hec';
  if (url.pathname === '/') url.pathname = isHec ? '/services/collector/event' : '/v1/logs';
  const scheme = isHec ? 'Splunk' : 'Bearer';
  return {
    address: url.href,
    // `Basic ...`, `Api-Token ...`: who writes the scheme means it.
    authorization: eventsToken === '' ? undefined : eventsToken.includes(' ') ? eventsToken : `${scheme} ${eventsToken}`,
    encode: isHec ? encodeHec : encodeOtlp,
  };
}
