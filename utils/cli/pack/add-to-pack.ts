import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { inspectionThemes, type InspectionTheme } from '../../inspect/inspection-rule.ts';
import { readRule } from '../build-pack.ts';
import { readInspectionRule } from '../inspection-rules.ts';
import { complain, plain, print } from '../results.ts';
import { importIndicators, type Imported } from './import-indicators.ts';
import { ListFile } from './list-file.ts';
import { indicatorLists, type IndicatorList } from './place-indicator.ts';
import { partsOf, readPackSource } from './pack-source.ts';
import { senderRule } from './sender-rule.ts';

/** Largest rule or list of one's own that is read whole; sources of indicators may have any size. */
const ownFileLimit = 16_000_000;

/** Takes files into a pack's folder: rules, lists with a head, and sources of indicators. A file that cannot be read changes nothing. */
export async function addToPack(args: string[]): Promise<void> {
  const { positionals: [folder, ...files] } = parseArgs({ args, allowPositionals: true, options: {} });
  if (folder === undefined || files.length === 0) throw new Error('Name the folder of a pack and what goes in: pack add FOLDER FILE...');
  readPackSource(folder);
  for (const path of files.flatMap(filesIn)) {
    try {
      await addFile(folder, path);
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      complain(code === 'ENOENT' ? `${path}: there is no such file` : message.includes(path) ? message : `${path}: ${message}`);
    }
  }
}

const filesIn = (path: string): string[] => (existsSync(path) && statSync(path).isDirectory()
  ? readdirSync(path).sort().map((name) => join(path, name)).filter((one) => statSync(one).isFile()) : [path]);

async function addFile(folder: string, path: string): Promise<void> {
  const parts = partsOf(folder);
  const text = statSync(path).size <= ownFileLimit ? readFileSync(path, 'utf8') : '';
  const theme = themeOfRule(text);
  if (theme !== undefined) {
    const isOverProject = inspectionThemes.includes(theme as InspectionTheme);
    const { id } = isOverProject ? readInspectionRule(path) : readRule(path);
    const place = isOverProject ? join(folder, 'inspection-rules') : parts.rules;
    mkdirSync(place, { recursive: true });
    copyFileSync(path, join(place, `${id}.json`));
    return print(`${plain(path)}: the rule "${id}" is in. Its cases run at pack build.`);
  }
  if (/^# (?:match|table):/m.test(text.slice(0, 2_000))) return addList(parts.lists, path);
  const today = new Date().toISOString().slice(0, 10);
  const lists = Object.fromEntries(Object.keys(indicatorLists).map((name) => [name, new ListFile(parts.lists, name as IndicatorList, today)])) as Record<IndicatorList, ListFile>;
  const imported = await importIndicators(path, lists, parts.reports, today);
  for (const list of Object.values(lists)) list.save();
  await tell(path, imported);
  const rule = senderRule(lists['reported-senders'].members, today);
  const rulePath = rule && join(parts.rules, `${rule.id}.json`);
  if (!rule || existsSync(rulePath!)) return;
  writeFileSync(rulePath!, `${JSON.stringify(rule, undefined, 2)}\n`);
  await print(`  The rule "${rule.id}" asks the list reported-senders: read its sentences and make them yours.`);
}

/** The theme of a rule, undefined when the file is no rule. */
function themeOfRule(text: string): string | undefined {
  if (!/^\s*\{/.test(text) || !text.includes('"when"')) return undefined;
  try {
    const { theme, when } = JSON.parse(text) as { theme?: unknown; when?: unknown };
    return when === undefined ? undefined : String(theme);
  } catch {
    return undefined;
  }
}

/** A list with a head of its own replaces the one of its name. */
async function addList(folder: string, path: string): Promise<void> {
  const name = basename(path, extname(path));
  if (!/^[a-z][a-z0-9-]*$/.test(name)) throw new Error(`${path}: a list is named in small letters with hyphens.`);
  const other = readdirSync(folder).find((file) => basename(file, extname(file)) === name && file !== basename(path));
  if (other !== undefined) throw new Error(`${path}: the pack has this list as ${other}: take one of them away.`);
  copyFileSync(path, join(folder, basename(path)));
  await print(plain(`${path}: the list "${name}" is in.`));
}

/** What was taken and what not, with the reasons that were given most. */
async function tell(path: string, { taken, known, withdrawn, left, report }: Imported): Promise<void> {
  const sum = (counts: Iterable<number>) => [...counts].reduce((total, count) => total + count, 0);
  const where = [...taken].map(([list, count]) => `${list} ${count}`).join(', ');
  await print(plain(`${path}: ${sum(taken.values())} taken${where && ` (${where})`}, ${known} were in already, ${withdrawn} taken back, ${sum(left.values())} left`));
  const reasons = [...left].sort(([, a], [, b]) => b - a);
  for (const [reason, count] of reasons.slice(0, 12)) await print(plain(`  left ${count}: ${reason}`));
  if (reasons.length > 0) await print(plain(`  each with its place in ${report}`));
  const popular = reasons.filter(([reason]) => reason.startsWith('belongs to '));
  if (popular.length > 0) process.stderr.write(plain(`${path}: warning: names places that honest people use (${popular.slice(0, 5).map(([reason]) => reason.slice(11).split(',')[0]).join(', ')}). They are not taken; look at the source.`) + '\n');
}
