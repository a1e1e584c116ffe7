import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { StixBundle } from '../../utils/cli/stix-bundle.ts';
import { stixId, type StixObject } from '../../utils/cli/stix-objects.ts';
import type { Facts } from '../../utils/core/facts.ts';
import { createJudge } from '../../utils/core/judge.ts';
import { baseKnowledge } from '../base-knowledge.ts';
import { inProcess } from './in-process.ts';
import { makeFolder, programPatience, runProgram } from './run-program.ts';

const facts = (text: string): Facts => ({ surface: 'gmail', seenAt: '2026-11-21T10:00:00Z', sender: { name: 'Dana Wolf', email: 'dana.wolf@birchline.example' }, message: { text } });
const offer = facts('We have a job opening for you. Please complete the video interview here https://evalvidz.com/invite/k2m4p6');

async function bundleOf(withHosts: boolean, inputs: Readonly<Record<string, Facts>>) {
  const judge = createJudge(baseKnowledge());
  const { stdout } = await inProcess(async () => {
    const bundle = new StixBundle(withHosts);
    await bundle.begin(Object.keys(inputs));
    for (const [name, one] of Object.entries(inputs)) await bundle.take(name, one, judge(one));
    await bundle.end();
  });
  return { stdout, bundle: JSON.parse(stdout) as { type: string; id: string; objects: StixObject[] } };
}

const id = /^[a-z-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
/** Fields that STIX 2.1 asks of each kind beside those of all (4.5, 4.7, 5.2). */
const required: Record<string, readonly string[]> = { identity: ['name'], indicator: ['pattern', 'pattern_type', 'valid_from'], sighting: ['sighting_of_ref'] };

describe('StixBundle', () => {
  it('holds the standard\'s objects, which refer to each other', async () => {
    const { bundle } = await bundleOf(true, { 1: offer, 2: offer });
    expect([bundle.type, bundle.id]).toEqual(['bundle', expect.stringMatching(id)]);
    const ids = new Set(bundle.objects.map((object) => object.id));
    expect(ids.size).toBe(bundle.objects.length);
    for (const object of bundle.objects) {
      expect(object).toMatchObject({ spec_version: '2.1', id: expect.stringMatching(id), created: expect.stringMatching(time), modified: expect.stringMatching(time) });
      expect(object.id.startsWith(`${object.type}--`)).toBe(true);
      expect(Object.keys(object)).toEqual(expect.arrayContaining([...required[object.type]!]));
      expect([...ids]).toEqual(expect.arrayContaining([object.created_by_ref, object.sighting_of_ref].filter((one) => one !== undefined)));
    }
    expect(bundle.objects.filter(({ type }) => type === 'sighting').length).toBe(2 * bundle.objects.filter(({ type }) => type === 'indicator').length);
    expect(bundle.objects.map(({ pattern }) => pattern)).toContain("[domain-name:value = 'evalvidz.com']");
  });

  it('says nothing of the person or the message, and no host unless it is asked for', async () => {
    const { stdout } = await bundleOf(false, { 'case-4711': offer });
    for (const word of ['Dana', 'dana.wolf', 'birchline', 'case-4711', 'evalvidz', 'k2m4p6']) expect(stdout).not.toContain(word);
    expect(stdout).toContain('link-reported-host');
  });

  it('is the same for the same input', async () => {
    const [first, second] = [await bundleOf(true, { 1: offer }), await bundleOf(true, { 1: offer })];
    expect(first.bundle).toEqual(second.bundle);
  });

  it('holds no sighting where nothing was found', async () => {
    expect((await bundleOf(true, { 1: facts('Good morning') })).bundle.objects.map(({ type }) => type)).toEqual(['identity']);
  });
});

describe('judge --stix', { timeout: programPatience }, () => {
  it('stays a whole bundle when a line cannot be read', async () => {
    const file = join(makeFolder({ 'a.jsonl': `{"surface":"gmail","oops":1}\n${JSON.stringify(offer)}` }), 'a.jsonl');
    const { stdout, stderr, code } = await runProgram(['judge', '--stix', file]);
    expect((JSON.parse(stdout) as { objects: StixObject[] }).objects.length).toBeGreaterThan(1);
    expect([stderr.includes(':1: oops'), code]).toEqual([true, 2]);
  });
});

describe('stixId', () => {
  it('is the name-based identifier of its standard', () => {
    expect(stixId('indicator', 'rule a')).toMatch(id);
    expect(stixId('indicator', 'rule a')).not.toBe(stixId('indicator', 'rule b'));
  });
});
