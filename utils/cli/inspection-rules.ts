import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod/mini';
import { faultsOfInspection, TestedInspectionRule } from '../inspect/inspection-rule.ts';

/** Rules over projects of a folder, one file each, in the order of their names; none when there is no such folder. */
export function readInspectionRules(folder: string): TestedInspectionRule[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => readInspectionRule(join(folder, name)));
}

/** Reads one rule. Throws an error that names the file and the first wrong place. */
export function readInspectionRule(path: string): TestedInspectionRule {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const { success, data, error } = TestedInspectionRule.safeParse(value);
  if (!success) throw new Error(`${path} does not fit the format of rules over projects: ${z.prettifyError(error)}`);
  if (data.id !== basename(path, '.json')) throw new Error(`${path} holds the rule "${data.id}": a rule is named like its file.`);
  const [fault] = faultsOfInspection(data);
  if (fault) throw new Error(`${path} is faulty: ${fault}`);
  return data;
}
