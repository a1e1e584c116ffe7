/** `node --import tsx inspect-apart.mts FOLDER`: inspects a folder once and prints what it cost, as one line of JSON. */
import { loadInspectionKnowledge } from '../../utils/cli/load-knowledge.ts';
import { processorTime } from '../../utils/cli/processor-time.ts';
import { readProject } from '../../utils/cli/read-project.ts';
import { inspectProject } from '../../utils/inspect/inspect-project.ts';

export interface Cost {
  /** Processor time of inspecting, in s. */
  readonly seconds: number;
  /** The same on the clock. */
  readonly wall: number;
  /** Processor time of reading the folder, in s. */
  readonly reading: number;
  /** Most memory of the process, in MB. */
  readonly megabytes: number;
  readonly files: number;
}

const seconds = () => processorTime() / 1000;

const [folder = '.'] = process.argv.slice(2);
const knowledge = loadInspectionKnowledge();
const before = seconds();
const project = await readProject(folder);
const read = { seconds: seconds(), at: performance.now() };
const { looked } = inspectProject(project, knowledge, { now: processorTime });
const cost: Cost = {
  seconds: seconds() - read.seconds, wall: (performance.now() - read.at) / 1000, reading: read.seconds - before,
  megabytes: process.resourceUsage().maxRSS / 1e3, files: looked.files,
};
console.log(JSON.stringify(cost));
