import { readFileSync, writeFileSync } from 'node:fs';

const parts = { images: 'pictures', projects: 'projects' } as const;

/** Puts the figures between the two marks of a part of the page. Throws when the page has lost one: then nothing is written. */
export function writePart(page: string, option: keyof typeof parts, results: string): void {
  const begin = `<!-- What follows is written by \`npm run eval -- --${option} --write\`. -->`;
  const end = `<!-- Here ends what was written about ${parts[option]}. -->`;
  const text = readFileSync(page, 'utf8');
  const [from, to] = [text.indexOf(begin), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${page} has lost the marks of the part about ${parts[option]}: put "${begin}" and "${end}" back.`);
  writeFileSync(page, `${text.slice(0, from + begin.length)}\n\n${results}\n\n${text.slice(to)}`);
}
