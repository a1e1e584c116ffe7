import { programName } from './command-targets.ts';
import { withoutInstallers } from './known-installers.ts';
import { withoutOwnRequests } from './own-requests.ts';
import { simpleCommands } from './shell-words.ts';

/** What a whole command shows, however long it is. A rule may name nothing else of it. */
export const commandTraits = {
  'fetches': 'It takes something from the network.',
  'known-installer': 'It fetches and runs an installer of a tool, from those who publish the tool.',
  'pipes-into-shell': 'What another program gives out, or what lies at an address, is run.',
  'inline-code': 'Code stands in the command itself.',
  'encoded': 'A part of it is encoded and decoded first.',
  'detached': 'It goes on in the background.',
  'muted': 'What it says is thrown away.',
  'disguised-target': 'A file is started whose name says font, picture, sound, document or the like.',
  'on-host': 'It belongs to a container and runs outside of it, on the computer itself.',
  'reaches-host': 'It gives a container a way to the computer: its home folder, the docker socket, all rights.',
  'changes-loading': 'It makes every later program load something first (NODE_OPTIONS, LD_PRELOAD, BASH_ENV and the like).',
} as const satisfies Readonly<Record<string, string>>;
export type CommandTrait = keyof typeof commandTraits;

const runners = 'sh|bash|zsh|dash|ksh|fish|node|nodejs|bun|deno|python[\\d.]*|py|perl|ruby|php|cmd|powershell|pwsh|iex|invoke-expression|osascript|mshta|source';

/** Programs that run what lies at an address they are given; Deno's own hosts are where its modules are kept. */
const runsAddress = [
  '(?:^|[\\s;&|(])deno\\s+run\\s[^|;&\\n]{0,300}?https?:\\/\\/(?!(?:deno\\.land|jsr\\.io|esm\\.sh)\\/)',
  '(?:^|[\\s;&|(])(?:npx|bunx|pnpx|(?:npm|pnpm|yarn|bun)\\s+(?:exec|dlx|x))\\s+(?:-\\S+\\s+)*["\']?(?:https?:\\/\\/(?!(?:github\\.com|codeload\\.github\\.com|registry\\.npmjs\\.org|pkg\\.pr\\.new)\\/)|gist:)',
  '\\bmshta(?:\\.exe)?\\s+["\']?(?:https?|javascript|vbscript):', '\\bregsvr32(?:\\.exe)?\\s[^|&;\\n]{0,200}\\/i:https?:',
  '\\bmsiexec(?:\\.exe)?\\s[^|&;\\n]{0,200}\\/(?:i|package)\\s+["\']?https?:', '\\brundll32(?:\\.exe)?\\s[^|&;\\n]{0,200}(?:javascript|https?):',
  '\\/dev\\/tcp\\/(?!localhost|127\\.)',
].join('|');

