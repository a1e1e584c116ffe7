import { snippetAt } from '../snippet.ts';
import type { Detector } from '../sighting.ts';

const script = /<script\b[^<>]*(?<!\/)>(?!\s*<\/script)|<script\b[^<>]*\bhref\s*=|<foreignObject\b[^<>]*>[\s\S]{0,400}?<(?:iframe|embed|object)\b|\bon(?:load|error|begin|click|mouseover|focus)\s*=\s*["'][^"']*[(=]|href\s*=\s*["']\s*(?:javascript|data:text\/html)/i;

/** Pictures in text form that carry a program. */
export const pictureScripts: Detector = ({ path, text, lines }) => {
  if (!/\.svgz?$/i.test(path)) return [];
  // A program that only wears the name of a picture has no tag at all.
  const isPicture = /<svg[\s>]/i.test(text.slice(0, 20_000));
  const match = isPicture ? script.exec(text) : /\brequire\s*\(|\beval\s*\(|=>|\bimport\s+\w|^#!/m.exec(text);
  if (!match) return [];
  return [{
    kind: 'disguised-file', file: path, line: lines.lineOf(match.index), snippet: snippetAt(text, match.index),
    detail: { pretends: 'picture', holds: isPicture ? 'script' : 'program text', how: isPicture ? 'a script inside' : 'content' },
  }];
};
