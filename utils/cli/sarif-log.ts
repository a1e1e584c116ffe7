import { readFileSync } from 'node:fs';
import type { Inspection, InspectionFinding } from '../inspect/inspection.ts';
import { saySkipped } from '../inspect/say-skipped.ts';

/** What became of one input: an inspection, or the reason why there is none (or why it saw nothing). */
export interface Inspected { readonly id: string; readonly inspection?: Inspection; readonly error?: string }

/** Levels of SARIF by severity. Code hosts stop a merge at "error". */
const levels: Readonly<Record<InspectionFinding['severity'], 'error' | 'warning' | 'note'>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note', info: 'note' };
/** Score from 0 to 10 that GitHub sorts by (docs.github.com, "SARIF support for code scanning"). */
const securitySeverity: Readonly<Record<InspectionFinding['severity'], string>> = { critical: '9.5', high: '8.0', medium: '5.0', low: '2.0', info: '0.0' };

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** A log of SARIF 2.1.0 (OASIS), a run for each input. Rules on trial are left out, they never count. */
export function sarifLog(inputs: readonly Inspected[]): string {
  return JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: inputs.map(runOf) }, null, 2);
}

function runOf({ id, inspection, error }: Inspected): object {
  const findings = inspection?.findings.filter(({ trial }) => !trial) ?? [];
  const rules = [...new Map(findings.map((finding) => [finding.rule, finding])).values()];
  const indexOf = new Map(rules.map(({ rule }, i) => [rule, i]));
  return {
    tool: { driver: { name: 'Bonafide', version, rules: rules.map(ruleOf) } },
    automationDetails: { id: `inspect/${id}` },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: error === undefined, toolExecutionNotifications: notificationsOf(inspection, error) }],
    results: findings.map((finding) => resultOf(finding, indexOf.get(finding.rule)!)),
    ...(inspection && { properties: { level: inspection.level, score: inspection.score } }),
  };
}

const ruleOf = ({ rule, title, why, rationale, normal, advice, references, severity }: InspectionFinding): object => ({
  id: rule,
  shortDescription: { text: title },
  fullDescription: { text: rationale },
  help: { text: `${why}\n\nWhy attackers do it: ${rationale}\n\nNormal when: ${normal}\n\nWhat to do: ${advice}` },
  ...(references[0] !== undefined && URL.canParse(references[0]) && { helpUri: references[0] }),
  defaultConfiguration: { level: levels[severity] },
  properties: { tags: ['security'], 'security-severity': securitySeverity[severity] },
});

const resultOf = ({ rule, severity, theme, file, line, snippet, title, why }: InspectionFinding, ruleIndex: number): object => ({
  ruleId: rule,
  ruleIndex,
  level: levels[severity],
  message: { text: `${title}: ${why}` },
  locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(file) }, region: { startLine: line, snippet: { text: snippet } } } }],
  properties: { severity, theme },
});

/** A path as a relative address: a colon would make a scheme of what stands in front of it. */
const uriOf = (path: string): string => path.split('/').map((part) => encodeURIComponent(part.toWellFormed())).join('/');

const notificationsOf = (inspection: Inspection | undefined, error: string | undefined): object[] => [
  ...(error === undefined ? [] : [{ level: 'error', message: { text: error } }]),
  ...saySkipped(inspection?.skipped ?? []).map(({ count, sentence, places }) =>
    ({ level: 'warning', message: { text: `${count} ${sentence}` }, locations: places.filter(Boolean).map((path) => ({ physicalLocation: { artifactLocation: { uri: uriOf(path) } } })) })),
];
