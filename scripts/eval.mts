/**
 * `npm run eval -- --images [--write]`: how well changed pictures are found again, on drawn portraits; needs no folder.
 * `npm run eval -- --projects [--write]`: how many malicious projects are caught and how many ordinary ones are warned about; needs no folder,
 * but the registry of npm the first time.
 * `npm run eval [-- FOLDER] [-- --write]`: judges labelled sets and compares with plainer ways of judging. Prints what is printed
 * into docs/evaluation.md with `--write`; the console also shows the words of the worst, which are other people's and stay there.
 * The sets are not part of the project: FOLDER holds messages, emails_job, emails_other, job_ads and urls (.jsonl) and sources.json
 * (licence class of each source); beside it stands companies.jsonl.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadKnowledge } from '../utils/cli/load-knowledge.ts';
import { createJudge } from '../utils/core/judge.ts';
import { hostReport } from './eval/hosts.mts';
import { imageReport } from './eval/image-report.mts';
import { judgeRows, type Judged } from './eval/judged.mts';
import { listedReport } from './eval/listed.mts';
import { projectReport } from './eval/projects/project-report.mts';
import { compareRivals } from './eval/rivals.mts';
import { readRows } from './eval/row.mts';
import { alarmTable, halvesTable, nameList, recallTable, ruleTable, worstAlarms, worstMisses } from './eval/set-report.mts';
import { writePart } from './eval/write-part.mts';

const { values, positionals: [folder = '../shared/data/eval'] } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean', default: false }, images: { type: 'boolean', default: false }, projects: { type: 'boolean', default: false } } });
const page = 'docs/evaluation.md';
for (const [option, report] of [['images', imageReport], ['projects', projectReport]] as const) {
  if (!values[option]) continue;
  const results = await report();
  console.log(results);
  if (values.write) writePart(page, option, results);
  process.exit();
}
if (!existsSync(folder)) {
  console.error(`There is no folder "${folder}": give the folder of the evaluation sets, as in "npm run eval -- ../sets".`);
  process.exit(2);
}

const sets = { messages: 'Messages', emails_job: 'Mails about work', emails_other: 'Other mails', job_ads: 'Job advertisements' };
const files = [...Object.keys(sets).map((set) => `${set}.jsonl`), 'urls.jsonl', 'sources.json', '../companies.jsonl'];
const missing = files.filter((file) => !existsSync(join(folder, file)));
if (missing.length > 0) {
  console.error(`The folder "${folder}" holds no ${missing.join(', ')}: give the folder of all evaluation sets.`);
  process.exit(2);
}
/** So many of the worst are named. */
const most = 10;
const knowledge = loadKnowledge({ indicators: false });
const judge = createJudge(knowledge);
const judged = new Map(Object.keys(sets).map((set): [string, Judged[]] => [set, judgeRows(readRows(join(folder, `${set}.jsonl`)), judge)]));
const hosts = readRows(join(folder, 'urls.jsonl'));

const sections = [...judged].map(([set, ones]) => [
  `## ${sets[set as keyof typeof sets]}`, recallTable(ones), halvesTable(ones), alarmTable(ones),
  `### Which rules made the level up\n\n${ruleTable(ones)}`,
  `### Worst misses\n\n${nameList(worstMisses(ones, most))}`, `### Worst false alarms\n\n${nameList(worstAlarms(ones, most))}`,
].filter(Boolean).join('\n\n'));

const listed = loadKnowledge();
const results = [
  ...sections,
  `## Beside plainer ways of judging\n\n${compareRivals(judged, listed)}`,
  `## Hosts that no list contains\n\n${hostReport(folder, knowledge)}`,
  `## Listed indicators\n\n${listedReport(listed, hosts)}`,
].join('\n\n');
console.log(results);

for (const [set, ones] of judged) {
  for (const one of [...worstMisses(ones, most), ...worstAlarms(ones, most)]) {
    console.log(`\n${set} ${one.row.id} [${one.level}] ${one.row.text.replace(/\s+/g, ' ').slice(0, 300)}`);
  }
}

const begin = '<!-- Everything below is written by `npm run eval -- --write`. -->';
if (values.write) {
  const [head] = existsSync(page) ? readFileSync(page, 'utf8').split(begin) : ['# Evaluation\n\n'];
  writeFileSync(page, `${head}${begin}\n\n${results}\n`);
}
