/**
 * Prints how well the shape of host names tells what no list contains. Usage:
 * tsx scripts/host-shape/measure-shape.mts ADDRESSES.jsonl LICENCES.json COMPANIES.jsonl
 */
import { loadKnowledge } from '../../utils/cli/load-knowledge.ts';
import { featureKinds, scoresBy } from './letter-sequences.mts';
import { isFlagged, judgeSplits, knownIn, trainSplits, wordings, type JudgedHost } from './judge-splits.mts';
import { lured, readShapeRows } from './read-shape-rows.mts';
import { domainSplits, timeSplits, type Split } from './shape-splits.mts';

const [addresses, licences, companies] = process.argv.slice(2);
if (!addresses || !licences || !companies) throw new Error('Name three files: the addresses (.jsonl), their licences (.json) and the companies (.jsonl).');
const rows = readShapeRows({ addresses, licences, companies });
const knowledge = loadKnowledge({ indicators: false });
const isKnown = knownIn(knowledge);

interface Ranked { readonly score: number; readonly bad: boolean }

/** Recall among what was lured with at that share of honest rows above the threshold. */
function recallAt(ranked: readonly Ranked[], share: number): number {
  const honest = Float64Array.from(ranked.filter(({ bad }) => !bad), ({ score }) => score).sort();
  const threshold = honest[honest.length - 1 - Math.floor(share * honest.length)] ?? -Infinity;
  const bad = ranked.filter((one) => one.bad);
  return bad.filter(({ score }) => score > threshold).length / bad.length;
}

const percent = (share: number) => (100 * share).toFixed(1).padStart(5);
const isMeasured = ({ row }: JudgedHost) => row.kind === lured || !row.bad;

function printRanking(splits: readonly Split[], judged: readonly JudgedHost[]) {
  const ruled = new Set(judged.filter(({ byRules }) => isFlagged(byRules)).map(({ row }) => row.host.host));
  for (const kind of featureKinds) {
    const ranked = splits.flatMap(({ train, test }) => {
      const measured = test.filter((row) => row.kind === lured || !row.bad);
      const scores = scoresBy(kind, train, measured);
      return measured.map((row, k) => ({ row, bad: row.bad, score: isKnown(row.host) ? -Infinity : scores[k]! }));
    });
    const withRules = ranked.map((one) => ({ ...one, score: ruled.has(one.row.host.host) ? Infinity : one.score }));
    console.log(`  ${kind.padEnd(20)} recall at .1 % ${percent(recallAt(ranked, 0.001))}  at .5 % ${percent(recallAt(ranked, 0.005))}`
      + `   with rules ${percent(recallAt(withRules, 0.001))} ${percent(recallAt(withRules, 0.005))}`);
  }
}

function printJudged(judged: readonly JudgedHost[]) {
  const bad = judged.filter(({ row }) => row.kind === lured);
  const honest = judged.filter(({ row }) => !row.bad);
  const domains = new Map<string, boolean>();
  for (const { row, level } of bad) domains.set(row.host.domain, (domains.get(row.host.domain) ?? false) || isFlagged(level));
  const share = (list: readonly JudgedHost[], flag: (one: JudgedHost) => boolean) => percent(list.filter(flag).length / list.length);
  const flags: Record<string, (one: JudgedHost) => boolean> = {
    'rules alone': ({ byRules }) => isFlagged(byRules),
    'whole judge': ({ level }) => isFlagged(level),
    'shape above .9': ({ shape }) => shape > 0.9,
    'rules or shape above .9': ({ byRules, shape }) => isFlagged(byRules) || shape > 0.9,
  };
  for (const [name, flag] of Object.entries(flags)) console.log(`  ${name.padEnd(24)} recall ${share(bad, flag)} of ${bad.length}  honest ${share(honest, flag)} % (${honest.filter(flag).length} of ${honest.length})`);
  console.log(`  whole judge by domain    recall ${percent([...domains.values()].filter(Boolean).length / domains.size)} of ${domains.size}`);
}

function printKinds(judged: readonly JudgedHost[]) {
  for (const kind of [...new Set(judged.map(({ row }) => row.kind))].sort()) {
    const own = judged.filter(({ row }) => row.kind === kind);
    const count = (flag: (one: JudgedHost) => boolean) => own.filter(flag).length;
    console.log(`  ${kind.padEnd(24)} ${String(own.length).padStart(5)}  rules ${count(({ byRules }) => isFlagged(byRules))}  judge ${count(({ level }) => isFlagged(level))}`);
  }
}

const splits = domainSplits(rows);
const trained = trainSplits(splits, knowledge);
for (const [name, wording] of Object.entries(wordings)) {
  const judged = judgeSplits(trained, knowledge, wording);
  console.log(`By domain, "${name}"`);
  printJudged(judged);
  if (name !== 'interview') continue;
  printRanking(splits, judged);
  printKinds(judged);
  console.log('  honest, flagged:', [...new Set(judged.filter((one) => isMeasured(one) && !one.row.bad && isFlagged(one.level)).map(({ row, byRules }) => row.host.host + (isFlagged(byRules) ? ' (rules)' : '')))].join(' '));
  console.log("By domain, companies' table vouching");
  printJudged(judgeSplits(trained, knowledge, wording, true));
}
for (const month of ['2024-10', '2025-01', '2025-03', '2025-06', '2025-09']) {
  const later = timeSplits(rows, month);
  const judged = judgeSplits(trainSplits(later, knowledge), knowledge, wordings.interview);
  console.log(`Made before ${month}, judged on what came after`);
  printJudged(judged);
  printRanking(later, judged);
}
