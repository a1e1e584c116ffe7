import { readFileSync, writeFileSync } from 'node:fs';

const begin = '<!-- What follows is written by `npm run eval -- --images --write`. -->';
const end = '<!-- Here ends what was written about pictures. -->';

/** Puts the figures between the two marks of the page. Throws when the page has lost one: then nothing is written. */
export function writeImagePart(page: string, results: string): void {
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has lost the marks of the part about pictures: put "${begin}" and "${end}" back.`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${results}\n\n${text.slice(to)}`);
}
