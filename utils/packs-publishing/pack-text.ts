import type { Pack } from '../core/pack.ts';

/**
 * Longest part that stays in one line, in characters. A changed word costs a line patch about this much; shorter lines cost a
 * line's end each.
 */
const lineLength = 200;

/** A pack as text: plain JSON in lines, so that a patch from one version to the next is as small as what changed. */
export const packText = (pack: Pack): string => `${inLines(pack)}\n`;

function inLines(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return enclose('[', value.map(inLines), ']');
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return enclose('{', entries.map(([name, part]) => `${JSON.stringify(name)}:${inLines(part)}`), '}');
}

function enclose(open: string, parts: readonly string[], close: string): string {
  const length = parts.reduce((sum, part) => sum + part.length + 1, 1);
  // A part that takes several lines is longer than one line.
  return length <= lineLength ? open + parts.join(',') + close : `${open}\n${parts.join(',\n')}\n${close}`;
}
