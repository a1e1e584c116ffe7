import { describe, expect, it } from 'vitest';
import { parseScript } from '../../../utils/inspect/javascript/parse-script.ts';

const withKey = (key: string, value: unknown): unknown[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]) => [...(name === key && one !== undefined && one !== null ? [one] : []), ...withKey(key, one)]);
};

describe('parse-script', () => {
  const tree = parseScript('a.ts', "const f = (a: Map<string, number>): void => { run('\\x61' + a); };");

  it('keeps where each part begins', () => expect(tree!.program.body.map(({ start }) => start)).toEqual([0]));
  it('keeps no lines, columns or types: nobody reads them, and they are half of the memory', () => {
    expect(['loc', 'typeAnnotation', 'returnType', 'extra'].flatMap((key) => withKey(key, tree))).toEqual([]);
  });
  it('keeps what a text means', () => expect(JSON.stringify(tree)).toContain('"value":"a"'));
  it('reads nothing of what is no program', () => expect(parseScript('a.js', 'a (((')).toBeUndefined());
});
