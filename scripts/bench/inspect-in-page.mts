import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { launch } from '../../utils/cli/browser/launch.ts';
import { inspectedProject } from './inspect.mts';
import { row, section } from './report.mts';
import { writeProject } from './write-project.mts';

interface Cost { readonly wall: number; readonly processor: number; readonly megabytes: number }

const { files, bytes, budget } = inspectedProject;
/** Milliseconds until a machine under load is done all the same. */
const patience = 240_000;

/** The same project as an archive in the page as it is shipped, in Chromium: its process holds the page and the worker, and nothing else. */
export async function benchInspectInPage(): Promise<void> {
  section(`Inspecting the same as a .zip in the extension's page, in chromium`);
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-bench-'));
  try {
    const [small, large] = [join(folder, 'small.zip'), join(folder, 'large.zip')];
    writeFileSync(small, zipSync({ 'task/package.json': new TextEncoder().encode('{}') }));
    writeProject(join(folder, 'task'), files, bytes);
    writeFileSync(large, zipOf(join(folder, 'task')));
    const [empty, cost] = [await inspectInPage(small), await inspectInPage(large)];
    row('from the choice to the result, on the clock', `${cost.wall.toFixed(1)} s`, `${cost.processor.toFixed(1)} s of processor time of the process, ${empty.processor.toFixed(1)} s for an empty project; budget ${budget.seconds} s on one core`);
    row('memory at most, beyond that of an empty project', `${(cost.megabytes - empty.megabytes).toFixed(0)} MB`, `${cost.megabytes.toFixed(0)} MB of the whole process, ${empty.megabytes.toFixed(0)} MB with an empty project; budget ${budget.megabytes} MB`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const zipOf = (folder: string): Uint8Array =>
  zipSync(Object.fromEntries(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    .map((entry) => [join('task', entry.parentPath.slice(folder.length), entry.name), readFileSync(join(entry.parentPath, entry.name))])));

/** A browser for each, so that none finds memory that another left. */
async function inspectInPage(archive: string): Promise<Cost> {
  const browser = await launch({ kind: 'chromium', fixtures: () => undefined });
  try {
    const page = await browser.openExtensionPage('inspect.html');
    const process = extensionProcess();
    const [started, before] = [performance.now(), processorSeconds(process)];
    await page.locator('input[name=archive]').setInputFiles(archive);
    await page.locator('article').waitFor({ timeout: patience });
    return { wall: (performance.now() - started) / 1000, processor: processorSeconds(process) - before, megabytes: mostMegabytes(process) };
  } finally {
    await browser.stop();
  }
}

/** The newest process that Chromium runs for extensions. @throws {Error} where there is no /proc */
function extensionProcess(): number {
  const found = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter(isOfExtension);
  const newest = Math.max(...found);
  if (!Number.isFinite(newest)) throw new Error('No process of an extension was found in /proc: this part of the benchmark needs Linux.');
  return newest;
}

function isOfExtension(id: number): boolean {
  try {
    return readFileSync(`/proc/${id}/cmdline`, 'utf8').includes('--extension-process');
  } catch {
    return false;
  }
}

/** proc(5): the 14th and 15th word count ticks, of which the system has so many a second. The second may hold spaces, in brackets. */
function processorSeconds(id: number): number {
  const words = readFileSync(`/proc/${id}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return (Number(words[11]) + Number(words[12])) / Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
}

/** Most memory that was ever resident: also what ArrayBuffers hold, which no heap counts. */
const mostMegabytes = (id: number): number => Number(/VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${id}/status`, 'utf8'))![1]) / 1e3;
