import { describe, expect, it } from 'vitest';
import { meaningOf } from '../../utils/core/collector-answer.ts';

const kind = (status: number, body = '', type?: string) => meaningOf({ status, body, type }).kind;

describe('collector-answer', () => {
  it('takes any 2xx of a collector for taken', () => {
    expect([kind(200, '{}', 'application/json'), kind(200, '{"text":"Success","code":0}'), kind(202), kind(204), kind(200, 'ok', 'text/plain')]).toEqual(Array(5).fill('taken'));
  });

  it.each([408, 429, 502, 503, 504])('tries again after %d, in whatever words a proxy says it', (status) => {
    expect([kind(status), kind(status, '<html>busy</html>', 'text/html')]).toEqual(['again', 'again']);
  });

  it.each([401, 403, 404, 405, 407, 415])('waits for somebody to mend what answers %d', (status) => {
    expect(kind(status, '{}', 'application/json')).toBe('elsewhere');
  });

  it('does not take a login page for a collector', () => {
    expect([kind(200, '', 'text/html; charset=utf-8'), kind(200, '\n<!DOCTYPE html><title>Welcome</title>'), kind(400, '<html>', 'text/html'), kind(500, '<html>')]).toEqual(Array(4).fill('elsewhere'));
  });

  it('gives up what the collector calls wrong', () => {
    expect([kind(400, '{"message":"bad"}'), kind(422), kind(500, '', 'text/plain'), kind(501)]).toEqual(Array(4).fill('never'));
  });

  it('sends less at a time when it was too much, whoever says so', () => {
    expect([kind(413), kind(413, '<html>Request Entity Too Large</html>', 'text/html')]).toEqual(['smaller', 'smaller']);
  });

  it('counts what was refused of a batch', () => {
    const rejected = (body: string) => meaningOf({ status: 200, body });
    expect(rejected('{"partialSuccess":{"rejectedLogRecords":"3","errorMessage":"old"}}')).toEqual({ kind: 'taken', rejected: 3 });
    expect(rejected('{"partialSuccess":{"rejectedLogRecords":2}}')).toEqual({ kind: 'taken', rejected: 2 });
    for (const body of ['', '{', 'null', '[]', '{"partialSuccess":null}', '{"partialSuccess":{"rejectedLogRecords":-1}}', '{"partialSuccess":{"rejectedLogRecords":"many"}}']) {
      expect(rejected(body)).toEqual({ kind: 'taken', rejected: 0 });
    }
  });
});
