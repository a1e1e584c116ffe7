import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Knowledge } from '../core/judge.ts';
import type { TestedRule } from '../core/rule.ts';
import { inspectionThemes, type TestedInspectionRule } from '../inspect/inspection-rule.ts';
import { readRule } from './build-pack.ts';
import type { Command } from './command.ts';
import { inspectionRuleText } from './inspection-rule-text.ts';
import { readInspectionRule } from './inspection-rules.ts';
import { assetsFolder, loadInspectionKnowledge, loadKnowledge } from './load-knowledge.ts';
import { newRule } from './new-rule.ts';
import { complain, jsonLine, plain, print } from './results.ts';
import { failedCases, type FailedCase } from './rule-cases.ts';
import { ruleText } from './rule-text.ts';

/** Rules over messages and rules over projects. */
const ownRules = ['rules', 'inspection-rules'].map((name) => join(assetsFolder, name));

interface Rules {
  readonly messages: readonly TestedRule[];
  readonly projects: readonly TestedInspectionRule[];
}

export const rulesCommand: Command = {
  help: `rules list [--json]     all rules, one a line
rules explain ID...     what a rule looks for, why, and when it is normal
rules test [FOLDER]     runs every rule's own cases; FOLDER holds rules to test beside the own ones, or a pack's sources
rules new ID [FOLDER]   writes a rule to fill in, into FOLDER or here

  --in FOLDER           list and explain: the rules of FOLDER (rules or a pack's sources) instead of the own ones

rules test ends with 1 when a case fails or a rule is not written yet.`,

  async run(args) {
    const {
      values,
      positionals: [action, ...names],
    } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false }, in: { type: 'string' } } });
    const folders = values.in === undefined ? ownRules : ruleFoldersIn(values.in);
    if (action === 'list') return listRules(folders, values.json);
    if (action === 'explain') return explainRules(folders, names);
    if (action === 'test') return testRules(names[0]);
    if (action === 'new') return newRule(...(names as [string?, string?]));
    complain(`rules cannot "${action ?? ''}": use list, test, explain or new.`);
  },
};

async function listRules(folders: readonly string[], json: boolean): Promise<void> {
  const { messages, projects } = rulesOf(folders);
  for (const { sets, ...rule } of [...messages, ...projects.map((one) => ({ ...one, sets: undefined }))]) {
    const { id, severity, theme, status, title } = rule;
    const columns = [id.padEnd(36), severity.padEnd(8), theme.padEnd(10), status.padEnd(7), title].join(' ');
    await print(
      json ? jsonLine({ id, severity, theme, status, title, ...(sets && { sets }) }) : columns,
    );
  }
}

async function explainRules(folders: readonly string[], ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return complain('Name a rule: "rules list" shows them.');
  const { messages, projects } = rulesOf(folders);
  for (const id of ids) {
    const rule = messages.find((candidate) => candidate.id === id);
    const overProject = projects.find((candidate) => candidate.id === id);
    if (rule) await print(ruleText(rule));
    else if (overProject) await print(inspectionRuleText(overProject));
    else complain(`There is no rule "${id}": "rules list" shows them.`);
  }
}

async function testRules(folder: string | undefined): Promise<void> {
  // The own rules one by one first: as a pack, the first faulty one would hide which file it stands in.
  const own = rulesOf(ownRules);
  if (process.exitCode) return;
  const { messages, projects } = folder === undefined ? own : rulesOf(ruleFoldersIn(folder));
  const failures = [...failedCases(messages, await knowledgeFor(folder), own.messages), ...(await failuresIn(projects))];
  for (const { rule, sentence } of failures) await print(plain(`${rule}: ${sentence}`));
  const rules = [...messages, ...projects];
  const cases = rules.reduce((sum, { tests }) => sum + tests.match.length + tests.pass.length, 0);
  await print(`${rules.length} rules, ${cases} cases, ${failures.length} failed`);
  if (failures.length > 0) process.exitCode ||= 1;
}

/** Folders with rules in the sources of a pack, or the folder itself. */
function ruleFoldersIn(folder: string): string[] {
  const parts = ['rules', 'inspection-rules'].map((name) => join(folder, name)).filter((part) => existsSync(part));
  return parts.length > 0 ? parts : [folder];
}

/** Rules of a pack ask its lists beside the own ones. */
async function knowledgeFor(folder: string | undefined): Promise<Knowledge> {
  if (folder === undefined || !existsSync(join(folder, 'bonafide-pack.json'))) return loadKnowledge();
  const [{ packOfFolder }, { knowledgeWith }] = await Promise.all([import('./pack/build-pack-folder.ts'), import('./pack/merged-knowledge.ts')]);
  return knowledgeWith(packOfFolder(folder, new Date().toISOString().slice(0, 10)).built);
}

/** What inspects projects is loaded only when there is something for it: its parsers are large. */
async function failuresIn(projects: readonly TestedInspectionRule[]): Promise<FailedCase[]> {
  if (projects.length === 0) return [];
  const { failedInspectionCases } = await import('./inspection-cases.ts');
  return failedInspectionCases(projects, loadInspectionKnowledge());
}

/** Rules of folders that are in order; each of the others is complained about. */
function rulesOf(folders: readonly string[]): Rules {
  const messages: TestedRule[] = [];
  const projects: TestedInspectionRule[] = [];
  for (const path of folders.flatMap(ruleFiles)) {
    try {
      if (isOverProject(path)) projects.push(readInspectionRule(path));
      else messages.push(readRule(path));
    } catch (error) {
      complain((error as Error).message);
    }
  }
  return { messages, projects };
}

const ruleFiles = (folder: string): string[] => readdirSync(folder)
  .filter((name) => name.endsWith('.json')).sort().map((name) => join(folder, name));

/** Rules over projects have themes of their own. What cannot be read is complained about by who reads it. */
function isOverProject(path: string): boolean {
  try {
    const { theme } = JSON.parse(readFileSync(path, 'utf8')) as { theme?: never };
    return inspectionThemes.includes(theme!);
  } catch {
    return false;
  }
}
