import { looksLikeProgram, readableText } from './code-text.ts';
import { contentKind, isArchive, isProgram } from './content-kind.ts';
import type { ProjectFile } from '../project.ts';
import type { ProjectDetector, Sighting } from '../sighting.ts';
import { oneLine } from '../snippet.ts';

/** What a name promises: endings, and kinds of content that keep the promise. */
const promises: readonly (readonly [string, RegExp, RegExp])[] = [
  ['font', /\.(?:woff2?|ttf|otf|eot|ttc)$/i, /^(?:woff|font)$/],
  ['picture', /\.(?:png|jpe?g|gif|webp|ico|icns|bmp|avif|heic|tiff?|psd)$/i, /^(?:png|jpeg|gif|ico|icns|bmp|tiff|riff|mp4|psd|webp)$/],
  ['sound or film', /\.(?:mp3|wav|ogg|oga|flac|aac|m4a|mp4|m4v|mov|webm|avi|mkv)$/i, /^(?:mp3|riff|ogg|flac|mp4|webm|aac|au|midi)$/],
  ['document', /\.pdf$/i, /^pdf$/],
  ['text', /\.(?:txt|md|csv|json|ya?ml|toml|css|scss|log|xml|html?|env|lock|ini)$/i, /^$/],
];
/** Endings of names that start something, behind one that does not. */
const doubleEnding = /\.(pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|txt|rtf|mp[34]|zip|csv)\s*\.(exe|scr|com|pif|vbs|vbe|jse|wsf|hta|bat|cmd|ps1|lnk|msi|jar|app|command|desktop|apk|dmg|pkg)$/i;
// eslint-disable-next-line no-control-regex
const oddName = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u200b\u2060]|(?<!\s)\s{6,}\.\w+$/;

/** Files whose content, or whose real ending, is not what their name says. */
export const disguisedFiles: ProjectDetector = ({ files }) => files.flatMap((file) => [...byName(file), ...byContent(file)]);

function byName({ path }: ProjectFile): Sighting[] {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const double = doubleEnding.exec(name);
  if (double) return [disguised(path, name, double[1]!.toLowerCase(), double[2]!.toLowerCase(), 'two endings')];
  return oddName.test(name) ? [disguised(path, name, 'another name', name.split('.').at(-1)!, 'characters that hide the ending')] : [];
}

function byContent({ path, bytes }: ProjectFile): Sighting[] {
  const promise = promises.find(([, ending]) => ending.test(path));
  if (!promise || !bytes || bytes.length < 16) return [];
  const [pretends, , kept] = promise;
  const kind = contentKind(bytes);
  if (kind && kept.test(kind)) return behindEnd(path, bytes, pretends, kind);
  // A container of its own and a script are told by what starts them; here only what the name denies counts.
  if (isProgram(kind) || kind === 'Windows shortcut' || (isArchive(kind) && pretends !== 'text')) return [disguised(path, kind!, pretends, kind!, 'content')];
  if (pretends === 'text' || kind) return [];
  const text = readableText(bytes);
  if (text === undefined || text.startsWith('version https://git-lfs') || !looksLikeProgram(text) || /^\s*<(?:!doctype|html|svg|\?xml)/i.test(text)) return [];
  return [disguised(path, text, pretends, 'program text', 'content')];
}

/** Longest end that is looked at: what starts a file that way needs to be short, or to fetch the rest. */
const lastBytes = 6_000;

/** Program text behind a picture or font, or a "picture" that is text from its seventh byte on. */
function behindEnd(path: string, bytes: Uint8Array, pretends: string, kind: string): Sighting[] {
  const body = kind === 'gif' || kind === 'bmp' || kind === 'ico' ? readableText(bytes.subarray(6, 600)) : undefined;
  if (body !== undefined && looksLikeProgram(body)) return [disguised(path, body, pretends, 'program text', 'content')];
  if (kind === 'pdf' || pretends === 'sound or film') return [];
  const tail = readableTail(bytes);
  return tail.length > 60 && looksLikeProgram(tail) ? [disguised(path, tail, pretends, 'program text', 'behind its end')] : [];
}

function readableTail(bytes: Uint8Array): string {
  let from = bytes.length;
  const least = Math.max(0, bytes.length - lastBytes);
  while (from > least && isPrintable(bytes[from - 1]!)) from--;
  return new TextDecoder('latin1').decode(bytes.subarray(from));
}

const isPrintable = (byte: number): boolean => byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);

const disguised = (path: string, shown: string, pretends: string, holds: string, how: string): Sighting =>
  ({ kind: 'disguised-file', file: path, line: 1, snippet: oneLine(shown), detail: { pretends, holds, how } });
