/**
 * What the analysis knows of Node, browsers and packages, by the names that `Value.natives` uses. The lists name what fetches, decodes, starts and
 * executes; whatever is not named passes the labels of its arguments on and does nothing.
 */
const anyOf = (words: string): string => words.trim().split(/\s+/).map((word) => word.replace(/[.$/]/g, '\\$&')).join('|');

const clients = anyOf(`axios got request request-promise request-promise-native node-fetch cross-fetch isomorphic-fetch undici superagent needle phin bent ky
  ofetch wretch centra make-fetch-happen minipass-fetch sync-request sync-fetch then-request axios-retry http https http2 follow-redirects jquery`);
const methods = '(?:\\.(?:get|post|put|patch|request|head|delete|fetch|stream|json|text|ajax|getJSON|getText|buffer|default|promises|query|send|end|set|type|timeout|responseType|[A-Z]+))*';

/** Calls that answer with text from the network. */
export const fetches = new RegExp(`^(?:fetch|axios|(?:\\$|jQuery)\\.(?:get|post|ajax|getJSON)|npm:(?:${clients})${methods}|Bun\\.fetch)$`);
export const notFetches = /^npm:(?:https?|http2|undici)(?:\.(?:createServer|Agent|globalAgent|METHODS|STATUS_CODES|createSecureServer|setGlobalDispatcher))|\.(?:isAxiosError|create|extend|defaults|interceptors)$|^npm:(?:https?|http2|undici|jquery|follow-redirects)$/;
/** A client with settings of its own is the client. */
export const makesClient = /^(npm:(?:axios|got|request(?:-promise(?:-native)?)?|ky|superagent|wretch|node-fetch|axios-retry|needle|bent|undici))\.?(?:create|extend|defaults|agent|Client|Pool)?\(\)$/;
/** Connections: what their listeners get came from the network. */
export const connections = /^(?:WebSocket|EventSource|XMLHttpRequest|npm:(?:ws|websocket|socket\.io-client|sockjs-client|net|tls|mqtt|eventsource)(?:\.\w+)*)\(\)/;
export const chains = /^(?:Web3|ethers|TronWeb|solanaWeb3|npm:(?:web3|ethers|viem|tronweb|@solana\/\w[\w.-]*|@coral-xyz\/anchor|aptos|@aptos-labs\/ts-sdk|near-api-js|@mysten\/sui[\w./]*|@ton\/ton|@polkadot\/api|algosdk|xrpl|stellar-sdk)\b).*\(\)/;
/** What is asked of a node of a blockchain over plain HTTP, and hosts of such nodes. */
export const chainQuestion = /^(?:eth_(?:call|getTransactionByHash|getLogs|getStorageAt|getTransactionReceipt)|getTransaction|getSignaturesForAddress|getAccountInfo)$|bsc-dataseed|trongrid\.io|aptoslabs\.com|publicnode\.com|bsc-testnet|api\.(?:mainnet-beta|devnet)\.solana\.com|(?:polygon|ether|bsc)scan\.(?:io|com)\/+api/i;
export const dnsTexts = /^npm:dns\.(?:resolveTxt|resolve|resolveAny|Resolver\(\)\.\w+)$/;

/** Calls that undo an encoding, whatever it is. */
export const decoders = /^(?:atob|npm:atob|npm:(?:base-?64|js-base64|crypto-js|zlib|pako|lz-string|crypto)\b.*(?:decode|decrypt|inflate|unzip|ungzip|gunzip|decompress|brotliDecompress|fromBase64|createDecipher\w*\(\)\.(?:update|final))\w*|Base64\.decode|CryptoJS\..*decrypt)$/i;

