import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildWords } from '../../utils/cli/build-words.ts';
import { hashOfSentence, sentencesOfRule } from '../../utils/cli/translated-from.ts';

const rule = { id: 'a-rule', title: 'A title', why: 'Why so.', rationale: 'For a reason.', normal: 'As usual.', advice: 'Do it.' };

describe('buildWords', () => {
  let assets: string;
  const write = (folder: string, value: object) => {
    mkdirSync(join(assets, folder));
    writeFileSync(join(assets, folder, 'de.json'), JSON.stringify(value));
  };
  beforeEach(() => { assets = mkdtempSync(join(tmpdir(), 'bonafide-words-')); });
  afterEach(() => rmSync(assets, { recursive: true }));

  it('carries the words of rules there are, and none of others', () => {
    write('rule-words', { rules: { 'a-rule': { title: 'Ein Titel' }, gone: { title: 'Weg' } } });
    expect(buildWords(assets, [rule])).toEqual([{ language: 'de', rules: { 'a-rule': { title: 'Ein Titel' } } }]);
  });

  it('leaves out a sentence whose English was changed since', () => {
    write('rule-words', { rules: { 'a-rule': { title: 'Ein Titel', why: 'Darum.' } } });
    write('translated-from', { rules: { 'a-rule': sentencesOfRule.map((name) => hashOfSentence(name === 'why' ? 'Why it was.' : rule[name])).join(' ') }, values: {}, interface: {} });
    expect(buildWords(assets, [rule])[0]!.rules).toEqual({ 'a-rule': { title: 'Ein Titel' } });
  });

  it('has nothing to carry where nobody translated', () => {
    expect(buildWords(assets, [rule])).toEqual([]);
  });

  it('names the file and the place that does not fit', () => {
    write('rule-words', { rules: { 'a-rule': { heading: 'Ein Titel' } } });
    expect(() => buildWords(assets, [rule])).toThrow(/de\.json does not fit the format of words/);
  });
});
