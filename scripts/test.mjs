// `npm test`: everything there is to check. Its last line is exactly `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareMachine, run } from './prepare-machine.mjs';
import { provideEngines } from './provide-engines.mjs';

const total = { passed: 0, failed: 0 };
const failures = /** @type {string[]} */ ([]);

/** @param {string} name @param {number} passed @param {number} failed */
function count(name, passed, failed) {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(`${name}: ${failed} failed`);
}

/** One step that either holds or does not. @param {string} name @param {string[]} command */
function check(name, [program = '', ...words]) {
  console.log(`\n== ${name}`);
  const held = run(program, words) === 0;
  count(name, held ? 1 : 0, held ? 0 : 1);
}

/**
 * The tests of some vitest projects, counted from its JSON report.
 * A run that ends without a report, without a test, or in error although no test failed, is one failure.
 * @param {string} name @param {string[]} projects
 */
function countTests(name, projects) {
  console.log(`\n== ${name}`);
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-report-'));
  const file = join(folder, 'report.json');
  const chosen = projects.flatMap((project) => ['--project', project]);
  const status = run('vitest', [
    'run',
    ...chosen,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ]);
  const { numPassedTests: passed = 0, numFailedTests: failed = 0 } = existsSync(file)
    ? JSON.parse(readFileSync(file, 'utf8'))
    : {};
  rmSync(folder, { recursive: true, force: true });
  const crashed = failed === 0 && (status !== 0 || passed === 0);
  count(name, passed, crashed ? 1 : failed);
}

async function checkEverything() {
  await prepareMachine(['chromium', 'firefox']);
  if (run('wxt', ['prepare']) !== 0) count('wxt prepare', 0, 1);
  check('types', ['tsc', '--noEmit']);
  check('core types', ['tsc', '--noEmit', '-p', 'tsconfig.core.json']);
  check('lint', ['oxlint', '--deny-warnings']);
  check('build chrome', ['wxt', 'build']);
  check('build firefox', ['wxt', 'build', '-b', 'firefox']);
  // after the builds, because the repository's own tests read the built manifests
  countTests('unit tests', ['node', 'platform', 'page']);
  countTests('browser tests', ['e2e']);
  const toInstall = provideEngines();
  if (toInstall) {
    console.error(toInstall);
    count('engines of the fleet tests', 0, 1);
  }
  countTests('fleet tests', ['fleet']);
}

try {
  await checkEverything();
} catch (error) {
  console.error(error);
  count('the run itself', 0, 1);
}
for (const failure of failures) console.log(failure);
process.exitCode = total.failed > 0 ? 1 : 0;
console.log(`${total.passed} passed, ${total.failed} failed`);
