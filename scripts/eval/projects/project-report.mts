import { loadInspectionKnowledge } from '../../../utils/cli/load-knowledge.ts';
import { inspectPublished } from './inspect-published.mts';
import { inspected } from './inspected-project.mts';
import { alarmList, alarmTable, catchTable, missList, ruleTable, type ProjectSet } from './project-tables.mts';
import { plainTemplates, writtenProjects, type WrittenProject } from './written-project.mts';

/** How many malicious projects are caught and how many ordinary ones are warned about, as a part of docs/evaluation.md. */
export async function projectReport(): Promise<string> {
  const knowledge = loadInspectionKnowledge();
  const written = (name: string, ones: readonly WrittenProject[]): ProjectSet =>
    ({ name, ones: ones.map(({ id, project, harm }) => inspected(id, project, knowledge, harm)) });
  const malicious = [
    written('authors of detectors could read them', await writtenProjects('malicious/known')),
    written('kept from authors of detectors', await writtenProjects('malicious/holdout')),
  ];
  // Their misses are counted and not named, so that authors of detectors stay without a look at them.
  const unread = [
    written('written later, by somebody who saw no detector; nobody has read them', await writtenProjects('malicious/second')),
    written('written last, by somebody who saw no detector; nobody has read them', await writtenProjects('malicious/third')),
  ];
  const own = written('own repositories in the style of assignments', [...await plainTemplates(), ...await writtenProjects('ordinary')]);
  const { sets, unread: unfetched } = await inspectPublished();
  const ordinary = [own, ...sets];
  return [
    catchTable([...malicious, ...unread]), alarmTable(ordinary), ...unfetched,
    ...malicious.map(({ name, ones }) => `### Not caught: ${name}\n\n${missList(ones)}`),
    `### Wrongly at caution or above\n\n${alarmList(ordinary.flatMap(({ ones }) => ones))}`,
    `### In how many projects each rule held\n\n${ruleTable([...malicious, ...unread], ordinary)}`,
  ].join('\n\n');
}
