import { parseArgs } from 'node:util';
import { inspectProject } from '../inspect/inspect-project.ts';
import type { InspectionKnowledge } from '../inspect/judge-project.ts';
import { endMissing, nothingRead } from '../inspect/nothing-read.ts';
import type { Command } from './command.ts';
import { inspectionLine, inspectionText } from './inspection-text.ts';
import { loadInspectionKnowledge } from './load-knowledge.ts';
import { processorTime } from './processor-time.ts';
import { projectInputs, type ProjectInput } from './project-inputs.ts';
import { complain, jsonLine, print, raiseAlarm } from './results.ts';
import { sarifLog, type Inspected } from './sarif-log.ts';

type Format = 'text' | 'json' | 'sarif';

export const inspect: Command = {
  help: `inspect [--json | --sarif] PATH|ARCHIVE...

Looks into a test assignment before anybody opens it: what runs by itself, what it hides, what it fetches or sends.
Reads folders, .zip, .tar, .tar.gz (.tgz); nothing is run or written. Of what is locked or of another kind it says
that nothing could be checked. - reads an archive on the standard input, or JSON lines there, as does a .jsonl file:
{"id"?, "path": folder or archive} or {"id"?, "archive": its bytes in base64, "name"?}. Results come in the order of
the input (docs/archives.md).

  --json   one JSON object a line
  --sarif  one log of SARIF 2.1.0 for code hosts, written at the end`,

  async run(args) {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false }, sarif: { type: 'boolean', default: false } } });
    if (positionals.length === 0) return complain('Name a folder or an archive to inspect: .zip, .tar or .tar.gz.');
    if (values.json && values.sarif) return complain('Name one of --json and --sarif.');
    const knowledge = loadInspectionKnowledge();
    const format: Format = values.json ? 'json' : values.sarif ? 'sarif' : 'text';
    const logged: Inspected[] = [];
    for (const path of positionals) {
      for await (const input of projectInputs(path)) {
        const inspected = await inspectInput(input, knowledge, format);
        if (format === 'sarif') logged.push(inspected);
      }
    }
    if (format === 'sarif') await print(sarifLog(logged));
  },
};

/** Never throws: an input that cannot be read says why. */
async function inspectInput({ id, place, read }: ProjectInput, knowledge: InspectionKnowledge, format: Format): Promise<Inspected> {
  try {
    const project = await read();
    const inspection = inspectProject(project, knowledge, { now: processorTime });
    const error = nothingRead(project) ?? endMissing(project);
    if (inspection.level === 'caution' || inspection.level === 'danger') raiseAlarm();
    if (error !== undefined) complain(`${place}: ${error}`);
    if (format === 'json') await print(inspectionLine(id, inspection, error));
    // Of nothing there is nothing to say but why.
    if (format === 'text' && (error === undefined || inspection.looked.files > 0 || inspection.findings.length > 0)) await print(inspectionText(String(id), inspection, project));
    return { id: String(id), inspection, ...(error !== undefined && { error }) };
  } catch (caught) {
    const error = caught instanceof Error ? caught.message : String(caught);
    complain(`${place}: ${error}`);
    if (format === 'json') await print(jsonLine({ id, error }));
    return { id: String(id), error };
  }
}
