import { describe, expect, it } from 'vitest';
import { ruleText } from '../../utils/cli/rule-text.ts';
import { marmalade } from './rule-example.ts';
import { makeFolder, objectsIn, programPatience, runProgram } from './run-program.ts';

describe('rules', { timeout: programPatience }, () => {
  it('test FOLDER ends with 0 when all cases hold', async () => {
    const { stdout, code } = await runProgram(['rules', 'test', makeFolder({ 'speaks-of-marmalade.json': JSON.stringify(marmalade) })]);
    expect([stdout, code]).toEqual(['1 rules, 6 cases, 0 failed\n', 0]);
  });

  it('test FOLDER names the failing case and ends with 1', async () => {
    const [first, ...rest] = marmalade.tests.match;
    const wrong = {
      ...marmalade,
      tests: {
        ...marmalade.tests,
        match: [...rest, { ...first, name: 'says nothing of it', facts: { surface: 'text' } }],
      },
    };
    const { stdout, code } = await runProgram([
      'rules',
      'test',
      makeFolder({ 'speaks-of-marmalade.json': JSON.stringify(wrong) }),
    ]);
    expect([stdout, code]).toEqual([
      'speaks-of-marmalade: "says nothing of it" must fire and does not\n1 rules, 6 cases, 1 failed\n',
      1,
    ]);
  });

  it('test FOLDER names what is wrong with a rule', async () => {
    const { stderr, code } = await runProgram([
      'rules',
      'test',
      makeFolder({ 'a-b.json': JSON.stringify({ ...marmalade, id: 'a-b', colour: 'orange' }) }),
    ]);
    expect(stderr).toContain('a-b.json');
    expect(code).toBe(2);
  });

  it('list gives one object a rule', async () => {
    const { stdout, code } = await runProgram(['rules', 'list', '--json']);
    expect(
      objectsIn(stdout).every((rule) => typeof rule.id === 'string' && typeof rule.title === 'string'),
    ).toBe(true);
    expect(code).toBe(0);
  });

  it('explain refuses a rule that is not there', async () => {
    const { stderr, code } = await runProgram(['rules', 'explain', 'no-such-rule']);
    expect([stderr, code]).toEqual(['There is no rule "no-such-rule": "rules list" shows them.\n', 2]);
  });
});

describe('ruleText', () => {
  it('says in words when a rule holds', () => {
    const text = ruleText({
      ...marmalade,
      when: {
        all: [
          { fact: 'sender.role.recruiter', is: true },
          {
            some: 'links',
            where: {
              any: [
                { fact: 'host', in: 'reported-hosts' },
                { not: { fact: 'label', says: { en: ['jam'], fr: ['confiture'] } } },
              ],
            },
          },
        ],
      },
    });
    expect(text).toContain(
      [
        '    all of:',
        '      sender.role.recruiter is true',
        '      one of the links, for which:',
        '        any of:',
        '          host is in the list "reported-hosts"',
        '          not:',
        '            label says "jam", "confiture"',
      ].join('\n'),
    );
  });
});
