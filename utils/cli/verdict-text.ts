import type { Verdict } from '../core/verdict.ts';
import { jsonLine, plain } from './results.ts';
import type { InputId } from './facts-line.ts';

/**
 * A verdict as a line of the contract: keys and their order are kept stable. Rules on trial are left out,
 * they never count.
 */
export function verdictLine(id: InputId, { level, score, findings, unknown }: Verdict): string {
  const counted = findings
    .filter(({ trial }) => !trial)
    .map(({ rule, theme, severity, seen }) => ({ rule, theme, severity, seen }));
  return jsonLine({ id, level, score, findings: counted, unknown });
}

const levelSentences: Record<Verdict['level'], string> = {
  none: 'no known signal was seen',
  notice: 'something to know',
  caution: 'take care before you do what is asked',
  danger: 'do not do what is asked before you have checked who asks',
};

/** A verdict for people. */
export function verdictText(id: InputId, { level, score, findings, unknown }: Verdict): string {
  const parts = findings.map(({ severity, trial, title, why, rationale, normal, advice }) =>
    [
      `  ${severity.toUpperCase()}${trial ? ' (on trial, not counted)' : ''}  ${title}`,
      `    Seen: ${why}`,
      `    Why attackers do it: ${rationale}`,
      `    Normal when: ${normal}`,
      `    What to do: ${advice}`,
    ]
      .map(plain)
      .join('\n'),
  );
  const open =
    unknown.length > 0 ? [`  Could not be checked, because it was not seen: ${unknown.join(', ')}`] : [];
  return [`${plain(String(id))}: ${level} (${score}), ${levelSentences[level]}`, ...parts, ...open].join(
    '\n',
  );
}
