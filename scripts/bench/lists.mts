import { HashSet } from '../../utils/core/hash-set.ts';
import { fastest, ms, row, section } from './report.mts';

/** The sorted array of hashes beside a Set of strings, the plain way. */
export function benchLists(count = 100_000): void {
  section(`A list of ${count} indicators`);
  const members = Array.from({ length: count }, (_, i) => `host-${i.toString(36)}.example.com`);
  const asked = Array.from({ length: 20_000 }, (_, i) => `host-${(i * 7).toString(36)}.example.${i % 2 ? 'com' : 'org'}`);
  const set = HashSet.from(members);
  const bytes = set.bytes();
  const json = JSON.stringify(members);
  const plain = new Set(members);
  const read = fastest(() => void HashSet.read(bytes));
  const readPlain = fastest(() => void new Set(JSON.parse(json) as string[]));
  const ask = fastest(() => asked.forEach((host) => set.has(host)));
  const askPlain = fastest(() => asked.forEach((host) => plain.has(host)));
  row('bytes', String(bytes.byteLength), `${(bytes.byteLength / json.length).toFixed(2)} of the JSON`);
  row('open', ms(read), `${(read / readPlain).toFixed(2)} of JSON and Set`);
  row('look-ups a second', (asked.length / ask * 1000).toFixed(0), `${(ask / askPlain).toFixed(0)} times a Set's time`);
}
