import { describe, expect, it } from 'vitest';
import { projectOfCase } from '../../utils/cli/inspection-cases.ts';
import { readInspectionRules } from '../../utils/cli/inspection-rules.ts';
import { assetsFolder, loadInspectionKnowledge } from '../../utils/cli/load-knowledge.ts';
import { inspectProject } from '../../utils/inspect/inspect-project.ts';
import { faultsOfInspection, inspectionThemes, type InspectionCase, type TestedInspectionRule } from '../../utils/inspect/inspection-rule.ts';
import { kinds } from '../../utils/inspect/sighting.ts';

const { lists } = loadInspectionKnowledge();
const rules = readInspectionRules(`${assetsFolder}/inspection-rules`);
const findings = (rule: TestedInspectionRule, one: InspectionCase) => inspectProject(projectOfCase(one), { rules: [rule], lists }).findings;

describe('the rules over projects', () => {
  it('are over every theme', () => expect(new Set(rules.map(({ theme }) => theme))).toEqual(new Set(inspectionThemes)));

  it('say something about every kind of sighting', () => {
    const asked = JSON.stringify(rules.map(({ when }) => when));
    expect(Object.keys(kinds).filter((kind) => !asked.includes(`"${kind}"`))).toEqual([]);
  });
});

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  it.each(rule.tests.match)('matches: $name', (one) => expect(findings(rule, one)).not.toEqual([]));
  it.each(rule.tests.pass)('stays silent: $name', (one) => expect(findings(rule, one)).toEqual([]));

  it('has no fault that the schema cannot see', () => expect(faultsOfInspection(rule)).toEqual([]));

  it('fills every place of its sentence with what was seen', () => {
    const said = rule.tests.match.flatMap((one) => findings(rule, one).map(({ why }) => why));
    // What is cut inside of a value has a character in front.
    expect(said.filter((why) => /(?<!\S)…/.test(why))).toEqual([]);
  });

  it('speaks of conduct, never of the person, and promises nothing', () => {
    const words = [rule.title, rule.why, rule.rationale, rule.normal, rule.advice].join(' ');
    expect(words).not.toMatch(/\b(?:fake (?:person|recruiter|profile|account)|scammer|fraudster|criminal|is safe|100 ?%|guarantee)\b/i);
    expect(words).not.toMatch(/[\p{Cf}\p{Cc}]/u);
  });
});
