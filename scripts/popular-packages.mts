/** Writes the lists of popular npm packages from the installed npm-high-impact: `npx tsx scripts/popular-packages.mts`. */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { npmHighImpact, npmTopDependents } from 'npm-high-impact';

/** Most downloaded names that may be imitated though few packages depend on them. */
const mostDownloaded = 1_000;

const manifest = new URL('../node_modules/npm-high-impact/package.json', import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
// Packages keep no day of release inside: the day it was installed is the day somebody looked.
const date = statSync(manifest).ctime.toISOString().slice(0, 10);
// A scope belongs to its owner, so that nobody else can take a name in it.
const unscoped = npmHighImpact.filter((name) => !name.startsWith('@'));
const depended = new Set(npmTopDependents);
const popular = unscoped.filter((name, rank) => depended.has(name) || rank < mostDownloaded);
const others = unscoped.filter((name) => !popular.includes(name));

function writeList(name: string, members: readonly string[], head: readonly string[], what: string) {
  const lines = ['# match: value', ...head, '# indicators: no', '# licence: MIT (npm-high-impact)', `# date: ${date}`, `# origin: npm-high-impact ${version}`, `# ${what}`];
  writeFileSync(fileURLToPath(new URL(`../assets/lists/${name}.txt`, import.meta.url)), [...lines, ...[...members].sort(), ''].join('\n'));
  console.log(`${name}: ${members.length}`);
}

writeList('popular-packages', popular, ['# readable: yes'], 'Unscoped npm packages that 500 others depend on, and the thousand most downloaded: what imitations imitate.');
writeList('known-packages', others, [], 'Other unscoped npm packages with a million downloads a week: well known, so never taken for an imitation.');
