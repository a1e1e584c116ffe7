import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Cost } from './inspect-apart.mts';
import { median, row, section } from './report.mts';
import { writeProject } from './write-project.mts';

/** The goal is stated for a project of so many files and bytes. */
const files = 5_000;
const bytes = 50_000_000;
const runs = 3;
const budget = { seconds: 10, megabytes: 300 };
export const inspectedProject = { files, bytes, budget } as const;

/** What a search by hand would look for, in one expression, so that grep reads each file once. */
const patterns = [
  'eval\\(', 'new Function', 'child_process', 'exec\\(', 'fromCharCode', 'base64', 'atob\\(', 'https?://', 'postinstall', 'folderOpen',
  'process\\.env', 'pickle', 'yaml\\.load', 'curl', '[[:space:]]{200,}', '_0x[0-9a-f]{4}',
];

/** A generated project in a folder: what inspecting it costs, in a process of its own, beside grep over the same files. */
export function benchInspect(): void {
  section(`Inspecting a project of ${files} files and ${bytes / 1e6} MB`);
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-bench-'));
  try {
    const empty = inspectApart(folder).megabytes;
    writeProject(folder, files, bytes);
    grepSeconds(folder);
    const [greps, costs]: [number[], Cost[]] = [[], []];
    for (let run = 0; run < runs; run++) {
      greps.push(grepSeconds(folder));
      costs.push(inspectApart(folder));
    }
    report(median(greps), costs, empty);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function report(grep: number, costs: readonly Cost[], empty: number): void {
  const middle = (field: keyof Cost) => median(costs.map((cost) => cost[field]));
  const most = Math.max(...costs.map(({ megabytes }) => megabytes));
  const seconds = middle('seconds');
  row(`baseline: grep -rE of ${patterns.length} patterns`, `${grep.toFixed(2)} s`, 'processor time');
  row('inspecting what was read', `${(seconds / grep).toFixed(1)} of it`, `${seconds.toFixed(1)} s of processor time (${costs.map((cost) => cost.seconds.toFixed(1)).join(', ')}); budget ${budget.seconds} s on one core`);
  row('of it on the clock', `${middle('wall').toFixed(1)} s`, `${(bytes / 1e6 / middle('wall')).toFixed(1)} MB/s; ${costs[0]!.files} files looked at`);
  row('reading the folder, besides', `${middle('reading').toFixed(1)} s`, 'processor time');
  row('memory at most, beyond that of an empty project', `${(most - empty).toFixed(0)} MB`, `${most.toFixed(0)} MB of the whole process, ${empty.toFixed(0)} MB of one that read nothing; budget ${budget.megabytes} MB`);
}

/** A process for each, so that none finds memory or code that another left. */
function inspectApart(folder: string): Cost {
  const script = fileURLToPath(new URL('./inspect-apart.mts', import.meta.url));
  return JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', script, folder], { encoding: 'utf8' })) as Cost;
}

/** The shell tells the processor time of what it ran: Node does not. */
function grepSeconds(folder: string): number {
  const script = 'TIMEFORMAT="%U %S"; { time grep -rE "$1" "$2" > /dev/null; } 2>&1';
  const said = execFileSync('bash', ['-c', script, 'bash', patterns.join('|'), folder], { encoding: 'utf8' });
  return said.trim().split(' ').reduce((sum, part) => sum + Number(part), 0);
}
