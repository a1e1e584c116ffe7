import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { archiveSentences } from '../../entrypoints/inspect/archive-words.ts';
import { skipSentences } from '../../utils/inspect/say-skipped.ts';

const english = parse(readFileSync('assets/locales/en.yml', 'utf8')) as Record<string, Record<string, string>>;

describe('the words for archives', () => {
  it('are there for every sentence that refuses one', () => {
    const folder = 'utils/inspect/archive';
    const told = [...readFileSync('utils/inspect/nothing-read.ts', 'utf8').matchAll(/('(?:is|may|holds) [^']+')/g)];
    const thrown = [...told, ...readdirSync(folder).flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/new (?:ArchiveError|UnreadArchive)\(([^;]*)\);/g)])]
      .flatMap(([, given]) => [...given!.matchAll(/'((?:is|may|holds) [^']+)'/g)].map(([, sentence]) => sentence));
    expect(thrown.length).toBeGreaterThan(4);
    expect(thrown.filter((sentence) => !(Object.values(archiveSentences) as string[]).includes(sentence!))).toEqual([]);
  });

  it('are in the interface, by the same keys', () => {
    expect(Object.keys(english['archive']!).sort()).toEqual([...Object.keys(archiveSentences), 'notLookedInto'].sort());
  });

  it('are there for every reason not to look at something', () => {
    expect(Object.keys(english['skipped']!).sort()).toEqual(Object.keys(skipSentences).map((reason) => reason.replaceAll(' ', '_')).sort());
  });
});
