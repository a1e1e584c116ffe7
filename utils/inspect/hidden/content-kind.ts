/** First bytes of kinds of files. Source: the formats' own specifications, as collected in the tables of file(1). */
const signatures: readonly (readonly [string, string, number?])[] = [
  ['7f454c46', 'Linux program'], ['feedface', 'macOS program'], ['feedfacf', 'macOS program'], ['cefaedfe', 'macOS program'], ['cffaedfe', 'macOS program'],
  ['0061736d', 'wasm'], ['4c00000001140200', 'Windows shortcut'], ['d0cf11e0a1b11ae1', 'Office or installer'], ['4d534346', 'cab'],
  ['504b0304', 'zip'], ['504b0506', 'zip'], ['1f8b08', 'gzip'], ['526172211a07', 'rar'], ['377abcaf271c', '7z'], ['fd377a585a00', 'xz'], ['425a68', 'bzip2'], ['28b52ffd', 'zstd'],
  ['89504e470d0a1a0a', 'png'], ['ffd8ff', 'jpeg'], ['474946383961', 'gif'], ['474946383761', 'gif'], ['00000100', 'ico'], ['00000200', 'ico'], ['424d', 'bmp'], ['69636e73', 'icns'],
  ['49492a00', 'tiff'], ['4d4d002a', 'tiff'], ['52494646', 'riff'], ['774f4646', 'woff'], ['774f4632', 'woff'], ['00010000', 'font'], ['4f54544f', 'font'], ['74727565', 'font'], ['74746366', 'font'],
  ['494433', 'mp3'], ['fffb', 'mp3'], ['fff3', 'mp3'], ['fff2', 'mp3'], ['fffa', 'mp3'], ['4f676753', 'ogg'], ['664c6143', 'flac'], ['66747970', 'mp4', 4], ['1a45dfa3', 'webm'], ['25504446', 'pdf'], ['38425053', 'psd'], ['53514c69746520', 'sqlite'],
  ['fff1', 'aac'], ['fff9', 'aac'], ['2e736e64', 'au'], ['4d546864', 'midi'],
];

const hexOf = (bytes: Uint8Array, from: number, to: number): string => Array.from(bytes.subarray(from, to), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** What the first bytes say that a file is, or undefined. */
export function contentKind(bytes: Uint8Array): string | undefined {
  const start = hexOf(bytes, 0, 20);
  if (start.startsWith('4d5a') && isWindowsProgram(bytes)) return 'Windows program';
  // The same four bytes begin a Java class and a macOS program of several machines; the second has a small count there.
  if (start.startsWith('cafebabe')) return bytes[6] === 0 && (bytes[7] ?? 0) < 20 && bytes[4] === 0 ? 'macOS program' : 'Java class';
  return signatures.find(([hex, , at = 0]) => start.startsWith(hex, at * 2))?.[1];
}

function isWindowsProgram(bytes: Uint8Array): boolean {
  if (bytes.length < 64) return false;
  const at = new DataView(bytes.buffer, bytes.byteOffset).getUint32(60, true);
  return bytes[at] === 0x50 && bytes[at + 1] === 0x45 || bytes.length > 512 && bytes.subarray(2, 64).includes(0);
}

export const isProgram = (kind: string | undefined): boolean => kind !== undefined && /program|^Java class$/.test(kind);
export const isArchive = (kind: string | undefined): boolean => kind !== undefined && /^(?:zip|gzip|rar|7z|xz|bzip2|zstd|cab)$/.test(kind);
