import { followNames } from './follow-names.ts';
import { followedWords } from './followed-words.ts';
import { commentEnds, languages, type Language } from './program-tokens.ts';
import { traitsOf } from '../runs/command-traits.ts';
import { oneLine, snippetAt } from '../snippet.ts';
import type { Detail, Detector, Kind, Sighting } from '../sighting.ts';

/** Longer files of these languages are generated. */
const longest = 1_000_000;

/** Programs in languages that are not parsed: known ways to run what was fetched or decoded, and what builds start. */
export const otherPrograms: Detector = ({ path, text, lines }) => {
  const language = text.length <= longest ? languages.find(({ files }) => files.test(path)) : undefined;
  if (!language) return [];
  const code = withoutComments(text, language.comments);
  const seen: Sighting[] = [];
  const see = (kind: Kind, at: number, detail: Detail): void => void seen.push({ kind, file: path, line: lines.lineOf(at), snippet: snippetAt(text, at), detail });
  for (const { kind, by, pattern, needs } of language.signs) {
    const match = needs && !needs.test(code) ? null : pattern.exec(code);
    if (match) see(kind, match.index, { by, ...hostOf(match[0]) });
  }
  const followed = followedWords.find(({ files }) => files.test(path));
  for (const { kind, at } of followed ? followNames(code, followed) : []) if (!seen.some((one) => one.kind === kind && one.line === lines.lineOf(at))) see(kind, at, { by: 'a name that holds it' });
  lookAtStarts(path, code, language, see);
  return seen;
};

const blank = (comment: string): string => comment.replace(/[^\n]/g, ' ');

/** Comments as spaces. Once the end of one over lines is not found, no other is looked for: each look goes through the rest of the file. */
function withoutComments(text: string, comments: RegExp): string {
  let result = '';
  let from = 0;
  const endless = new Set<string>();
  for (const { index, 0: begin } of text.matchAll(comments)) {
    const closing = commentEnds[begin];
    if (index < from || endless.has(begin)) continue;
    const end = closing === undefined ? index + begin.length : text.indexOf(closing, index + begin.length) + closing.length;
    if (closing !== undefined && end < index + begin.length + closing.length) {
      endless.add(begin);
      continue;
    }
    result += text.slice(from, index) + blank(text.slice(index, end));
    from = end;
  }
  return result + text.slice(from);
}

/** Programs that a file starts and that are looked at; what people write has a few. */
const mostStarts = 100;
/** One program of the system, alone, that asks for something, copies or unpacks: it starts no file that was fetched. */
const onlyHandles = /^[^"'`\n]{0,60}["'`](?:\/usr\/bin\/)?(?:unset|export|echo|curl|wget|cd|pwd|which|where|uname|sw_vers|xcrun|lipo|git|tar|unzip|gunzip|zip|mkdir|rm|mv|cp|ls|cat|grep|test)(?:\s[^"'`|;&$<>\n]{0,200})?["'`]/;

function lookAtStarts(path: string, code: string, { builds, starts, fetches, writes }: Language, see: (kind: Kind, at: number, detail: Detail) => void): void {
  const match = starts && [...code.matchAll(new RegExp(starts.source, `${starts.flags.replace('g', '')}g`))].slice(0, mostStarts).find(({ index }) => !onlyHandles.test(code.slice(index, index + 300)));
  if (!match) return;
  const line = code.slice(match.index, (code.indexOf('\n', match.index) + 1 || code.length + 1) - 1);
  // An attribute's command is written for XML.
  const command = oneLine(line.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&gt;', '>'));
  const fetch = fetches?.exec(code);
  if (fetch && writes?.test(code)) see('starts-fetched-file', match.index, { command, ...hostOf(code.slice(fetch.index, fetch.index + 400)) });
  if (!builds?.test(path)) return;
  const traits = new Set(traitsOf(command));
  if (traits.has('fetches') && traits.has('pipes-into-shell')) see('runs-fetched-text', match.index, { command, ...hostOf(command) });
  if (traits.has('encoded') && /powershell|pwsh/i.test(command) || traits.has('encoded') && traits.has('pipes-into-shell')) see('runs-decoded-text', match.index, { command });
  see('starts-process', match.index, { command });
}

function hostOf(text: string): Detail {
  const host = /https?:\/\/([\w.-]+)/i.exec(text)?.[1]?.toLowerCase();
  return host ? { host } : {};
}
