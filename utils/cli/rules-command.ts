import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { TestedRule } from '../core/rule.ts';
import { readRule } from './build-pack.ts';
import type { Command } from './command.ts';
import { assetsFolder, loadKnowledge } from './load-knowledge.ts';
import { complain, jsonLine, plain, print } from './results.ts';
import { failedCases } from './rule-cases.ts';
import { ruleText } from './rule-text.ts';

const ownRules = join(assetsFolder, 'rules');

export const rulesCommand: Command = {
  help: `rules list [--json]     all rules, one a line
rules explain ID...     what a rule looks for, why, and when it is normal
rules test [FOLDER]     runs every rule's own cases; FOLDER holds rules to test beside the own ones

rules test ends with 1 when a case fails.`,

  async run(args) {
    const {
      values,
      positionals: [action, ...names],
    } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } });
    if (action === 'list') return listRules(values.json);
    if (action === 'explain') return explainRules(names);
    if (action === 'test') return testRules(names[0]);
    complain(`rules cannot "${action ?? ''}": use list, test or explain.`);
  },
};

async function listRules(json: boolean): Promise<void> {
  for (const { id, severity, theme, status, title, sets } of loadKnowledge().rules) {
    const columns = [id.padEnd(36), severity.padEnd(8), theme.padEnd(10), status.padEnd(7), title].join(' ');
    await print(
      json ? jsonLine({ id, severity, theme, status, title, ...(sets && { sets }) }) : columns,
    );
  }
}

async function explainRules(ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return complain('Name a rule: "rules list" shows them.');
  const rules = rulesOf(ownRules);
  for (const id of ids) {
    const rule = rules.find((candidate) => candidate.id === id);
    if (rule) await print(ruleText(rule));
    else complain(`There is no rule "${id}": "rules list" shows them.`);
  }
}

async function testRules(folder: string | undefined): Promise<void> {
  // The own rules one by one first: as a pack, the first faulty one would hide which file it stands in.
  const own = rulesOf(ownRules);
  if (process.exitCode) return;
  const rules = folder === undefined ? own : rulesOf(folder);
  const failures = failedCases(rules, loadKnowledge(), own);
  for (const { rule, sentence } of failures) await print(plain(`${rule}: ${sentence}`));
  const cases = rules.reduce((sum, { tests }) => sum + tests.match.length + tests.pass.length, 0);
  await print(`${rules.length} rules, ${cases} cases, ${failures.length} failed`);
  if (failures.length > 0) process.exitCode ||= 1;
}

/** Rules of a folder that are in order; each of the others is complained about. */
function rulesOf(folder: string): TestedRule[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .flatMap((name) => {
      try {
        return [readRule(join(folder, name))];
      } catch (error) {
        complain((error as Error).message);
        return [];
      }
    });
}
