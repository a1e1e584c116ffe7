import type { SettingShape } from '../../utils/core/setting-shapes.ts';

/** What a setting, or an entry of its list, can be; empty where that is not a choice. */
export const choicesOf = ({ choices }: SettingShape): string => (choices ? `One of: ${choices.join(', ')}.` : '');

/** How large, long or many; empty where that is not limited. */
export function rangeOf({ type, least, most, longest, mostEntries }: SettingShape): string {
  if (type === 'integer' && least !== undefined) return `${least} to ${most}.`;
  const length = longest === undefined ? '' : `At most ${longest} characters${type === 'array' ? ' an entry' : ''}.`;
  const entries = mostEntries === undefined ? '' : `At most ${mostEntries} entries.`;
  return [entries, length].filter(Boolean).join(' ');
}

/** A value in words. */
export function said(value: unknown): string {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  return value === '' ? 'none' : String(value);
}
