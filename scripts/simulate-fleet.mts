/**
 * `npm run simulate:fleet [-- --write]`: what fleets of three sizes ask of the place of the packs and of a collector, by the product's own schedules
 * and sizes. `--write` puts it into docs/scale.md.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { fleetSizes, simulateCases } from './simulate/cases.mts';
import { measureSizes } from './simulate/measure-sizes.mts';
import { tablesOf } from './simulate/tables.mts';

const { values: { write } } = parseArgs({ options: { write: { type: 'boolean', default: false } } });
const page = 'docs/scale.md';
const [begin, end] = ['<!-- measured: npm run simulate:fleet -- --write -->\n', '<!-- end -->\n'];

const sizes = measureSizes();
const text = tablesOf(sizes, fleetSizes.map((browsers) => simulateCases(browsers, sizes)));
console.log(text);
if (write) {
  const before = readFileSync(page, 'utf8');
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < 0) throw new Error(`${page} has no place for the tables: put the lines "${begin.trim()}" and "${end.trim()}" into it.`);
  writeFileSync(page, `${before.slice(0, from)}${begin}\n${text}\n${before.slice(to)}`);
}
