import { describe, expect, it } from 'vitest';
import { otherPrograms } from '../../../utils/inspect/other-languages/other-programs.ts';
import { shellScripts } from '../../../utils/inspect/other-languages/shell-scripts.ts';
import { seenBy } from '../sightings-of.ts';
import { followedOrdinary, followedTraps } from './followed-samples.ts';

const kindsIn = (path: string, text: string) => [...seenBy(otherPrograms, { [path]: text }), ...seenBy(shellScripts, { [path]: text })].map((seen) => seen.split(' ')[0]);

describe('follow-names', () => {
  it.each(followedTraps)('follows a name in %s', (_, path, text, kind) => {
    expect(kindsIn(path, text)).toContain(kind);
  });

  it.each(followedOrdinary)('is quiet about %s', (_, path, text) => {
    expect(kindsIn(path, text).filter((kind) => kind !== 'starts-process')).toEqual([]);
  });

  it('tells the line that runs it', () => {
    expect(seenBy(otherPrograms, { 'a.rb': `x = Net::HTTP.get(u)\n\ny = x\neval(y)\n` })).toEqual(['runs-fetched-text a.rb:4']);
  });

  it.each([['empty lines', '\n'.repeat(200_000)], ['brackets', '({'.repeat(100_000)], ['one long name', 'a'.repeat(300_000)], ['names without end', Array.from({ length: 20_000 }, (_, i) => `v${i} = v${i - 1}\n`).join('')]])('ends soon for %s', (_, text) => {
    const begin = performance.now();
    seenBy(otherPrograms, { 'a.rb': `x = Net::HTTP.get(u)\n${text}\neval(q)\n` });
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});
