/** `npm run lint:store [-- FOLDER]`: Mozilla's linter over the build for Firefox. Fails on errors and on warnings that nobody has explained. */
import { becauseOf } from './release/known-warnings.mts';
import { lintBuild } from './release/lint-build.mts';

const folder = process.argv[2] ?? '.output/firefox-mv3';
const { errors, warnings } = await lintBuild(folder);
const unexplained = warnings.filter((warning) => becauseOf(warning) === undefined);
for (const { code, message, file } of errors) console.error(`error ${code} ${file ?? ''}: ${message}`);
for (const warning of warnings) console.log(`${becauseOf(warning) === undefined ? 'WARNING' : 'explained'} ${warning.code} ${warning.file ?? ''}: ${becauseOf(warning) ?? `${warning.message}\n  ${warning.excerpt}`}`);
console.log(`${errors.length} errors, ${unexplained.length} warnings to look at, ${warnings.length - unexplained.length} explained`);
if (errors.length + unexplained.length > 0) process.exitCode = 1;
