import type { Inspection, InspectionFinding } from '../inspect/inspection.ts';
import type { Project } from '../inspect/project.ts';
import { reachedFindings } from '../inspect/reached-findings.ts';
import type { Run } from '../inspect/run.ts';
import { safePlaces } from '../inspect/safe-places.ts';
import { sayStory } from '../inspect/say-runs.ts';
import { saySkipped, unreadSettings, type SkipLine } from '../inspect/say-skipped.ts';
import { momentsOf, tellSteps } from '../inspect/tell-steps.ts';
import type { InputId } from './facts-line.ts';
import { jsonLine, plain } from './results.ts';

/** An inspection as a line of the contract: keys and their order are kept stable. Rules on trial are left out, they never count. */
export function inspectionLine(id: InputId, { level, score, findings, runs, skipped }: Inspection, error?: string): string {
  const counted = findings
    .filter(({ trial }) => !trial)
    .map(({ rule, theme, severity, file, line, snippet }) => ({ rule, theme, severity, file, line, snippet }));
  const { open, install, start, other } = runs;
  return jsonLine({
    id, level, score, findings: counted, runs: { open: open.map(runOf), install: install.map(runOf), start: start.map(runOf), other: other.map(runOf) },
    skipped, ...(error !== undefined && { error }),
  });
}

const runOf = ({ moment, by, command, file, line, targets, hidden }: Run) => ({ moment, by, command, file, line, targets, ...(hidden && { hidden }) });

const levelSentences: Record<Inspection['level'], string> = {
  none: 'no known signal was seen; that does not make it harmless',
  notice: 'something to know before you run it',
  caution: 'do not run it on your own computer before you have understood this',
  danger: 'do not open it in an editor, install it or start it',
};

/** An inspection for people. */
export function inspectionText(id: string, inspection: Inspection, project: Project): string {
  const { level, score, findings, skipped } = inspection;
  return [
    plain(`${id}: ${level} (${score}), ${levelSentences[level]}`),
    ...byRule(findings).map(ruleText),
    '',
    ...whatHappens(inspection),
    '',
    ...whatWasLookedAt(inspection),
    ...saySkipped(skipped).map(skipText),
    '',
    ...whereToRun(project),
  ].join('\n').trimEnd();
}

const skipText = ({ count, sentence, places }: SkipLine): string =>
  plain(`    ${count} ${sentence}${places.length > 0 ? `: ${places.join(', ')}${count > places.length ? ', …' : ''}` : ''}`);

/** Places of one rule, in the order of the findings: what holds for all of them is said once. */
function byRule(findings: readonly InspectionFinding[]): readonly (readonly InspectionFinding[])[] {
  const rules = new Map<string, InspectionFinding[]>();
  for (const finding of findings) rules.set(finding.rule, [...(rules.get(finding.rule) ?? []), finding]);
  return [...rules.values()];
}

function ruleText(places: readonly InspectionFinding[]): string {
  const { severity, trial, title, rationale, normal, advice } = places[0]!;
  const more = places.at(-1)?.more;
  return [
    `  ${severity.toUpperCase()}${trial ? ' (on trial, not counted)' : ''}  ${title}`,
    ...places.flatMap(({ file, line, snippet, why }) => [`    ${file}:${line}`, `      ${snippet}`, `    Seen: ${why}`]),
    ...(more ? [`    and ${more} more ${more === 1 ? 'place' : 'places'}`] : []),
    `    Why attackers do it: ${rationale}`,
    `    Normal when: ${normal}`,
    `    What to do: ${advice}`,
  ].map(plain).join('\n');
}

const whatHappens = ({ findings, runs: { open, install, start, other }, skipped }: Inspection): string[] => {
  const stories = tellSteps([...open, ...install, ...start, ...other], unreadSettings(skipped));
  return ['  What will happen', ...stories.flatMap((story) => [
    `    ${sayStory(story)}`, ...reachedFindings(findings, momentsOf(story)).map(({ file, line, title }) => `      Found in this step: ${title} (${file}:${line}).`),
  ]).map(plain)];
};

const whatWasLookedAt = ({ looked: { files, bytes, parsed }, skipped }: Inspection): string[] => [
  `  Looked at ${files} ${files === 1 ? 'file' : 'files'} (${bytes < 1e5 ? 'under 0.1' : (bytes / 1e6).toFixed(1)} MB), ${parsed} of them as text. Nothing was run.`,
  '  Not looked at: the packages it would install, and whatever it would fetch while it runs.',
  ...(skipped.length > 0 ? ['  Besides:'] : []),
];

const whereToRun = (project: Project): string[] => [
  '  If you want to run it all the same, do it where nothing can be lost:',
  ...safePlaces(project).flatMap(({ title, note, commands }) => [`    ${title}. ${note}`, ...commands.map((command) => `      ${command}`)]),
];
