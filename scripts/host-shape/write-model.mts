/**
 * Writes assets/models/host-shape.json. Usage: tsx scripts/host-shape/write-model.mts ADDRESSES.jsonl LICENCES.json COMPANIES.jsonl DATE
 * The same inputs give the same bytes. DATE (2026-11-21) is the day the inputs were gathered.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { HostShape } from '../../utils/core/host-shape.ts';
import { knownHost } from '../../utils/core/known-host.ts';
import { assetsFolder, loadKnowledge } from '../../utils/cli/load-knowledge.ts';
import { distinct } from './shape-row.mts';
import { mayTrain, readShapeRows } from './read-shape-rows.mts';
import { neverScored, shares, trainShape } from './train-shape.mts';

const [addresses, licences, companies, date] = process.argv.slice(2);
if (!addresses || !licences || !companies || !date) {
  throw new Error('Name four things: the addresses (.jsonl), their licences (.json), the companies (.jsonl) and the day they were gathered.');
}
const rows = readShapeRows({ addresses, licences, companies });
const training = [...rows.addresses, ...rows.added].filter(mayTrain);
const honest = rows.addresses.filter(({ bad }) => !bad);
const { lists, sites } = loadKnowledge();
const model = trainShape(training, { judged: honest, isKnown: knownHost(neverScored, lists, sites, new Set()) });
const used = distinct(training);
const reported = used.filter(({ bad }) => bad).length;

const file: HostShape = {
  licence: 'weights: facts, CC0-1.0; learned from reported hosts (maltrail, MIT) and honest ones (MISP/Tranco CC0, remoteintech ISC, '
    + 'hiring-without-whiteboards MIT, simple-icons CC0, 2fa.directory MIT, diodb CC0, public-bugbounty-programs MIT, own lists CC0)',
  date,
  origin: `${reported} hosts reported in fake interviews and meetings (assets/lists/reported-hosts.tsv and the rows of the same source in the `
    + `evaluation), ${used.length - reported} hosts of companies, popular sites and vendors`,
  made: `scripts/host-shape/write-model.mts: logistic regression over words and structure. In five-fold cross-validation by registrable domain `
    + `${shares.loose * 100} % of ${honest.length} honest addresses pass 0.5 and ${shares.tight * 100} % pass 0.9.`,
  never: neverScored,
  ...model,
};
const path = join(assetsFolder, 'models', 'host-shape.json');
mkdirSync(dirname(path), { recursive: true });
const { weights, ...head } = HostShape.parse(file);
const lines = Object.entries(weights).map(([name, weight]) => `${JSON.stringify(name)}:${weight}`);
const wrapped = lines.reduce<string[]>((all, one) => {
  const last = all.at(-1);
  if (last !== undefined && last.length + one.length < 106) all[all.length - 1] = `${last},${one}`;
  else all.push(one);
  return all;
}, []);
writeFileSync(path, `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "weights": {\n    ${wrapped.join(',\n    ')}\n  }\n}\n`);
console.log(`${path}: ${lines.length} weights`);
