import { parseArgs } from 'node:util';
import { createJudge, type Judge } from '../core/judge.ts';
import type { Command } from './command.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readInputs, type Input } from './read-inputs.ts';
import { complain, jsonLine, print, raiseAlarm } from './results.ts';
import { StixBundle } from './stix-bundle.ts';
import { verdictLine, verdictText } from './verdict-text.ts';

export const judgeFiles: Command = {
  help: `judge [--json | --stix [--with-hosts]] [--no-lists] FILE...

Judges mails (.eml, .mbox, files of a Maildir), texts (.txt) and facts (.jsonl, one object a line, see docs/facts.md);
- reads JSON lines from stdin. Results come in the order of the input. Large archives: docs/archives.md.

  --json      one JSON object a line
  --stix      one STIX 2.1 bundle with a sighting of each finding at caution or danger; nothing of the messages
  --with-hosts  the bundle names the hosts that were found, too
  --no-lists  without the lists of reported addresses, hosts, accounts and packages`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false }, 'no-lists': { type: 'boolean', default: false },
        stix: { type: 'boolean', default: false }, 'with-hosts': { type: 'boolean', default: false },
      },
    });
    if (positionals.length === 0) return complain('Name a file to judge, or - for JSON lines on stdin.');
    const judge = createJudge(loadKnowledge({ indicators: !values['no-lists'] }));
    const bundle = values.stix ? new StixBundle(values['with-hosts']) : undefined;
    await bundle?.begin(positionals);
    for (const path of positionals) {
      for await (const input of readInputs(path)) await judgeInput(input, judge, bundle ?? (values.json ? 'lines' : 'text'));
    }
    await bundle?.end();
  },
};

async function judgeInput(input: Input, judge: Judge, out: StixBundle | 'lines' | 'text'): Promise<void> {
  const { place, id = place } = input;
  try {
    if ('error' in input) throw new Error(input.error);
    const verdict = judge(input.facts);
    if (verdict.level === 'caution' || verdict.level === 'danger') raiseAlarm();
    if (out instanceof StixBundle) await out.take(id, input.facts, verdict);
    else await print(out === 'lines' ? verdictLine(id, verdict) : verdictText(id, verdict));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(`${place}: ${reason}`);
    if (out === 'lines') await print(jsonLine({ id, error: reason }));
  }
}
