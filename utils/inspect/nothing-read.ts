import type { Project } from './project.ts';
import { skipSentences } from './say-skipped.ts';

/** Why nothing was looked at although there are files, as a sentence that goes on from the project's name. */
export function nothingRead({ files, skipped, refusal }: Project): string | undefined {
  if (refusal !== undefined) return refusal;
  if (files.length === 0 && skipped.some(({ reason }) => reason === 'encrypted')) return `is ${skipSentences.encrypted}.`;
  if (files.length === 0 && skipped.some(({ reason }) => reason === 'unreadable')) return 'may not be read: check its permissions.';
  if (files.length === 0) return 'holds no files.';
  if (files.some(({ bytes }) => bytes !== undefined)) return undefined;
  const reason = skipped.some((skip) => skip.reason === 'encrypted') ? 'encrypted' : (skipped[0]?.reason ?? 'unreadable');
  return `could not be looked into. Its files are ${skipSentences[reason]}.`;
}

/** Why only a part of an archive was looked at, as a sentence that goes on from its name: its end is missing. */
export const endMissing = ({ name, skipped }: Project): string | undefined =>
  skipped.some(({ path, reason }) => reason === 'cut off' && (path === '' || path === name)) ? 'is cut off: its end is missing, and only what came before was looked at.' : undefined;
