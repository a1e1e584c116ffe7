import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { surfacesDoc, surfacesDocPath } from '../../scripts/surfaces-doc.mts';
import { reasonsIn } from '../../scripts/surfaces/reasons.mts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';

const folder = mkdtempSync(join(tmpdir(), 'surfaces-'));
const reasonsOf = (source: string) => {
  writeFileSync(join(folder, 'one.ts'), source);
  return reasonsIn('one', folder);
};

describe('docs/surfaces.md', () => {
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is current (npm run surfaces makes it so)', () => {
    expect(readFileSync(surfacesDocPath, 'utf8')).toBe(surfacesDoc(surfaces));
  });

  it('has a chapter for every surface', () => {
    expect(readFileSync(surfacesDocPath, 'utf8').match(/^## .*$/gm)).toEqual(surfaces.map(({ id }) => `## ${id}`));
  });

  it('takes the comment behind a candidate, else the line above it', () => {
    const look = reasonsOf(`  name: [\n    'a[href="//x"]', // seen in 2024\n    // seen in 2020\n    '.b',\n  ],\n  one: ['.c'], // alone`);
    expect(look('name', ['a[href="//x"]', '.b'])).toEqual(['seen in 2024', 'seen in 2020']);
    expect(look('one', ['.c'])).toEqual(['alone']);
  });

  it('takes the list of the fact\'s own name where selectors repeat', () => {
    const look = reasonsOf(`  name: [\n    'h1', // a name\n  ],\n  title: [\n    'h1', // a title\n  ],`);
    expect(look('title', ['h1'])).toEqual(['a title']);
    expect(look('other', ['h1'])).toEqual(['a name']);
  });

  it('refuses a candidate without a reason and names file and selector', () => {
    const look = reasonsOf(`  name: [\n    'h1',\n  ],`);
    expect(() => look('name', ['h1'])).toThrow(/one\.ts: the candidate h1 of "name" has no reason/);
  });

  it('refuses several candidates on one line', () => {
    const look = reasonsOf(`  name: ['h1', 'h2'], // both`);
    expect(() => look('name', ['h1', 'h2'])).toThrow(/one literal a line/);
  });
});
