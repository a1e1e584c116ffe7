import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messages } from './english.ts';

const said = Object.entries(messages).map(([key, { message }]) => [key, message] as const);
const sources = ['components', 'entrypoints'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) => /\.tsx?$/.test(path)).map((path) => readFileSync(`${folder}/${path}`, 'utf8')));

describe('the words in en.yml', () => {
  it('call nothing safe and nobody names', () => {
    expect(said.filter(([, message]) => /\b(?:safe|verified by|scammers?|fake (?:person|profile|recruiters?))\b/i.test(message)
      && !/fake-recruiter attacks|never calls anything safe/.test(message))).toEqual([]);
  });

  it('hold every key that the pages name in full', () => {
    const named = sources.flatMap((source) => [...source.matchAll(/i18n\.t\('([\w.]+)'/g)].map(([, key]) => key!.replaceAll('.', '_')));
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((key) => !(key in messages))).toEqual([]);
  });

  it('keep the steps of first aid short enough to read in a fright', () => {
    const long = said.filter(([key]) => /^aid_[a-z]+\d$/.test(key)).flatMap(([, message]) => message.split(/(?<=[.!?]) /))
      .filter((sentence) => sentence.split(' ').length > 20);
    expect(long).toEqual([]);
  });
});
