/** `node --import tsx inspect-share.mts SHARE SHARES`: inspects every so-many-th of other people's projects and prints the results, set by set, as one line of JSON. */
import { loadInspectionKnowledge } from '../../../utils/cli/load-knowledge.ts';
import { inspected, type InspectedProject } from './inspected-project.mts';
import { publishedSets } from './published-projects.mts';

const [share = 0, shares = 1] = process.argv.slice(2).map(Number);
const knowledge = loadInspectionKnowledge();
const results: InspectedProject[][] = [];
for (const { steps } of publishedSets()) {
  const ones: InspectedProject[] = [];
  for (const [i, step] of steps.entries()) if (i % shares === share) for (const project of await step()) ones.push(inspected(project.name, project, knowledge));
  results.push(ones);
}
console.log(JSON.stringify(results));
