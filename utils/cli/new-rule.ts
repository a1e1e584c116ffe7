import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Rule } from '../core/rule.ts';
import { print } from './results.ts';
import { ruleTemplate } from './rule-template.ts';

/** Writes a rule to fill in. Throws when the id is none or the file is there. */
export async function newRule(id: string | undefined, folder = '.'): Promise<void> {
  if (id === undefined) throw new Error('Name the new rule: rules new ID [FOLDER]. The id is a sentence in small letters with hyphens.');
  if (!Rule.shape.id.safeParse(id).success) throw new Error(`"${id}" is no id of a rule: several words in small letters with hyphens, like link-to-paste-site.`);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const path = join(folder, `${id}.json`);
  if (existsSync(path)) throw new Error(`${path} is there already: an id never changes its meaning.`);
  writeFileSync(path, `${JSON.stringify(ruleTemplate(id, new Date().toISOString().slice(0, 10)), undefined, 2)}\n`);
  await print(`Wrote ${path}. Fill in what says TODO (docs/add-a-rule.md), then: rules test ${folder}`);
}
