import { i18n } from '#i18n';
import { refusals } from '../../utils/inspect/archive/archive-kind.ts';
import { skipSentences } from '../../utils/inspect/say-skipped.ts';

/** Sentences of whoever reads archives (they go on from a name), by the key of our words for them. A test holds that there are no others. */
export const archiveSentences = {
  empty: 'is empty.', none: 'holds no files.', damaged: 'is damaged: no file could be found in it.', nothing: 'is damaged: nothing could be unpacked.',
  noTar: 'is damaged: there is no .tar inside.', unknown: 'is no archive that can be read here: name a folder, a .zip, a .tar or a .tar.gz.',
  encrypted: `is ${skipSentences.encrypted}.`, permissions: 'may not be read: check its permissions.',
  cutOff: 'is cut off: its end is missing, and only what came before was looked at.',
  part: 'is one part of several: put the parts together, or inspect the folder.',
  sevenZip: refusals['7z'], rar: refusals.rar, xz: refusals.xz, zstd: refusals.zstd, bzip2: refusals.bzip2, iso: refusals.iso, program: refusals.program,
} as const;

const notLookedInto = 'could not be looked into.';

/** Why nothing or only a part of an archive can be read, in the language of the interface. */
export function archiveWords(name: string, sentence: string): string {
  const key = (Object.keys(archiveSentences) as (keyof typeof archiveSentences)[]).find((one) => archiveSentences[one] === sentence);
  // What its files are is told below, with all that was left out.
  if (sentence.startsWith(notLookedInto)) return i18n.t('archive.notLookedInto', [name]);
  return key === undefined ? `${name} ${sentence}` : i18n.t(`archive.${key}`, [name]);
}
