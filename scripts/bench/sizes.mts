import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { row, section } from './report.mts';

/** Budgets in raw kB; see docs/architecture.md. The content scripts' are held by a test. */
const budgets: Readonly<Record<string, number>> = { 'watch-linkedin.js': 60, 'watch-gmail.js': 60, 'watch-outlook.js': 60, 'watch-webmail.js': 60, 'card.js': 60, 'background.js': 500 };

export function benchSizes(): void {
  section('Size of what ships');
  for (const target of ['chrome-mv3', 'firefox-mv3']) {
    const folder = join('.output', target);
    if (!existsSync(folder)) {
      row(target, 'not built', 'run npm run build and npm run build:firefox');
      continue;
    }
    for (const [name, budget] of Object.entries(budgets)) {
      const bytes = readFileSync(join(folder, name));
      const ratio = bytes.length / 1000 / budget;
      row(`${target} ${name}`, `${(bytes.length / 1000).toFixed(1)} kB`, `${ratio.toFixed(2)} of the budget of ${budget} kB; gzip ${(gzipSync(bytes).length / 1000).toFixed(1)} kB`);
    }
    row(`${target} whole`, `${(weigh(folder) / 1000).toFixed(0)} kB`);
  }
}

function weigh(folder: string): number {
  return readdirSync(folder, { withFileTypes: true })
    .reduce((sum, entry) => sum + (entry.isDirectory() ? weigh(join(folder, entry.name)) : statSync(join(folder, entry.name)).size), 0);
}
