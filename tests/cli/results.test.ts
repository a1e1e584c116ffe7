import { describe, expect, it } from 'vitest';
import { jsonLine } from '../../utils/cli/results.ts';

describe('jsonLine', () => {
  it('escapes what could steer a terminal and keeps the value', () => {
    const value = { name: 'a\u009b31m\u202eb\u{E0001}c', list: ['ü', 1, null] };
    const line = jsonLine(value);
    expect(line).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(line)).toEqual(value);
    expect(line).toContain('ü');
  });
});
