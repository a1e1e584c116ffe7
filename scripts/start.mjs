// `npm start`: from a fresh clone to the extension at work in a browser.
// `--browser chromium|firefox`, chromium unless told.
import { prepareMachine, run } from './prepare-machine.mjs';

/** @type {Record<import('../utils/cli/browser/find-browser.mjs').BrowserKind, string>} */
const buildTarget = { chromium: 'chrome', firefox: 'firefox' };

// by hand: parseArgs is missing from the old Nodes that prepareMachine replaces
const at = process.argv.indexOf('--browser');
const kind = at === -1 ? 'chromium' : process.argv[at + 1];
if (kind !== 'chromium' && kind !== 'firefox') {
  console.error(`--browser is ${kind}; it can be chromium or firefox.`);
  process.exit(2);
}

try {
  await prepareMachine([kind]);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (run('wxt', ['build', '-b', buildTarget[kind]]) !== 0) process.exit(1);
process.exitCode = run('tsx', ['scripts/demo.mts', '--browser', kind]);
