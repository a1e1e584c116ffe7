/** What a file of an extension is able to do when it is opened. Order of kinds: the most dangerous reading wins. */
const extensions = {
  program: 'exe msi msix appx scr com pif dmg pkg app apk jar deb rpm appimage run bin',
  script: 'js jse vbs vbe wsf wsh hta cmd bat ps1 psm1 sh command scpt applescript py pyw rb pl reg cpl',
  shortcut: 'lnk url webloc desktop library-ms search-ms scf',
  'disk-image': 'iso img vhd vhdx udf toast sparseimage',
  'macro-document': 'docm dotm xlsm xltm xlam pptm potm ppam xll one chm',
  archive: 'zip rar 7z tar gz tgz bz2 xz txz zst cab ace arj lzh zipx',
  document: 'pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp txt md html htm eml ics pages key numbers',
  picture: 'png jpg jpeg gif webp svg bmp heic tiff ico',
} as const;
export type FileKind = keyof typeof extensions | 'other';

const kinds = new Map(Object.entries(extensions).flatMap(([kind, list]) => list.split(' ').map((extension) => [extension, kind as FileKind])));
const runs: readonly FileKind[] = ['program', 'script', 'shortcut', 'disk-image', 'macro-document'];
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** Last extension without the dot, lower case; `tar.gz` gives `gz`. Undefined when there is none. */
export const extensionOf = (name: string): string | undefined => /\.([a-z0-9-]{1,12})\s*$/i.exec(name)?.[1]?.toLowerCase();

export const kindOfFile = (name: string): FileKind => kinds.get(extensionOf(name) ?? '') ?? 'other';

/** `JD.pdf.exe`, `JD.pdf          .lnk` or a name that direction marks turn around. */
export function isDisguised(name: string): boolean {
  if (directionMarks.test(name)) return true;
  const before = /\.([a-z0-9]{2,5})\s*\.[a-z0-9-]{1,12}\s*$/i.exec(name)?.[1]?.toLowerCase();
  const shown = kinds.get(before ?? '');
  return (shown === 'document' || shown === 'picture') && runs.includes(kindOfFile(name));
}
