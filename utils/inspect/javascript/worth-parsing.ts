/** Parsing costs a hundred times what this scan costs, and most files neither run text nor start programs nor read what is private. */
const runsText = new RegExp([
  '(?<![\\w.@/-])eval\\b(?![\\w-])', 'Reflect\\.(?:get|apply)', '\\bFunction\\s*[.([]', '\\bnew\\s+\\(?Function', '\\[\\s*[\'"`]constructor', '[\'"](?:constr|ev|Func)[\'"]\\s*\\+', '\\)\\s*\\.constructor\\b(?!\\s*(?:\\.(?:name|prototype)|[=!]==?))', '\\.constructor\\s*\\(', '\\.constructor\\.constructor',
  '\\bchild_process\\b', '[\'"](?:node:)?vm2?[\'"]', '\\b_compile\\b', '\\bexeca\\b', '\\bcross-spawn\\b', '\\bshelljs\\b', '\\bzx\\b', '\\brunIn(?:This|New)?Context\\b', 'Bun\\.spawn', 'Deno\\.(?:run|Command)',
  '\\bclipboardy\\b', '\\bcopy-paste\\b', '\\bprocess\\.binding\\b', 'data:(?:text|application)/javascript', 'Reflect\\.construct', '\\[\\s*[\'"`]require', '\\bnew\\s+(?:Shared)?Worker\\b', '\\bworker_threads\\b', '\\}\\s*\\)\\s*\\[(?!\\d)', 'escapeFunction|outputFunctionName', 'createDecipher', '=\\s*(?:globalThis\\.)?Function\\b', '\\bimport\\(\\s*(?![\'"`./\\s])',
  'iohook|uiohook|node-global-key-listener|screenshot-desktop', 'set(?:Timeout|Interval)\\(\\s*(?:atob|Buffer|String|unescape|decodeURI\\w*|[\'"`])', '(?:require|from|import)\\b\\s*\\(?\\s*[\'"][^\'"\\n]{1,200}\\.(?:woff2?|ttf|otf|eot|png|jpe?g|gif|ico|bmp|webp|mp[34]|wav|pdf|dat)[\'"]', '\\brequire-from-string\\b', '[\'"](?:node-serialize|serialize-to-js|funcster|cryo|serialijse)[\'"]', '[\'"](?:isolated-vm|@?[\\w/-]*quickjs[\\w/-]*|(?:safe|node|_|safer|js)-?eval|notevil|eval|ses|bytenode|pyodide|python-shell|jsdom)[\'"]', '\\bShadowRealm\\b', '=\\s*require\\s*[;,)]',
].join('|'));
/** All of the environment, not one of its values. */
const wholeEnvironment = /\bprocess\s*(?:\.\s*env\b|\[\s*['"]env['"]\s*\])(?!\s*(?:\.|\?\.|\[|=\s))/;
/** Ways of running that are ordinary unless what runs was decoded or fetched. */
const runsHidden = /createElement\(\s*['"`]script|document\.write|\bWebAssembly\b|\b(?:global(?:This)?|window|self|top|this)\s*\[(?!\s*(?:'[^'\n]*'|"[^"\n]*"|\d+)\s*\])|set(?:Timeout|Interval|Immediate)\(\s*[\w$.[\]]+\s*[,)]|=\s*global(?:This)?\s*[;,)\n]|['"](?:ejs|pug|lodash(?:\/template)?|underscore)['"]|createObjectURL/;
const hides = /\batob\b|['"](?:base64|hex)['"]|fromCharCode|aHR0c|web3|ethers|tronweb/i;
const home = /\bhomedir\b|USERPROFILE|LOCALAPPDATA|APPDATA|process\.env\.HOME\b/;
const source = /\bfetch\s*\(|\baxios\b|\bgot\b|\bsuperagent\b|\bundici\b|['"]request(?:-promise)?['"]|\bky\b|\bneedle\b|['"](?:node:)?https?['"]|XMLHttpRequest|WebSocket|\bws['"]|socket\.io-client|\bweb3\b|\bethers\b|\bviem\b|tronweb|solana|aptos|resolveTxt|\batob\b|fromCharCode|['"](?:base64|hex)['"]|aHR0c|crypto-js|telegra[mf]|nodemailer|discord/i;
const writes = /\bwriteFile|createWriteStream/;

/** `runs`: parse it. `feeds`: parse it when something that is parsed has to do with it. */
export type Worth = 'runs' | 'feeds' | 'nothing';

/** Letters of a name may be written as escapes, and mean the same to the engine and to the parser: `\u0065val`. */
const escapedLetter = /\\u(?:00([4-7][\da-f])|\{0{0,20}([4-7][\da-f])\})/gi;

export function worthOf(written: string): Worth {
  const text = written.replace(escapedLetter, (_, short?: string, long?: string) => String.fromCharCode(parseInt(short ?? long!, 16)));
  if (runsText.test(text) || (runsHidden.test(text) && (hides.test(text) || source.test(text))) || wholeEnvironment.test(text) || (home.test(text) && source.test(text)) || (secretNames.test(text) && source.test(text)) || keyPlaces.test(text)) return 'runs';
  if (!source.test(text)) return 'nothing';
  return writes.test(text) ? 'runs' : 'feeds';
}

const secretNames = /mnemonic|seed_?phrase|recovery_?phrase|private_?key|(?:wallet|eth|ethereum|evm|bsc|btc|tron|solana|sol|metamask|phantom|deployer|relayer|treasury)_(?:secret|key|pk|seed)/i;
const keyPlaces = /Login Data|Local Extension Settings|\.ssh\b|id_rsa|exodus|solana[\\/]+id|nkbihfbeogaeaoehlefnkodbefgpgknn|login\.keychain|\.aws\b|logins\.json|key[34]\.db|cookies\.sqlite|Chrome[\\/]+User Data|Firefox[\\/]+Profiles|wallet\.dat|Electrum|\.gnupg|Keychains|pbpaste|Get-Clipboard|clipboard\.readText/;
