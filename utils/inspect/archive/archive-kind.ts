import type { SkipReason } from '../project.ts';
import { isTarHeader } from './tar-header.ts';

/** What an archive is, by its first bytes: its name may say anything. */
export type ArchiveKind = 'zip' | 'gzip' | 'tar' | keyof typeof refusals;

/** Kinds that are known and not read, with what to do instead. */
export const refusals = {
  '7z': 'is a .7z archive, which is not read here. Unpack it where nothing of value is (a virtual machine, no network), and inspect the folder. Attackers pick kinds that scanners do not read.',
  rar: 'is a .rar archive, which is not read here. Unpack it where nothing of value is (a virtual machine, no network), and inspect the folder. Attackers pick kinds that scanners do not read.',
  xz: 'is packed with xz, which is not read here. Unpack it with "xz -dk FILE" and inspect the .tar: unpacking runs nothing.',
  zstd: 'is packed with zstd, which is not read here. Unpack it with "zstd -dk FILE" and inspect the .tar: unpacking runs nothing.',
  bzip2: 'is packed with bzip2, which is not read here. Unpack it with "bzip2 -dk FILE" and inspect the .tar: unpacking runs nothing.',
  iso: 'is the image of a disc, which is not read here. Do not open it: the system mounts it and shows its files without the usual warnings.',
  program: 'is a program, not a project. Do not start it.',
} as const;

/** What is no archive of files: an image starts on its own when it is opened, and a program is one. */
export const reasonOf = (kind: keyof typeof refusals): SkipReason => (kind === 'iso' || kind === 'program' ? 'no project' : 'unread kind');

/** First bytes in hex. Sources: the formats' own specifications; https://www.garykessler.net/library/file_sigs.html */
const magics: readonly (readonly [string, ArchiveKind])[] = [
  ['504b0304', 'zip'], ['504b0506', 'zip'], ['504b0708', 'zip'], ['1f8b', 'gzip'],
  ['377abcaf271c', '7z'], ['526172211a07', 'rar'], ['fd377a585a00', 'xz'], ['28b52ffd', 'zstd'], ['425a68', 'bzip2'],
  ['4d5a', 'program'], ['7f454c46', 'program'], ['cffaedfe', 'program'], ['cafebabe', 'program'],
];

/** Bytes from the start that are needed. The image of a disc says so in its 17th sector. */
export const archiveStart = 32_774;

export function archiveKind(start: Uint8Array): ArchiveKind | undefined {
  const hex = Array.from(start.subarray(0, 6), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const known = magics.find(([magic]) => hex.startsWith(magic))?.[1];
  if (known) return known;
  if (isTarHeader(start)) return 'tar';
  return String.fromCharCode(...start.subarray(32_769, 32_774)) === 'CD001' ? 'iso' : undefined;
}

/** Is a file of a project itself packed? Office documents and packages are too; they are told by their names. */
export const isNestedArchive = (path: string, start: Uint8Array): boolean => {
  const kind = archiveKind(start);
  return kind !== undefined && kind !== 'program' && !packedDocuments.test(path);
};
const packedDocuments = /\.(?:docx|xlsx|pptx|od[tsp]|epub|jar|war|apk|aar|xpi|crx|whl|nupkg|vsix|ttf|woff2?|svgz)$/i;
