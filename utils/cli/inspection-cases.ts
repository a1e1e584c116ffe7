import { inspectProject } from '../inspect/inspect-project.ts';
import type { InspectionCase, TestedInspectionRule } from '../inspect/inspection-rule.ts';
import type { InspectionKnowledge } from '../inspect/judge-project.ts';
import type { Project, ProjectFile } from '../inspect/project.ts';
import type { FailedCase } from './rule-cases.ts';

/** Files written as texts as a project. */
export function projectOf(name: string, files: Readonly<Record<string, string>>): Project {
  const encoder = new TextEncoder();
  return { name, skipped: [], files: Object.entries(files).map(([path, text]) => ({ path, bytes: encoder.encode(text) })).map((file) => ({ ...file, size: file.bytes.length })) };
}

/** A rule's case as a project. */
export function projectOfCase({ name, files, links = {}, skipped = {} }: InspectionCase): Project {
  const project = projectOf(name, files);
  const linked = Object.entries(links).map(([path, linksTo]): ProjectFile => ({ path, size: 0, linksTo }));
  return { ...project, files: [...project.files, ...linked], skipped: Object.entries(skipped).map(([path, reason]) => ({ path, reason })) };
}

/** Runs every rule's own cases over tiny projects. Drafts are judged like rules on trial; retired rules are left out. */
export function failedInspectionCases(rules: readonly TestedInspectionRule[], knowledge: InspectionKnowledge): FailedCase[] {
  const usable = rules.filter(({ status }) => status !== 'retired').map((rule) => (rule.status === 'draft' ? { ...rule, status: 'trial' as const } : rule));
  return usable.flatMap((rule) => {
    const alone = { ...knowledge, rules: [rule] };
    const fires = (one: InspectionCase) => inspectProject(projectOfCase(one), alone).findings.length > 0;
    return [
      ...rule.tests.match.filter((one) => !fires(one)).map(({ name }) => `"${name}" must fire and does not`),
      ...rule.tests.pass.filter(fires).map(({ name }) => `"${name}" must not fire and does`),
    ].map((sentence) => ({ rule: rule.id, sentence }));
  });
}
