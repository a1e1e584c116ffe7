import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createJudge, type Knowledge } from '../../utils/core/judge.ts';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import { percent, type Share } from './interval.mts';
import { isWarned } from './judged.mts';
import { table } from './markdown.mts';
import { factsOf, withScheme, type Row } from './row.mts';

/** What each list's members look like in a message. */
const addressOf: Readonly<Record<string, (member: string) => string>> = {
  'reported-hosts': withScheme,
  'reported-addresses': withScheme,
  'reported-repositories': withScheme,
  'reported-accounts': (member) => withScheme(`${member}/wallet-test`),
  'reported-packages': (member) => `https://www.npmjs.com/package/${member}`,
};

const membersOf = (list: string) => readFileSync(join(assetsFolder, 'lists', `${list}.tsv`), 'utf8').split('\n')
  .filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]!);

/** Every listed indicator in a recruiter's message, and every legitimate host of the rows: what the lists find of each. */
export function listedReport(knowledge: Knowledge, hosts: readonly Row[]): string {
  const judge = createJudge(knowledge);
  const levelOf = (url: string) => judge({ surface: 'linkedin-message', message: { text: `Hi, I am a recruiter. Please look at this project: ${url}` }, links: [{ url }] });
  const rows = Object.entries(addressOf).map(([list, address]) => {
    const verdicts = membersOf(list).map((member) => levelOf(address(member)));
    const found: Share = { hits: verdicts.filter(({ findings }) => findings.some(({ rule }) => rule.startsWith('link-reported-'))).length, of: verdicts.length };
    return [list, percent(found), percent({ hits: verdicts.filter(isWarned).length, of: verdicts.length })];
  });
  const legit = hosts.filter(({ label }) => label === 'legit');
  const wrong = legit.filter((row) => judge(factsOf(row)).findings.some(({ rule }) => rule.startsWith('link-reported-')));
  const wrongly = `Of ${legit.length} legitimate hosts (popular, hiring and company sites) the lists name ${wrong.length}${wrong.length ? `: ${wrong.map(({ id }) => id).join(', ')}` : ''}.`;
  return `${table(['list', 'found', 'at caution or above'], rows)}\n\n${wrongly}`;
}
