import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Files that take longest, in this order, as measured in 2026-11. Where no earlier run is on record Vitest begins with the
 * largest files, and a small one that takes two minutes would run last, next to an idle core.
 */
const longest = [
  'e2e/unseen.spec.ts', 'e2e/pages.spec.ts', 'e2e/attacked.spec.ts', 'e2e/inspect-link.spec.ts', 'e2e/placement.spec.ts', 'e2e/robust.spec.ts',
  'surfaces/hostile.test.ts', 'surfaces/frozen.test.ts', 'surfaces/visible-text.test.ts', 'surfaces/pages.test.ts',
];

function rank({ moduleId }: TestSpecification): number {
  const at = longest.indexOf(relative(import.meta.dirname, moduleId).replaceAll('\\', '/'));
  return at < 0 ? longest.length : at;
}

/** The usual order, in which the files of a project stand together, with the longest of each project in front. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files);
    const projects = [...new Set(usual.map(({ project }) => project))];
    return projects.flatMap((own) => usual.filter(({ project }) => project === own).sort((a, b) => rank(a) - rank(b)));
  }
}
