/**
 * `npm run bench [-- messages.jsonl]`: figures of speed and size as ratios to a named baseline of the same run.
 * Not a test: absolute times depend on the machine.
 */
import { benchJudge } from './bench/judge.mts';
import { benchSizes } from './bench/sizes.mts';
import { benchPage } from './bench/page.mts';

const [messages] = process.argv.slice(2);
benchSizes();
await benchJudge(messages);
await benchPage();
