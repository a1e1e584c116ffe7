/**
 * Cuts a command line into simple commands, each a list of words. Good for reading what would start, for sh and cmd alike: it knows quotes,
 * separators, redirections and substitutions, and expands nothing. What stands in `$( )` or backticks is a command of its own.
 */
export function simpleCommands(line: string): string[][] {
  const commands: string[][] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  for (let at = 0; at < line.length; at++) {
    const char = line[at] ?? '';
    if (char === "'" || char === '"') {
      const end = closingQuote(line, at);
      word = (word ?? '') + unescapeQuoted(line.slice(at + 1, end), char);
      at = end;
    } else if (char === '\\' && /["'\s$\\]/.test(line[at + 1] ?? '')) {
      if (line[at + 1] !== '\n') word = (word ?? '') + line[at + 1];
      at++;
    } else if (char === '#' && word === undefined && words.length === 0) {
      at = endOfLine(line, at);
    } else if (/[;|&\n()`]/.test(char)) endCommand();
    else if (char === '$' && line[at + 1] === '(') endCommand();
    else if (/\s/.test(char)) endWord();
    else if (char === '<' || char === '>') endWord();
    else word = (word ?? '') + char;
  }
  endCommand();
  return commands;
}

function closingQuote(line: string, open: number): number {
  const quote = line[open];
  for (let at = open + 1; at < line.length; at++) {
    if (line[at] === '\\' && quote === '"') at++;
    else if (line[at] === quote) return at;
  }
  return line.length;
}

const unescapeQuoted = (text: string, quote: string) => quote === '"' ? text.replace(/\\(["\\$`])/g, '$1') : text;

function endOfLine(line: string, from: number): number {
  const end = line.indexOf('\n', from);
  return end === -1 ? line.length : end;
}
