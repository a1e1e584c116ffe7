import { parseArgs } from 'node:util';
import { createJudge, type Judge } from '../core/judge.ts';
import type { Command } from './command.ts';
import { loadKnowledge } from './load-knowledge.ts';
import { readInputs, type Input } from './read-inputs.ts';
import { complain, jsonLine, print, raiseAlarm } from './results.ts';
import { verdictLine, verdictText } from './verdict-text.ts';

export const judgeFiles: Command = {
  help: `judge [--json] [--no-lists] FILE...

Judges mails (.eml, .mbox), texts (.txt) and facts (.jsonl, one object a line, see docs/facts.md);
- reads JSON lines from stdin. Results come in the order of the input.

  --json      one JSON object a line
  --no-lists  without the lists of reported addresses, hosts, accounts and packages`,

  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false }, 'no-lists': { type: 'boolean', default: false } },
    });
    if (positionals.length === 0) return complain('Name a file to judge, or - for JSON lines on stdin.');
    const judge = createJudge(loadKnowledge({ indicators: !values['no-lists'] }));
    for (const path of positionals) {
      for await (const input of readInputs(path)) await judgeInput(input, judge, values.json);
    }
  },
};

async function judgeInput(input: Input, judge: Judge, json: boolean): Promise<void> {
  const { place, id = place } = input;
  try {
    if ('error' in input) throw new Error(input.error);
    const verdict = judge(input.facts);
    if (verdict.level === 'caution' || verdict.level === 'danger') raiseAlarm();
    await print(json ? verdictLine(id, verdict) : verdictText(id, verdict));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    complain(`${place}: ${reason}`);
    if (json) await print(jsonLine({ id, error: reason }));
  }
}
