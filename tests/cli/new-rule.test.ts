import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newRule } from '../../utils/cli/new-rule.ts';
import { failedCases } from '../../utils/cli/rule-cases.ts';
import { ruleTemplate, unwrittenIn } from '../../utils/cli/rule-template.ts';
import { faultsOf, TestedRule } from '../../utils/core/rule.ts';
import { baseKnowledge } from '../base-knowledge.ts';
import { marmalade } from './rule-example.ts';
import { makeFolder, programPatience, runProgram } from './run-program.ts';

describe('ruleTemplate', () => {
  it('fits the format of rules', () => {
    const rule = TestedRule.parse(ruleTemplate('speaks-of-jam', '2026-11-21'));
    expect(faultsOf(rule)).toEqual([]);
  });

  it('fails until the last part is written', () => {
    const written = { ...marmalade, advice: 'TODO say what to do' };
    expect(failedCases([written], baseKnowledge())).toEqual([{ rule: marmalade.id, sentence: 'is not written yet: advice says TODO' }]);
    expect(failedCases([ruleTemplate('speaks-of-jam', '2026-11-21')], baseKnowledge())).toHaveLength(1);
  });

  it('cannot pass by taking the word out alone', () => {
    const bare = TestedRule.parse(JSON.parse(JSON.stringify(ruleTemplate('speaks-of-jam', '2026-11-21')).replaceAll('TODO ', '')));
    expect(unwrittenIn(bare)).toEqual([]);
    expect(failedCases([bare], baseKnowledge())).toHaveLength(3);
  });
});

describe('newRule', () => {
  it('never writes over a rule', async () => {
    const folder = makeFolder({ 'speaks-of-jam.json': 'mine' });
    await expect(newRule('speaks-of-jam', folder)).rejects.toThrow(/there already/);
    expect(readFileSync(join(folder, 'speaks-of-jam.json'), 'utf8')).toBe('mine');
  });

  it.each(['Jam', 'jam', '../jam-jam', 'jam_jam'])('refuses the id %s', async (id) => {
    await expect(newRule(id, makeFolder({}))).rejects.toThrow(/no id of a rule/);
  });
});

describe('rules', { timeout: programPatience }, () => {
  it('new writes a rule that test says is not written', async () => {
    const folder = makeFolder({});
    expect((await runProgram(['rules', 'new', 'speaks-of-jam', folder])).code).toBe(0);
    const { stdout, code } = await runProgram(['rules', 'test', folder]);
    expect(stdout).toContain('speaks-of-jam: is not written yet: title says TODO');
    expect(code).toBe(1);
  });

  it('explain tells of a rule of another folder', async () => {
    const folder = makeFolder({ 'speaks-of-marmalade.json': JSON.stringify(marmalade) });
    const { stdout, code } = await runProgram(['rules', 'explain', marmalade.id, '--in', folder]);
    expect(stdout).toContain('Speaks of marmalade');
    expect(code).toBe(0);
  });
});
