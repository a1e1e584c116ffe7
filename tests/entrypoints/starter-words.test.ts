import { describe, expect, it } from 'vitest';
import { starterWords } from '../../entrypoints/inspect/starter-words.ts';
import { speechOf } from '../../utils/core/speech.ts';
import type { Run } from '../../utils/inspect/run.ts';

const run = (by: string): Run => ({ moment: 'open', file: 'a', line: 1, command: 'x', by, targets: [] });
const speech = speechOf({ language: 'de', rules: {}, values: { by: { '* task': 'Aufgabe von *', 'build hook (*)': 'Build-Hook (*)', '*, which asks for it': '* (Anleitung)' } } });

describe('starterWords', () => {
  it('says what starts something as people are told of it, and leaves names alone', () => {
    const said = starterWords({ open: [run('VS Code task'), run('build hook (pip install)')], install: [], start: [run('npm start')], other: [] }, speech);
    expect([...said]).toEqual([['VS Code task', 'Aufgabe von VS Code'], ['build hook, pip install', 'Build-Hook (pip install)']]);
  });

  it('leaves to the page to say that instructions ask for it', () => {
    expect(starterWords({ open: [run('README.md, which asks for it')], install: [], start: [], other: [] }, speech).size).toBe(0);
  });
});