export const evaluators = /^(?:eval|execScript|npm:(?:vm|vm2|node:vm)\.(?:runIn\w+|compileFunction|Script|SourceTextModule)|npm:(?:require-from-string|eval|node-eval|_eval|safe-eval|import-fresh-string)|jQuery\.globalEval|\$\.globalEval|npm:module(?:\(\)|\.prototype)\._compile|module\._compile)$/;
/** Objects of script engines: what their methods are given is a program. */
export const engines = /^(?:ShadowRealm\(\)\.evaluate|Compartment\(\)\.(?:evaluate|import)|npm:(?:vm2\.(?:VM|NodeVM)\(\)\.(?:run|runFile)|vm2\.VMScript|isolated-vm(?:\.\w+)*\(\)[\w.()]*\.(?:compileScript|compileModule|eval|evalClosure|evalIgnored)(?:Sync)?|@?[\w/-]*quickjs[\w/-]*[\w.()]*\.(?:evalCode|evalCodeAsync|evalModule|eval)|ses[\w.()]*\.evaluate|jsdom\.JSDOM\(\)\.window\.eval|bytenode\.(?:runBytecode|compileCode)|pyodide[\w.()]*\.runPython(?:Async)?|python-shell\.PythonShell\.runString|(?:safer-eval|notevil|js-eval)(?:\.\w+)?))$/;
export const constructors = /^(?:Function|AsyncFunction)\*?$/;
/** Readers of stored objects that call functions which stand in them. */
export const deserialisers = /^npm:(?:node-serialize\.unserialize|serialize-to-js\.deserialize|funcster\.deepDeserialize|cryo\.parse|serialijse\.deserialize)$/;
/** Template engines: what they are given as a template is a program. */
export const templates = /^npm:(?:ejs|pug|jade|dot|doT|squirrelly|eta|lodash|underscore)(?:\.template)?(?:\.(?:render|compile|renderFile|renderString|template))?$|^_\.template$/;
/** Options of theirs that are put into the program as they are. */
export const templateOptions = /^(?:escapeFunction|escape|outputFunctionName|localsName|destructuredLocals|imports)$/;
export const workers = /^(?:(?:Shared)?Worker|npm:worker_threads\.Worker|npm:(?:tiny-worker|web-worker|threads\.Worker))$/;
/** Things that hand on to their listeners what they are told. */
export const emitters = /^npm:(?:events(?:\.(?:EventEmitter|default))?|eventemitter[23](?:\.EventEmitter[23]?)?|mitt|tiny-emitter|emittery|nanoevents\.createNanoEvents|rxjs\.(?:Subject|BehaviorSubject|ReplaySubject))$|^EventTarget$/;
/** Timers that take a text: `setImmediate` takes none. */
export const timers = /^(?:setTimeout|setInterval)$/;

export const starts = /^(?:npm:child_process\.(?:exec|execSync|spawn|spawnSync|execFile|execFileSync|fork)|npm:(?:cross-spawn|execa|shelljs|node-cmd|tinyexec|nano-spawn|spawn-sync|zx)(?:\.(?:exec|sync|spawn|run|runSync|execa|execaCommand|command|commandSync|execaSync|x|node|\$))*|Bun\.spawn(?:Sync)?|Deno\.(?:run|Command))$/;
export const readsFiles = /^npm:fs\.(?:readFile|readFileSync|createReadStream|openAsBlob|copyFile|copyFileSync|cp|cpSync|readdir|readdirSync|copy|copySync)$/;
export const listsOrTests = /readdir|copy|cp/;
export const writesFiles = /^npm:fs\.(?:writeFile|writeFileSync|appendFile|appendFileSync|outputFile|outputFileSync)$/;
export const readsClipboard = /^npm:(?:clipboardy|node-clipboardy|copy-paste|clipboard-sys)\.(?:read|readSync|paste)$|^npm:clipboardy\.default\.read/;

export const changesClipboard = /^npm:(?:clipboardy|node-clipboardy|copy-paste|clipboard-sys)(?:\.default)?\.(?:write|writeSync|copy)$|^npm:electron\.clipboard\.writeText$|^navigator\.clipboard\.writeText$/;
/** Ways out that are no requests: messengers, mail. */
export const messengers = /^npm:(?:node-telegram-bot-api|telegraf|grammy|nodemailer|discord\.js|discord-webhook-node|@slack\/webhook)\b.*\.send\w*$/;

/** Results that carry nothing of what they were made from. */
export const drops = /^(?:Number|parseInt|parseFloat|Boolean|Symbol|isNaN|isFinite|Math\.\w+|Date(?:\.\w+)?|console\.\w+|performance\.\w+|WebAssembly\.\w+|clearTimeout|clearInterval|npm:(?:chalk|debug|assert|semver)\b.*|npm:fs\.(?:exists|existsSync|stat|statSync|mkdir|mkdirSync|unlink|unlinkSync|access|accessSync|chmod|chmodSync)|npm:path\.(?:extname)|npm:crypto\.(?:createHash|createHmac|randomBytes)\b.*)$/;
export const dropsMembers = new Set('length size status statusText statusCode ok includes indexOf startsWith endsWith test has byteLength toFixed lastIndexOf search localeCompare'.split(' '));

/** Hosts from which installers fetch the program that the package is for: fetching and starting it is what they are asked for. */
export const publishers = /(?:^|\.)(?:npmjs\.(?:org|com)|yarnpkg\.com|npmmirror\.com|github\.com|githubusercontent\.com|nodejs\.org|storage\.googleapis\.com|playwright\.(?:dev|azureedge\.net)|electronjs\.org|unpkg\.com|jsdelivr\.net|prisma\.sh|cypress\.io|binaries\.prisma\.sh)$/;

/** Packages that watch keys or take pictures of the screen. */
export const watchers = /^(?:iohook|uiohook-napi|node-global-key-listener|gkm|keylogger\.js|screenshot-desktop|desktop-screenshot|node-screenshots)$/;

/** Names of the browser and of Node that stand for the global object. */
export const globals = new Set(['window', 'globalThis', 'global', 'self', 'top', 'parent', 'frames', 'unsafeWindow', 'root']);
