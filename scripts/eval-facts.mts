/**
 * Turns evaluation rows into lines for `judge -`:
 * `npx tsx scripts/eval-facts.mts ROWS.jsonl... | npm run -s bonafide -- judge --json -`
 */
import { factsOf, readRows } from './eval/row.mts';

for (const path of process.argv.slice(2)) {
  for (const row of readRows(path)) process.stdout.write(`${JSON.stringify({ id: row.id, ...factsOf(row) })}\n`);
}
