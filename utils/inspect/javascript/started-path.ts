/** Programs that run what they are given as a file. */
export const interpreter = /^(?:\S*[\\/])?(?:node|bun|deno|tsx|ts-node|python[\d.]*w?|py|ruby|perl|php|sh|bash|zsh|dash|ksh|cmd(?:\.exe)?|powershell(?:\.exe)?|pwsh)(?=\s|$|")/i;
const starter = /^(?:\S*[\\/])?(?:start|call|source|\.|exec|env|xargs|java|osascript|rundll32|regsvr32|msiexec|wscript|cscript|mshta|Start-Process|Invoke-Item)(?:\.exe)?(?=\s|$|")/i;
/** What stands in front of a program and changes nothing. */
const before = /^(?:["'(\s]|(?:sudo|nohup|command|time|npx|bunx|then|do)\s+|[A-Z_]+=\S*\s+)+/;
const unpacks = /^(?:\S*[\\/])?(?:tar|unzip|7z|bsdtar|Expand-Archive)\b/i;

/** Of the words that an interpreter is given, the first that is no option is what it runs, or all that follows where an option says so. */
function givenTo(step: string): string {
  const match = interpreter.exec(step);
  const words = match && step.slice(match[0].length).replace(/^["']?(?:\s+(?:-[\w-]+(?:=\S*)?|\/\w|run|exec)(?=\s))*\s+/, '');
  if (words === null || /\s(?:-\w*c|-e|--eval|-Command|\/c)\s/i.test(step)) return step;
  return /^(?:"[^"]*|'[^']*|\S*)/.exec(words)![0];
}

/**
 * Whether a command starts the file of a path: it stands where a program stands, or is given to one that runs files. To all other programs it
 * is something to read. A path that is not constant reads "…".
 */
export function startsPath(command: string, path: string): boolean {
  let isUnpacked = false;
  return command.split(/&&|\|\||[;|&\n]/).some((part) => {
    const step = part.trim().replace(before, '');
    if (step.replace(/^\.[\\/]/, '').startsWith(path)) return true;
    const isProgram = interpreter.test(step) || starter.test(step);
    const given = starter.test(step) ? step : givenTo(step);
    const starts = isUnpacked ? isProgram || /^(?:…|\.{0,2}\/)/.test(step) : given.includes(path) && (isProgram || step.startsWith('…'));
    isUnpacked ||= unpacks.test(step) && step.includes(path);
    return starts;
  });
}
