import { createJudge } from '../../core/judge.ts';
import type { Level } from '../../core/score.ts';
import { readRules, type BuiltPack } from '../build-pack.ts';
import { knowledgeBeside } from './merged-knowledge.ts';

export interface ChangedLevel { readonly rule: string; readonly name: string; readonly before: Level; readonly after: Level }

/** Cases, of rules in any of the folders, that come to another level. A private pack judges beside the extension's own. */
export function changedLevels(before: BuiltPack, after: BuiltPack, folders: readonly string[]): ChangedLevel[] {
  const [judgeBefore, judgeAfter] = [createJudge(knowledgeBeside(before)), createJudge(knowledgeBeside(after))];
  const rules = new Map(folders.flatMap((folder) => readRules(folder)).map((rule) => [rule.id, rule]));
  return [...rules.values()].flatMap(({ id, tests }) => [...tests.match, ...tests.pass].flatMap(({ name, facts }) => {
    const [was, is] = [judgeBefore(facts).level, judgeAfter(facts).level];
    return was === is ? [] : [{ rule: id, name, before: was, after: is }];
  }));
}
