import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../../utils/core/scan-json.ts';

const scan = (text: string) => scanJson(new TextEncoder().encode(text));
const depthOf = (value: unknown): number => (typeof value === 'object' && value !== null ? 1 + Math.max(0, ...Object.values(value).map(depthOf)) : 0);
const countOf = (value: unknown): number => 1 + (typeof value === 'object' && value !== null ? Object.values(value).map(countOf).reduce((a, b) => a + b, 0) : 0);

describe('scan-json', () => {
  it('counts as deep as a parser would nest', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(scan(JSON.stringify(value)).depth).toBe(depthOf(value)); }));
  });

  it('never counts less than half of the values', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => { expect(scan(JSON.stringify(value)).values * 2).toBeGreaterThanOrEqual(countOf(value)); }));
  });

  it('reads no brackets in texts, nor quotes behind a backslash', () => {
    expect(scan(String.raw`["[[{,,\"[[", "\\"]`)).toEqual({ depth: 1, values: 3 });
  });
});
