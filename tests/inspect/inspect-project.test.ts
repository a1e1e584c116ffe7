import { describe, expect, it } from 'vitest';
import { readableList } from '../../utils/core/named-list.ts';
import { inspectProject } from '../../utils/inspect/inspect-project.ts';
import type { InspectionRule } from '../../utils/inspect/inspection-rule.ts';
import { exampleRule } from './rule-example.ts';
import { projectOf } from './sightings-of.ts';

const manifest = JSON.stringify({ scripts: { start: 'node server.js', postinstall: 'node tools/a.js', test: 'node test.js' } });
const files = { 'package.json': manifest, 'server.js': 'require("./lib/b")', 'lib/b.js': '"https://bad.example/"', 'notes.js': '"https://bad.example/"', 'tools/a.js': '', 'test.js': '' };
const lists = { 'reported-hosts': readableList(['bad.example'], 'host', true) };
const knowledge = (...rules: Partial<InspectionRule>[]) => ({ rules: rules.map(exampleRule), lists });

describe('inspectProject', () => {
  it('finds nothing in an empty project', () => {
    expect(inspectProject(projectOf({}), knowledge({}))).toEqual({
      level: 'none', score: 0, findings: [], runs: { open: [], install: [], start: [], other: [] }, looked: { files: 0, bytes: 0, parsed: 0 }, skipped: [],
    });
  });

  it('tells what runs by the step that starts it', () => {
    const { runs } = inspectProject(projectOf(files), knowledge());
    expect([runs.install, runs.start, runs.other].map((step) => step.map(({ command }) => command))).toEqual([['node tools/a.js'], ['node server.js'], ['node test.js']]);
  });

  it('knows which files run, through what they load', () => {
    const { findings } = inspectProject(projectOf(files), knowledge({ when: { sees: 'listed-host', at: ['start'] } }));
    expect(findings.map(({ file }) => file)).toEqual(['lib/b.js']);
  });

  it('gives the same answer whatever the order of the files', () => {
    const backwards = Object.fromEntries(Object.entries(files).reverse());
    const { findings } = inspectProject(projectOf(files), knowledge({ when: { sees: 'listed-host' } }));
    expect([findings.map(({ file }) => file), inspectProject(projectOf(backwards), knowledge({ when: { sees: 'listed-host' } })).findings]).toEqual([['lib/b.js', 'notes.js'], findings]);
  });

  it('counts what was looked at, and which of it is text', () => {
    const { looked } = inspectProject(projectOf({ 'a.js': 'abc', 'a.png': new Uint8Array([1, 0, 2]) }), knowledge());
    expect(looked).toEqual({ files: 2, bytes: 6, parsed: 1 });
  });

  it('hands on what was not read', () => {
    const project = { name: 'x', files: [{ path: 'big.bin', size: 9_000_000 }], skipped: [{ path: 'big.bin', reason: 'too large' as const }] };
    const { looked, skipped } = inspectProject(project, knowledge());
    expect([looked.files, skipped]).toEqual([0, project.skipped]);
  });

  it('says how far it is', () => {
    const shares: number[] = [];
    inspectProject(projectOf({ 'a.js': '', 'b.js': '' }), knowledge(), { progress: (share) => shares.push(share) });
    expect(shares).toEqual([0.5, 1]);
  });

  it('stops after a minute, at what runs by itself last, and names what it did not come to', () => {
    let reads = 0;
    const now = () => (reads++ < 6 ? 0 : 61_000);
    const { looked, skipped } = inspectProject(projectOf(files), knowledge(), { now });
    expect([looked.files + skipped.length, skipped.some(({ path }) => path === 'notes.js'), skipped.every(({ reason }) => reason === 'out of time'), skipped.some(({ path }) => path === 'server.js')]).toEqual([6, true, true, false]);
  });
});
