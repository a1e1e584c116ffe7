import { describe, expect, it } from 'vitest';
import { readableList } from '../../utils/core/named-list.ts';
import type { ProjectCondition } from '../../utils/inspect/inspection-rule.ts';
import { compileProjectCondition } from '../../utils/inspect/project-condition.ts';
import { projectEvidence, type Links } from '../../utils/inspect/project-evidence.ts';
import type { Run } from '../../utils/inspect/run.ts';
import type { Sighting } from '../../utils/inspect/sighting.ts';
import { exampleSighting } from './rule-example.ts';

const lists = { 'reported-hosts': readableList(['bad.example'], 'host', true) };
const filesOf = (when: ProjectCondition, sightings: Partial<Sighting>[], runs: Run[] = [], imports: Links = new Map()) =>
  compileProjectCondition(when, lists)(projectEvidence(sightings.map(exampleSighting), runs, imports)).map(({ place }) => place.file);
const run = (more: Partial<Run>): Run => ({ moment: 'install', file: 'package.json', line: 3, command: 'node a.js', by: 'npm postinstall', targets: ['a.js'], ...more });

describe('compileProjectCondition', () => {
  it('points at every place of a kind', () => {
    expect(filesOf({ sees: 'obfuscated' }, [{ file: 'a.js' }, { file: 'b.js' }, { file: 'c.js', kind: 'hook-file' }])).toEqual(['a.js', 'b.js']);
  });

  it('asks when a file runs', () => {
    const when: ProjectCondition = { sees: 'obfuscated', at: ['open', 'install'] };
    expect(filesOf(when, [{ file: 'a.js', reached: ['install'] }, { file: 'b.js', reached: ['test'] }, { file: 'c.js' }])).toEqual(['a.js']);
  });

  it('finds nothing by a detail that was not seen, whichever way it is asked', () => {
    for (const where of [{ fact: 'host', is: 'x.example' }, { not: { fact: 'host', is: 'x.example' } }, { fact: 'isSecret', is: false }] as const) {
      expect(filesOf({ sees: 'obfuscated', where }, [{}])).toEqual([]);
    }
  });

  it('takes a flag that was not said for false', () => {
    expect(filesOf({ sees: 'obfuscated', where: { not: { fact: 'asValue', is: true } } }, [{}])).toEqual(['a.js']);
  });

  it('asks lists, with parents of a host', () => {
    const when: ProjectCondition = { sees: 'obfuscated', where: { fact: 'host', in: 'reported-hosts' } };
    expect(filesOf(when, [{ file: 'a.js', detail: { host: 'api.bad.example' } }, { file: 'b.js', detail: { host: 'good.example' } }])).toEqual(['a.js']);
  });

  it('asks runs for what their commands show', () => {
    const when: ProjectCondition = { runs: ['install'], where: { all: [{ fact: 'fetches', is: true }, { fact: 'ordinary', is: false }] } };
    const runs = [run({ traits: ['fetches'] }), run({ file: 'b.json', traits: ['fetches'], ordinary: true }), run({ file: 'c.json' }), run({ moment: 'open', traits: ['fetches'] })];
    expect(filesOf(when, [], runs)).toEqual(['package.json']);
  });

  it('wants several things in the same file', () => {
    const when: ProjectCondition = { together: 'file', of: [{ sees: 'obfuscated' }, { sees: 'reads-keys' }] };
    expect(filesOf(when, [{ file: 'a.js' }, { file: 'b.js', kind: 'reads-keys' }])).toEqual([]);
    expect(filesOf(when, [{ file: 'a.js' }, { file: 'a.js', kind: 'reads-keys' }])).toEqual(['a.js']);
  });

  it('follows a chain of files in both directions, and what a run starts', () => {
    const when: ProjectCondition = { together: 'chain', of: [{ sees: 'obfuscated' }, { sees: 'reads-keys' }] };
    const seen: Partial<Sighting>[] = [{ file: 'a.js' }, { file: 'c.js', kind: 'reads-keys' }];
    expect(filesOf(when, seen, [], new Map([['a.js', ['b.js']], ['b.js', ['c.js', 'a.js']]]))).toEqual(['a.js']);
    expect(filesOf(when, seen, [], new Map([['c.js', ['a.js']]]))).toEqual(['a.js']);
    expect(filesOf(when, seen, [run({ file: 'a.js', targets: ['c.js'] })])).toEqual(['a.js']);
    expect(filesOf(when, seen, [], new Map([['b.js', ['a.js', 'c.js']]]))).toEqual([]);
  });

  it('combines places: all, any, and a number of them', () => {
    const [one, two, three]: ProjectCondition[] = [{ sees: 'obfuscated' }, { sees: 'hook-file' }, { sees: 'reads-keys' }];
    const seen: Partial<Sighting>[] = [{ file: 'a.js' }, { file: 'b.js', kind: 'hook-file' }];
    expect(filesOf({ all: [one!, two!] }, seen)).toEqual(['a.js']);
    expect(filesOf({ all: [one!, three!] }, seen)).toEqual([]);
    expect(filesOf({ any: [three!, two!] }, seen)).toEqual(['b.js']);
    expect(filesOf({ atLeast: 2, of: [one!, two!, three!] }, seen)).toEqual(['a.js', 'b.js']);
    expect(filesOf({ atLeast: 3, of: [one!, two!, three!] }, seen)).toEqual([]);
  });

  it('names a list that the pack does not hold', () => {
    expect(() => compileProjectCondition({ sees: 'obfuscated', where: { fact: 'host', in: 'no-such-list' } }, lists)).toThrow('no-such-list');
  });
});
