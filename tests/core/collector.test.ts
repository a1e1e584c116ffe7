import { describe, expect, it } from 'vitest';
import { collectorOf } from '../../utils/core/collector.ts';

const policy = { eventsEndpoint: 'https://collector.example', eventsProtocol: 'otlp-json', eventsToken: '' } as const;

describe('collector', () => {
  it('is none without an address', () => {
    expect(collectorOf({ ...policy, eventsEndpoint: '' })).toBeUndefined();
  });

  it('has the path of its protocol where the address has none', () => {
    const address = (change: object) => collectorOf({ ...policy, ...change })!.address;
    expect(address({})).toBe('https://collector.example/v1/logs');
    expect(address({ eventsProtocol: 'splunk-hec', eventsEndpoint: 'https://splunk.example:8088/' })).toBe('https://splunk.example:8088/services/collector/event');
    expect(address({ eventsEndpoint: 'https://collector.example/otlp?tenant=a' })).toBe('https://collector.example/otlp?tenant=a');
  });

  it('says the token as the protocol wants it', () => {
    const authorization = (change: object) => collectorOf({ ...policy, eventsToken: 'abc', ...change })!.authorization;
    expect(authorization({})).toBe('Bearer abc');
    expect(authorization({ eventsProtocol: 'splunk-hec' })).toBe('Splunk abc');
    expect(authorization({ eventsToken: 'Basic abc=' })).toBe('Basic abc=');
    expect(authorization({ eventsToken: '' })).toBeUndefined();
  });
});
