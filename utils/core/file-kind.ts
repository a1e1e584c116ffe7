/** What a file of an extension is able to do when it is opened. Order of kinds: the most dangerous reading wins. */
const extensions = {
  program: 'exe msi msix appx scr com pif dmg pkg app apk jar deb rpm appimage run bin jnlp application diagcab msc vsix whl gem crx xpi',
  script: 'js jse mjs cjs vbs vbe vbscript wsf wsh hta cmd bat ps1 psm1 sh zsh bash command terminal workflow action scpt applescript osascript py pyw rb pl reg cpl',
  shortcut: 'lnk url webloc desktop library-ms search-ms settingcontent-ms appref-ms scf mobileconfig rdp',
  'disk-image': 'iso img vhd vhdx udf wim toast sparseimage',
  'macro-document': 'docm dotm xlsm xlsb xltm xlam pptm potm ppam xll one chm',
  archive: 'zip rar 7z tar gz tgz bz2 xz txz zst cab ace arj lzh zipx z01 001 r00 part1',
  document: 'pdf doc docx odt rtf xls xlsx ods csv ppt pptx odp txt md html htm eml ics pages key numbers',
  picture: 'png jpg jpeg gif webp svg bmp heic tiff ico',
} as const;
export type FileKind = keyof typeof extensions | 'other';

const kinds = new Map(Object.entries(extensions).flatMap(([kind, list]) => list.split(' ').map((extension) => [extension, kind as FileKind])));
const runs: readonly FileKind[] = ['program', 'script', 'shortcut', 'disk-image', 'macro-document'];
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

/** What systems drop from the end of a name, so that `a.exe.` opens as `a.exe`, and what nobody sees. */
const unseen = /[.\s\p{Cf}]/u;

/** The name as it opens. A loop, because a pattern that ends in `+$` takes quadratic time over a hostile name. */
function trimmed(name: string): string {
  let end = name.length;
  while (end > 0 && unseen.test(name[end - 1]!)) end--;
  return name.slice(0, end);
}

/** Last extension without the dot, lower case; `tar.gz` gives `gz`. Undefined when there is none. */
export const extensionOf = (name: string): string | undefined => /\.([a-z0-9-]{1,20})$/i.exec(trimmed(name))?.[1]?.toLowerCase();

export const kindOfFile = (name: string): FileKind => kinds.get(extensionOf(name) ?? '') ?? 'other';

/** `JD.pdf.exe`, `JD.pdf          .lnk` or a name that direction marks turn around. */
export function isDisguised(name: string): boolean {
  if (directionMarks.test(name)) return true;
  const before = /\.([a-z0-9]{2,5})\s*\.[a-z0-9-]{1,20}$/i.exec(trimmed(name))?.[1]?.toLowerCase();
  const shown = kinds.get(before ?? '');
  return (shown === 'document' || shown === 'picture') && runs.includes(kindOfFile(name));
}
