import { parseArgs } from 'node:util';
import { createJudge } from '../../core/judge.ts';
import { readRules } from '../build-pack.ts';
import { readInspectionRules } from '../inspection-rules.ts';
import { loadInspectionKnowledge, assetsFolder } from '../load-knowledge.ts';
import { plain, print } from '../results.ts';
import { failedCases, type FailedCase } from '../rule-cases.ts';
import { keepBuilt, packOfFolder } from './build-pack-folder.ts';
import { contentOf, knowledgeWith } from './merged-knowledge.ts';
import { partsOf } from './pack-source.ts';
import { join } from 'node:path';
import type { BuiltPack } from '../build-pack.ts';

/** Builds what is offered next. A rule whose cases fail is not built: the exit code is 1. */
export async function checkAndBuild(args: string[]): Promise<void> {
  const { positionals: [folder] } = parseArgs({ args, allowPositionals: true, options: {} });
  if (folder === undefined) throw new Error('Name the folder of a pack: pack build FOLDER.');
  const { built, isNew } = packOfFolder(folder, new Date().toISOString().slice(0, 10));
  const failures = await failuresIn(folder, built);
  for (const { rule, sentence } of failures) await print(plain(`${rule}: ${sentence}`));
  if (failures.length > 0) {
    process.exitCode ||= 1;
    return print(`Not built: ${failures.length} cases fail.`);
  }
  keepBuilt(folder, built);
  const { pack } = built;
  await print(isNew ? `Built version ${pack.version} of "${pack.id}": ${contentOf(pack)}. Next: pack sign ${folder}` : `Nothing changed since version ${pack.version} was signed.`);
}

async function failuresIn(folder: string, built: BuiltPack): Promise<FailedCase[]> {
  const knowledge = knowledgeWith(built);
  createJudge(knowledge);
  const own = readRules(join(assetsFolder, 'rules'));
  const projects = readInspectionRules(join(folder, 'inspection-rules'));
  const failures = failedCases(readRules(partsOf(folder).rules), knowledge, own);
  if (projects.length === 0) return failures;
  const { failedInspectionCases } = await import('../inspection-cases.ts');
  return [...failures, ...failedInspectionCases(projects, { ...loadInspectionKnowledge(), lists: knowledge.lists })];
}
