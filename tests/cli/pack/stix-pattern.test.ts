import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPattern } from '../../../utils/cli/pack/stix-pattern.ts';

const valuesOf = (pattern: string) => {
  const reading = readPattern(pattern);
  return 'values' in reading ? reading.values.map(({ kind, value }) => [kind, value]) : reading.left;
};

describe('readPattern', () => {
  it.each([
    ["[domain-name:value = 'a.example']", [['host', 'a.example']]],
    ["[ url:value='https://a.example/b' ]", [['url', 'https://a.example/b']]],
    ["[domain-name:value = 'a.example' OR domain-name:value = 'b.example']", [['host', 'a.example'], ['host', 'b.example']]],
    ["[domain-name:value = 'a.example'] OR [email-addr:value = 'a@b.example']", [['host', 'a.example'], ['mail', 'a@b.example']]],
    ["([ipv4-addr:value = '192.0.2.1'] OR [ipv6-addr:value = '2001:db8::1'])", [['host', '192.0.2.1'], ['host', '2001:db8::1']]],
    ["[domain-name:value IN ('a.example', 'b.example')]", [['host', 'a.example'], ['host', 'b.example']]],
    ["[(url:value = 'https://a.example/it\\'s')]", [['url', "https://a.example/it's"]]],
    ["[file:hashes.'SHA-256' = 'aa']", [[undefined, 'aa']]],
  ])('reads %s', (pattern, values) => {
    expect(valuesOf(pattern)).toEqual(values);
  });

  it.each([
    ["[domain-name:value = 'a.example' AND url:value = 'https://a.example']", /several things at once/],
    ["[domain-name:value = 'a.example'] AND [domain-name:value = 'b.example']", /several things at once/],
    ["[domain-name:value = 'a.example'] FOLLOWEDBY [domain-name:value = 'b.example']", /several things at once/],
    ["[domain-name:value LIKE '%.example']", /at LIKE/],
    ["[domain-name:value != 'a.example']", /at !=/],
    ["[domain-name:value NOT = 'a.example']", /at NOT/],
    ["[domain-name:value = 'a.example'] WITHIN 5 SECONDS", /outside/],
    ["[domain-name:value = 5]", /outside/],
    ["[domain-name:value = 'a.example'", /its end/],
    ['', /its end/],
  ])('leaves %s, and says why', (pattern, reason) => {
    expect(valuesOf(pattern)).toMatch(reason);
  });

  it('answers any text without throwing', () => {
    const part = fc.constantFrom('[', ']', '(', ')', 'domain-name:value', '=', "'a'", 'OR', 'AND', 'IN', ',', ' ', '\\', "'");
    fc.assert(fc.property(fc.array(part).map((parts) => parts.join('')), (pattern) => {
      readPattern(pattern);
    }));
  });

  it('does not take long over a hostile text', () => {
    const started = performance.now();
    for (const text of ["'\\".repeat(30_000), '('.repeat(90_000), 'a'.repeat(90_000), ' '.repeat(90_000) + '!']) readPattern(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
