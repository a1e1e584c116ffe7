import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityTime, gmailMessageTime, linkedinMessageTime } from '../../utils/core/identifier-time.ts';

const moment = fc.integer({ min: Date.UTC(2004, 0), max: Date.UTC(2090, 0) });

describe('identifier times', () => {
  it('reads Gmail\'s message ids, hexadecimal and decimal', () => {
    fc.assert(fc.property(moment, fc.bigInt(0n, (1n << 20n) - 1n), (ms, rest) => {
      const number = (BigInt(ms) << 20n) + rest;
      expect(gmailMessageTime(number.toString(16))).toBe(new Date(ms).toISOString());
      expect(gmailMessageTime(`#msg-f:${number}`)).toBe(new Date(ms).toISOString());
    }));
  });

  it('reads the id of an invitation that LinkedIn\'s documentation gives with its time, half a minute later', () => {
    expect(activityTime('urn:li:invitation:7030825461085577216')).toBe('2023-02-13T09:10:16.343Z');
  });

  it('reads LinkedIn\'s activity ids', () => {
    fc.assert(fc.property(fc.integer({ min: Date.UTC(2012, 0), max: Date.UTC(2060, 0) }), (ms) => {
      expect(activityTime(`urn:li:activity:${BigInt(ms) << 22n}`)).toBe(new Date(ms).toISOString());
    }));
  });

  it('reads LinkedIn\'s message urns', () => {
    const urn = `urn:li:msg_message:(urn:li:fsd_profile:x,2-${btoa('1795000000123b10001-100')})`;
    expect(linkedinMessageTime(urn)).toBe(new Date(1_795_000_000_123).toISOString());
  });

  it.each(['', 'x', 'urn:li:msg_message:(x,2-%%%)', 'ffff', '#msg-f:12'])('reads nothing from "%s"', (text) => {
    expect([gmailMessageTime(text), linkedinMessageTime(text), activityTime(text)]).toEqual([undefined, undefined, undefined]);
  });
});
