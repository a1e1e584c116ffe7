import { describe, expect, it } from 'vitest';
import { createProjectJudge } from '../../utils/inspect/judge-project.ts';
import { projectEvidence, type Links } from '../../utils/inspect/project-evidence.ts';
import type { InspectionRule } from '../../utils/inspect/inspection-rule.ts';
import type { Sighting } from '../../utils/inspect/sighting.ts';
import { exampleRule, exampleSighting } from './rule-example.ts';

const judge = (rules: Partial<InspectionRule>[], sightings: Partial<Sighting>[], imports: Links = new Map()) =>
  createProjectJudge({ rules: rules.map(exampleRule), lists: {} })(projectEvidence(sightings.map(exampleSighting), [], imports));

describe('createProjectJudge', () => {
  it('finds nothing in nothing', () => expect(judge([{}], [])).toEqual({ level: 'none', score: 0, findings: [] }));

  it('calls one proof danger, and one strong finding caution', () => {
    expect([judge([{ severity: 'critical' }], [{}]).level, judge([{}], [{}]).level]).toEqual(['danger', 'caution']);
  });

  it('wants two themes for danger without a proof', () => {
    const second: Partial<InspectionRule> = { id: 'another-rule', when: { sees: 'hook-file' } };
    const seen: Partial<Sighting>[] = [{}, { kind: 'hook-file', line: 2 }];
    expect([judge([{}, second], seen).level, judge([{}, { ...second, theme: 'hides' }], seen).level]).toEqual(['caution', 'danger']);
  });

  const medium: Partial<InspectionRule>[] = [{ severity: 'medium' }, { id: 'another-rule', severity: 'medium', theme: 'hides', when: { sees: 'hook-file' } }];
  const apart: Partial<Sighting>[] = [{ file: 'a.js' }, { kind: 'hook-file', file: 'b.js' }];

  it('adds weak findings up along a chain of files, and not across the project', () => {
    expect([judge(medium, apart).level, judge(medium, apart, new Map([['a.js', ['c.js']], ['c.js', ['b.js']]])).level]).toEqual(['notice', 'caution']);
  });

  it('adds strong findings up wherever they stand', () => {
    expect(judge(medium.map((rule) => ({ ...rule, severity: 'high' as const })), apart).level).toBe('danger');
  });

  it('adds nothing of a package that a manifest names to what code does', () => {
    const rules: Partial<InspectionRule>[] = [{ severity: 'medium' }, { id: 'another-rule', severity: 'medium', theme: 'fetches', when: { sees: 'package-like-popular' } }];
    const seen: Partial<Sighting>[] = [{ file: 'server.js' }, { kind: 'package-like-popular', file: 'package.json' }];
    expect(judge(rules, seen, new Map([['package.json', ['server.js']]])).level).toBe('notice');
  });

  it('tells the strongest of one theme at one place only', () => {
    const rules: Partial<InspectionRule>[] = [{ id: 'a-weak-rule', severity: 'low' }, { id: 'a-strong-rule' }, { id: 'of-another-theme', theme: 'hides', severity: 'low' }];
    expect(judge(rules, [{}]).findings.map(({ rule }) => rule)).toEqual(['a-strong-rule', 'of-another-theme']);
  });

  it('tells of two equally strong what starts and not what that does', () => {
    const rules = [exampleRule({ id: 'a-sighting' }), exampleRule({ id: 'starts', when: { runs: ['open'] } })];
    const starts = { moment: 'open' as const, file: 'a.js', line: 1, command: 'x', by: 'VS Code task', targets: [], snippet: 'x' };
    const evidence = projectEvidence([exampleSighting({ file: 'a.js', line: 1 })], [starts], new Map());
    expect(createProjectJudge({ rules, lists: {} })(evidence).findings.map(({ rule, moments }) => [rule, moments])).toEqual([['starts', ['open']]]);
  });

  it('tells twenty places of a rule in order and counts the others', () => {
    const { findings } = judge([{}], Array.from({ length: 25 }, (_, i) => ({ line: 25 - i })));
    expect([findings.length, findings[0]!.line, findings[0]!.more, findings.at(-1)!.more]).toEqual([20, 1, undefined, 5]);
  });

  it('tells one place once, however often it was seen', () => expect(judge([{}], [{}, {}]).findings).toHaveLength(1));

  it('puts what was seen into the sentence, without what would rewrite it', () => {
    const [finding] = judge([{ why: '{file} names {package}.' }], [{ detail: { package: 'a\u202eb' } }]).findings;
    expect(finding!.why).toBe('a.js names “a b”.');
  });

  it('takes from beside what the place does not say', () => {
    const when = { together: 'file' as const, of: [{ sees: 'obfuscated' as const }, { sees: 'listed-host' as const }] };
    expect(judge([{ when, why: '{file} names {host}.' }], [{}, { kind: 'listed-host', detail: { host: 'x.example' } }]).findings[0]!.why).toBe('a.js names x.example.');
  });

  it('shows a rule on trial and does not count it', () => {
    const { level, findings } = judge([{ status: 'trial' }], [{}]);
    expect([level, findings[0]!.trial]).toEqual(['none', true]);
  });

  it('leaves out drafts and retired rules', () => expect(judge([{ status: 'draft' }, { status: 'retired' }], [{}]).findings).toEqual([]));

  it('names the rule that asks for a list which is not there', () => {
    expect(() => judge([{ when: { sees: 'listed-host', where: { fact: 'host', in: 'no-such-list' } } }], [])).toThrow(/"an-example-rule".*no-such-list/);
  });

  it('says in words when a file runs', () => {
    expect(judge([{ why: '{file} does it. It runs {moment}.' }], [{ file: 'a.js', reached: ['start'] }]).findings[0]!.why).toBe('a.js does it. It runs when it is started.');
  });

  it('tells of an encoded address once, and judges every place of it', () => {
    const rule: Partial<InspectionRule> = { severity: 'medium', when: { sees: 'decodes-address' } };
    const address = (file: string, host: string): Partial<Sighting> => ({ kind: 'decodes-address', file, detail: { host } });
    const judged = judge([rule, { ...medium[1] }], [address('.env', 'a.example'), address('b.js', 'a.example'), address('c.js', 'c.example'), { kind: 'hook-file', file: 'b.js' }]);
    expect(judged.findings.filter(({ theme }) => theme !== 'hides').map(({ file }) => file)).toEqual(['.env', 'c.js']);
    expect(judged.level).toBe('caution');
  });
});
