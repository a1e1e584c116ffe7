import { processorTime } from '../../../utils/cli/processor-time.ts';
import { levels, type Level } from '../../../utils/core/score.ts';
import type { InspectionFinding } from '../../../utils/inspect/inspection.ts';
import { inspectProject } from '../../../utils/inspect/inspect-project.ts';
import type { InspectionKnowledge } from '../../../utils/inspect/judge-project.ts';
import type { Project } from '../../../utils/inspect/project.ts';

export interface InspectedProject {
  readonly id: string;
  readonly level: Level;
  readonly score: number;
  /** Rules that held, each once, the strongest first. */
  readonly rules: readonly string[];
  /** Something was found in a file where the harm is. */
  readonly isFoundThere: boolean;
  /** Strongest places as "rule at file:line". */
  readonly places: readonly string[];
}

export const reaches = (level: Level) => ({ level: one }: InspectedProject): boolean => levels.indexOf(one) >= levels.indexOf(level);
/** What counts as caught: the person is told of danger, and one of the places told is where the harm is. */
export const isCaught = (one: InspectedProject): boolean => one.level === 'danger' && one.isFoundThere;

/** Places kept of each project. */
const mostPlaces = 3;

export function inspected(id: string, project: Project, knowledge: InspectionKnowledge, harm: readonly string[] = []): InspectedProject {
  const { level, score, findings } = inspectProject(project, knowledge, { now: processorTime });
  const counted = findings.filter(({ trial }) => !trial);
  return {
    id, level, score, rules: [...new Set(counted.map(({ rule }) => rule))],
    isFoundThere: counted.some(({ file, severity }) => severity !== 'info' && harm.includes(file)),
    places: counted.slice(0, mostPlaces).map(placeOf),
  };
}

const placeOf = ({ rule, file, line }: InspectionFinding): string => `${rule} at ${file}:${line}`;
