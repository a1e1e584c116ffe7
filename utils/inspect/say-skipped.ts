import type { Skipped, SkipReason } from './project.ts';

/** What a reason means for the person, as a sentence that goes on from "3 entries". */
export const skipSentences: Readonly<Record<SkipReason, string>> = {
  'too large': 'not read: there is more than can be looked at, and the largest files were left out',
  encrypted: 'password-protected: nothing inside could be checked; attackers use this to pass scanners',
  'cut off': 'cut off: the end is missing, and only what came before was read',
  unreadable: 'could not be read: damaged, of an unknown kind, or not permitted',
  'outside the folder': 'named or linked to a place outside the folder, where unpacking or opening can reach other files of yours; what such a name holds was looked at',
  link: 'a link to another place, which was not followed',
  'too many files': 'not read: there are more files than can be looked at',
  'nested archive': 'an archive inside, which was not opened (too large, too deep, or of another kind): inspect it by itself',
  'out of time': 'not looked at: there was no more time',
  'read in part': 'very long: only the first two million bytes were read',
  damaged: 'damaged: its bytes do not come to what the archive says; what could be unpacked was read',
  'same name': 'there twice under one name, and programs differ in which they unpack; both were read',
  'same name but for case': 'there twice but for capital letters: on Windows and macOS one replaces the other; both were read',
  'two readings': 'packed so that programs disagree about its name or its bytes; this reading was looked at',
  'hidden between': 'followed or preceded by bytes that belong to no file; they were not looked at',
  'packed too tightly': 'packed like a bomb: it unpacks to far more than any project needs, and only its start was read',
  'path too long': 'nested deeper than any project needs; it was looked at under a shortened name',
  'odd name': 'named with characters that not every program reads alike',
  'installed packages': 'installed packages: only the names and versions were compared with reported ones',
  'not followed': 'a program too long or too broken to be followed: only its text was looked at',
  'kept by git': 'what git keeps for itself: only its hooks and settings were read',
  'another repository': 'a repository of its own (git submodule), which is not here and which cloning can bring: inspect it by its own address',
  'kept elsewhere': 'only a pointer (git LFS): cloning brings the file itself, and nobody looked into it',
  'left out of archives': 'named to be left out of archives, and not here: cloning brings it, so inspect the cloned folder before you open it',
  'unread kind': 'of a kind that is not read here: nothing inside could be checked; attackers use this to pass scanners',
  'no project': 'no archive of a project, and not looked into: do not open it',
  tangled: 'so deeply nested or so monotonous that reading broke off: one way of looking is missing for it',
};

export interface SkipLine { readonly reason: SkipReason; readonly sentence: string; readonly count: number; readonly places: readonly string[] }

/** What was skipped, a line for each reason, with some of the places; what holds for the whole has none. */
export function saySkipped(skipped: readonly Skipped[], placesTold = 3): SkipLine[] {
  return [...new Set(skipped.map(({ reason }) => reason))].map((reason) => {
    const skips = skipped.filter((skip) => skip.reason === reason);
    const count = skips.reduce((sum, { more = 0 }) => sum + 1 + more, 0);
    return { reason, sentence: skipSentences[reason], count, places: skips.map(({ path }) => path).filter(Boolean).slice(0, placesTold) };
  });
}

/** Entries that may have been settings and could not be read: of these nobody knows what they start. */
export const unreadSettings = (skipped: readonly Skipped[]): number => skipped.filter(({ reason }) => reason === 'unreadable').length;
