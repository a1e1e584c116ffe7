import type { Kind, Sighting, TextFile } from '../sighting.ts';
import { snippetAt } from '../snippet.ts';

/** For files that no parser reads: only what one line says by itself. */
const lines: readonly (readonly [RegExp, Kind, string])[] = [
  [/\b(?:eval|Function)\s*\([^;\n]{0,120}(?:await\s+)?(?:fetch|axios(?:\.\w+)?|got|request)\s*\(/g, 'runs-fetched-text', 'eval'],
  [/\b(?:eval|Function)\s*\([^;\n]{0,80}(?:response|res|resp)\.data\b/g, 'runs-fetched-text', 'eval'],
  [/\b(?:eval|Function)\s*\(\s*(?:[^;\n]{0,60},\s*)?(?:atob\(|Buffer\.from\([^;\n]{0,4000},\s*['"](?:base64|hex)['"])/g, 'runs-decoded-text', 'eval'],
];

export function unparsedScript(file: TextFile, text: string): Sighting[] {
  return lines.flatMap(([pattern, kind, how]) => [...text.matchAll(pattern)].slice(0, 5).map((match): Sighting => ({
    kind, file: file.path, line: file.lines.lineOf(match.index), snippet: snippetAt(text, match.index), detail: { way: how, isParsed: false },
  })));
}
