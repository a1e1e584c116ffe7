/** A gap in a text of which a part is known. */
const gap = '…';
const literal = /(?<![\w])[rbL$@uf]{0,2}"((?:[^"\\\n]|\\.)*)"(?:\.to_(?:string|owned)\(\)|\.into\(\))?/g;
/** Longer texts are documents. */
const longest = 2_000;

/**
 * What an expression reads as text, as far as its literals and the names that hold texts tell: pieces joined by `+`, in a list, or by a pattern with
 * `{}`, `%s` or `$name`. Undefined when no literal is in it. Order of arguments is that of the source.
 */
export function foldedText(source: string, texts: ReadonlyMap<string, string>): string | undefined {
  if (source.length > longest) return undefined;
  const parts: string[] = [];
  let hasLiteral = false;
  for (const [word, inside] of source.matchAll(new RegExp(`${literal.source}|'(?:[^'\\\\\\n]|\\\\.)'|[A-Za-z_]\\w*`, 'g'))) {
    if (inside !== undefined) {
      hasLiteral = true;
      parts.push(inside.replace(/\\(["'\\/])/g, '$1'));
    } else if (word.startsWith("'")) parts.push(word.slice(1, -1));
    else if (texts.has(word)) parts.push(texts.get(word)!);
    else if (!ofLanguage.test(word)) parts.push(gap);
  }
  if (!hasLiteral && parts.every((part) => part === gap)) return undefined;
  const [first = '', ...rest] = parts;
  // A pattern first, and what fills it behind.
  const holes = first.match(/\{\w*\}|%[svd]/g)?.length ?? 0;
  if (holes === 0) return parts.join('');
  let next = 0;
  const filled = first.replace(/\{(\w*)\}|%[svd]/g, (_, name: string | undefined) => (name && texts.get(name)) || (rest[next++] ?? gap));
  return filled + rest.slice(next).join('');
}

/** Names of types and functions that only join or convert. */
const ofLanguage = /^(?:String|string|std|str|fmt|format|concat|join|Sprintf|Sprint|new|from|collect|to_string|to_owned|into|c_str|strings|Join|Concat|Format|vec|let|mut|as|char|const|append|StringBuilder|toString|iter)$/;