const fetching = /(?:^|[\s;&|('"`$@{/\\])(?:curl|wget|iwr|irm|aria2c|invoke-webrequest|invoke-restmethod|start-bitstransfer|bitsadmin|mshta|lwp-download)(?:\.exe)?(?=[\s'"(,])|(?:^|[\s;&|(])(?:dig|nslookup|host)\s[^|;&\n]{0,120}\btxt\b|(?:^|[\s;&|(])nc(?:at)?\s[^|;&\n]{0,120}\s\d{2,5}\s*\||certutil\S*\s[^;|&]{0,80}-urlcache|\.download(?:string|file)\(|\bfetch\(|\burlopen\(|https?(?:['"`]\))?\.(?:get|request)\(|requests\.get\(|net\.webclient|\/dev\/tcp\//;

const shown: readonly (readonly [CommandTrait, RegExp])[] = [
  ['fetches', new RegExp(`${runsAddress}|${fetching.source}`, 'i')],
  ['pipes-into-shell', new RegExp(`${runsAddress}|\\|\\s*(?:sudo\\s+)?(?:/\\S*/)?(?:env\\s+)?(?:${runners})(?:\\.exe)?(?=[\\s;&|'"]|$)|(?:^|[\\s;&|('"])(?:${runners})\\s+<\\(|\\b(?:${runners})\\s+(?:-\\w*[cep]|--eval|--print)[\\s=]+["']?(?:\\$\\(|\`)|\\beval\\s+["']?(?:\\$\\(|\`)|\\b(?:iex|invoke-expression)[\\s(]`, 'i')],
  ['inline-code', /(?:^|[\s;&|('"/\\])(?:node|nodejs|bun|tsx|ts-node)(?:\.exe)?["']?\s(?:-\S+\s)*(?:-e|-p|-pe|--eval|--print)[\s=]|(?:^|[\s;&|('"/\\])(?:python[\d.]*|py)(?:\.exe)?\s(?:-\S+\s)*-c\s|(?:perl|ruby)\s(?:-\S+\s)*-e\s|php\s-r\s|deno\seval\s|data:text\/javascript/i],
  ['encoded', /base64[\s,]+(?:-\w*[dD]\b|--decode)|-e(?:nc|c|ncodedcommand)?\s+[A-Za-z0-9+/=]{40}|frombase64string|\batob\(|['"]base64['"]|b64decode|xxd\s+-r|openssl\s+(?:enc|base64)\s[^;|&]{0,40}-d|\bfromhex\(|certutil\S*\s[^;|&]{0,40}-decode/i],
  ['detached', /(?:^|[\s;&|])(?:nohup|setsid|disown)\s|\bstart\s+(?:""\s+)?\/b\b|-windowstyle\s+hidden|-w\s+hidden|[^&>]&\s*$|[^&>]&\s*(?:disown|exit)|start-process|\bdetached\s*:\s*true/i],
  ['muted', /(?:[12&]?>{1,2}\s*(?:\/dev\/null|nul)\b)|>\s*\$null|--silent\s.*>\s/i],
  ['changes-loading', /\b(?:NODE_OPTIONS\s*[=:]\s*\S*--(?:require|import|loader|experimental-loader)|NODE_OPTIONS\s*[=:]\s*\S*-r\b|LD_PRELOAD\s*=|DYLD_INSERT_LIBRARIES\s*=|BASH_ENV\s*=|PYTHONSTARTUP\s*=|PROMPT_COMMAND\s*=|RUBYOPT\s*=|PERL5OPT\s*=|JAVA_TOOL_OPTIONS\s*=|GIT_SSH_COMMAND\s*=)/],
];

/** Endings of files that hold no program. */
export const isDisguise = (path: string): boolean =>
  /\.(?:woff2?|ttf|otf|eot|svg|png|jpe?g|gif|ico|icns|webp|avif|bmp|mp3|mp4|wav|ogg|webm|pdf|docx?|xlsx?|txt|log|dat|md|css|map|lock|csv)$/i.test(path);
const runner = new RegExp(`^(?:${runners}|tsx|ts-node|jiti|rundll32|regsvr32|wscript|cscript|java)$`, 'i');

export function traitsOf(command: string): CommandTrait[] {
  // Characters a command may have in between to keep a reader from seeing it (cu^rl, cu''rl, curl${IFS}-s, {curl,-s}).
  const whole = command.slice(0, 100_000).replace(/(\w)(?:\^|''|"")(?=\w)/g, '$1').replace(/\$\{?IFS\}?(?:\$\d)?/g, ' ')
    .replace(/\{([\w./+=:-]{1,2000}(?:,[\w./+=:-]{1,2000}){1,20})\}/g, (_, words: string) => words.replaceAll(',', ' '));
  const plain = withoutInstallers(whole);
  const asked = withoutOwnRequests(plain);
  const traits = shown.filter(([, pattern]) => pattern.test(asked)).map(([trait]) => trait);
  return [...traits, ...(plain === whole ? [] : ['known-installer'] as const), ...(startsDisguised(plain) ? ['disguised-target'] as const : [])];
}

function startsDisguised(command: string): boolean {
  return simpleCommands(command).some((words) => {
    const at = words.findIndex((word) => runner.test(programName(word)));
    const first = at === -1 ? words[0] : words.slice(at + 1).find((word) => !word.startsWith('-'));
    const required = words.some((word, index) => /^(?:-r|--require|--import|--loader)$/.test(word) && isDisguise(words[index + 1] ?? ''));
    return required && at !== -1 || first !== undefined && isDisguise(first) && (at !== -1 || /^\.{0,2}[\\/]/.test(first) && !/\s/.test(first));
  });
}
