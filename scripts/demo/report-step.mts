import type { Finding } from '../../utils/core/verdict.ts';
import { levels, type Level } from '../../utils/core/score.ts';
import type { Seen } from './page-state.mts';
import type { Step } from './steps.mts';

/** Highest level on the page; what the person marked as no problem does not count. */
export const levelOn = ({ state }: Seen): Level =>
  levels[Math.max(0, ...state.items.filter(({ judgement }) => !judgement.dismissed).map(({ judgement }) => levels.indexOf(judgement.verdict.level)))] ?? 'none';

/** A step in words, for the terminal: what stands there, how it was judged, why, and what to do. */
export function reportStep(step: Step, seen: Seen, address: string): string {
  const level = levelOn(seen);
  const findings = seen.state.items.flatMap(({ judgement }) => judgement.verdict.findings).filter(({ trial }) => !trial);
  const latest = seen.state.items.map(({ facts }) => facts.message?.thread?.at(-1)?.text ?? facts.message?.subject ?? facts.sender?.headline);
  return [
    `== ${step.title}`,
    `   ${address}`,
    ...latest.filter(Boolean).map((text) => wrap(`says: ${text}`)),
    `   level: ${level}${seen.badge === '' ? '' : ` (badge "${seen.badge}")`}`,
    ...findings.map(reportFinding),
    ...(findings.length === 0 ? ['   nothing to remark'] : []),
    step.expected.includes(level) ? '' : `   UNEXPECTED: this step should be ${step.expected.join(' or ')}\n`,
  ].join('\n');
}

const reportFinding = ({ severity, title, why, advice, rule }: Finding) =>
  [`   - ${title} [${severity}, ${rule}]`, wrap(why, '     '), wrap(`What to do: ${advice}`, '     ')].join('\n');

/** Lines of at most 100 characters, a width every terminal has room for or wraps once. */
function wrap(text: string, indent = '   '): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + word.length > 100 - indent.length) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => indent + line).join('\n');
}
