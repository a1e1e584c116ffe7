/**
 * A line with its quoted texts replaced. Exactly what a pattern `'(?:[^'\\]|\\.)*'` would find, in one walk: such a pattern walks to the end of the line
 * again from each quote that is never closed. Once one is not, none behind it is: the same characters follow both.
 */
export function replaceTexts(line: string, quotes: string, instead: (text: string) => string): string {
  const unclosed = new Set<string>();
  let result = '';
  let from = 0;
  for (let at = 0; at < line.length; at++) {
    const quote = line[at]!;
    if (!quotes.includes(quote) || unclosed.has(quote)) continue;
    const end = closingOf(line, at, quote);
    if (end < 0) {
      unclosed.add(quote);
      continue;
    }
    result += line.slice(from, at) + instead(line.slice(at, end + 1));
    from = end + 1;
    at = end;
  }
  return result + line.slice(from);
}

function closingOf(line: string, open: number, quote: string): number {
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === '\\') at++;
    else if (line[at] === quote) return at;
  }
  return -1;
}
