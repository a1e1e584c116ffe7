import type { FollowedWords } from './follow-names.ts';

const rest = '([^\\n;]{1,300})';
/** Bytes that are mixed with a key one by one. */
const mixes = '\\^=?\\s*(?:0x[\\da-fA-F]+|\\d+|\\w*[kK]ey\\w*|\\w+\\[)|\\b\\w+\\s*\\^\\s*\\w+';
const shells = '"(?:/(?:usr/)?bin/)?(?:(?:ba|z|da)?sh|cmd(?:\\.exe)?|powershell(?:\\.exe)?|python3?|node)"';

/** Of each language: what fetches, what decodes, what runs text. Only what runs text as a whole counts: a word of a command is ordinary. */
export const followedWords: readonly FollowedWords[] = [
  {
    files: /\.(?:rb|gemspec|rake|podspec)$|(?:^|\/)(?:Rakefile|Gemfile|Podfile|Fastfile|Vagrantfile|Brewfile|Dangerfile)$/,
    fetches: /\bURI(?:\.parse\([^)]{0,300}\))?\.open|Net::HTTP\.|(?:Faraday|HTTParty|RestClient|HTTP|Excon)\.(?:get|post)|\bopen\(\s*["']https?:|TCPSocket|`curl\s/, decodes: /Base64\.(?:\w+_)?decode64|\.unpack1?\(?\s*["'](?:m|H)|Zlib::Inflate/,
    runs: new RegExp(`\\b(?:eval|instance_eval|class_eval|module_eval|system|exec|spawn|Marshal\\.load|YAML\\.unsafe_load)\\b\\s{0,20}(?:\\(\\s{0,20})?(?!["'])${rest}`),
  },
  {
    files: /\.(?:php|phtml|inc|php\d)$/,
    fetches: /\bcurl_exec\s*\(|file_get_contents\s*\(\s*(?:["']https?:|\$\w*(?:url|uri|endpoint|api|host|remote)\w*)|\bHttp::(?:get|post)|wp_remote_(?:get|retrieve_body)|->getBody\(\)|fsockopen/i, decodes: /\b(?:base64_decode|gzinflate|gzuncompress|gzdecode|str_rot13|hex2bin|convert_uudecode|strrev)\s*\(/i,
    runs: new RegExp(`\\b(?:eval|assert|create_function|system|shell_exec|passthru|proc_open|popen|unserialize|call_user_func)\\s*\\(\\s*(?!["'])${rest}`, 'i'),
  },
  {
    files: /\.go$/, fetches: /\bhttp\.(?:Get|Post|DefaultClient|NewRequest)|\.Do\(req|net\.Dial\(|resty\.|websocket\./, decodes: new RegExp(`base64\\.\\w+\\.DecodeString|hex\\.DecodeString|${mixes}`), folds: true, functions: /^func\s+(?:\([^)]{0,200}\)\s*)?(\w+)\(/gm,
    runs: new RegExp(`\\bexec\\.Command(?:Context)?\\(\\s*(?:ctx\\s*,\\s*|context\\.\\w+\\(\\)\\s*,\\s*)?(?:${shells}\\s*,\\s*"(?:-c|/c|/C|-Command|-e)"\\s*,\\s*${rest}|[a-z]\\w*\\s*,\\s*[a-z]\\w*\\s*,\\s*((?:string\\(|strings\\.\\w+\\()?[a-z]\\w*)|(?:string\\()?[a-z]\\w*(?:\\[0\\])?\\)?\\s*[,)])`),
  },
  {
    files: /\.(?:java|kt|scala)$/, fetches: /\.openStream\(|\.openConnection\(|HttpClient\b.{0,200}\.send|\.body\(\)|HttpURLConnection|OkHttpClient|RestTemplate|\.retrieve\(\)|new\s+Socket\(/, decodes: new RegExp(`Base64\\.(?:getDecoder|getMimeDecoder|decodeBase64)|Hex\\.decode|DatatypeConverter\\.parse|\\(char\\)\\s*\\(?[^;]{0,200}(?:${mixes})`), folds: true, functions: /(?:static|private|public|fun)\s+(?:[\w<>[\]]+\s+){0,4}(\w+)\s*\([^;{]{0,200}\)[^;{]{0,80}\{/g,
    runs: new RegExp(`(?:(?:\\.exec\\(|new\\s+ProcessBuilder\\()[^;]{0,80}?${shells}\\s*,\\s*"(?:-c|/c|/C|-Command|-e)"\\s*,\\s*|\\.exec\\(|new\\s+ProcessBuilder\\(|\\.eval\\(|\\bdefineClass\\(|\\.parseExpression\\(|GroovyShell\\(\\)\\.evaluate\\(|\\.readObject\\()\\s*(?!")${rest}`),
  },
  {
    files: /\.(?:gradle|groovy|gradle\.kts|kts)$|(?:^|\/)Jenkinsfile$/, fetches: /\.toURL\(\)|new\s+URL\(|URI\.create\(|openStream\(\)|HttpClient|readText\(\)\s*\/\//, decodes: /decodeBase64\(\)|Base64\.(?:getDecoder|decoder)|decodeHex\(\)/,
    runs: new RegExp(`(?:\\b(?:evaluate|Eval\\.me|exec|commandLine|ProcessBuilder)\\s{0,20}(?:[({]\\s{0,20})?(?!["'])${rest}|\\b(\\w+)\\.execute\\(\\))`),
  },
  {
    files: /\.(?:cs|vb|fs)$/, fetches: /Download(?:Data|String)(?:Async|TaskAsync)?\(|Get(?:ByteArray|String)Async\(|\.ReadAsStringAsync\(|TcpClient/, decodes: new RegExp(`FromBase64String|FromHexString|\\.CreateDecryptor|\\(char\\)\\s*\\(?[^;]{0,200}(?:${mixes})`), folds: true, functions: /(?:static|private|public|internal)\s+(?:[\w<>[\]]+\s+){1,4}(\w+)\s*\([^;{]{0,300}\)\s*(?:\{|=>)/g,
    runs: new RegExp(`\\b(?:new\\s+ProcessStartInfo\\(\\s*${shells}\\s*,|Process\\.Start\\(\\s*${shells}\\s*,|Assembly\\.Load|Process\\.Start|CSharpScript\\.\\w+|ScriptBlock\\.Create|AddScript)\\(\\s*(?!")${rest}`),
  },
  {
    files: /\.rs$/, fetches: /\breqwest::|\bureq::|minreq::|TcpStream::connect|\.text\(\)/, decodes: new RegExp(`base64::|hex::decode|\\.decode\\(|from_str_radix|${mixes}`), folds: true, functions: /\bfn\s+(\w+)\s*[(<]/g,
    runs: new RegExp(`Command::new\\(\\s*(?:${shells}\\s*\\)\\s*(?:\\.arg\\(\\s*"[-/]\\w+"\\s*\\)\\s*\\.arg\\(${rest}|\\.args\\(\\s*&?\\[\\s*"[-/]\\w+"(?:\\.\\w+\\(\\))?\\s*,\\s*${rest})|&?[a-z]\\w*(?:\\(\\))?\\s*\\))`),
  },
  {
    files: /\.(?:c|cc|cpp|cxx|h|hpp|hh|m|mm)$/, fetches: /\b(?:curl_easy_\w+|URLDownloadToFile\w?|InternetReadFile|InternetOpenUrl\w?|WinHttpReadData|recv|cpr::Get|httplib::Client)\s*\(|popen\s*\(\s*"[^"\n]{0,300}\b(?:curl|wget)\s|dataWithContentsOfURL|stringWithContentsOfURL/, decodes: new RegExp(`\\b\\w*(?:base64|b64|unhex|from_hex|xor|decrypt)\\w*\\s*\\(|${mixes}`, 'i'), folds: true,
    functions: /^(?:static\s+|inline\s+|constexpr\s+){0,3}(?:const\s+)?[\w:<>]+[\s*&]+(\w+)\s*\([^;{)]{0,400}\)\s*(?:const\s*)?\{/gm, fills: /\b(?:fgets|fread|getline|recv|strcpy|strcat|memcpy|sprintf|snprintf|std::getline)\s*\(\s*&?(\w+)\s*(?:\[\w*\]\s*)?,([^;]{1,300})/g,
    runs: new RegExp(`\\b(?:std::)?(?:system|popen|_popen|_wsystem|WinExec)\\s*\\(\\s*${rest}|\\bexecl?[vp]?e?\\s*\\(\\s*${shells}\\s*,(?:\\s*${shells}\\s*,)?\\s*"(?:-c|/c)"\\s*,\\s*${rest}|\\b(?:ShellExecute\\w*|CreateProcess\\w*)\\s*\\(${rest}`),
  },
  { files: /\.(?:pl|pm)$|(?:^|\/)Makefile\.PL$/, fetches: /LWP::|HTTP::Tiny|\bget\(\s*["']https?:|`curl|->decoded_content/, decodes: /decode_base64|\bunpack\s*\(/, runs: new RegExp(`\\b(?:eval|system|exec)\\b\\s{0,20}(?:\\(\\s{0,20})?(?!["'{])${rest}`) },
  { files: /\.lua$/, fetches: /HttpGet|http\.request|socket\.http/, decodes: /base64|unb64|mime\.unb64/i, runs: new RegExp(`\\b(?:load|loadstring|os\\.execute|io\\.popen)\\s*\\(\\s*(?!["'])${rest}`) },
  { files: /\.(?:vbs|vbe|wsf|hta|asp)$/i, fetches: /\.responseText|\.responseBody/i, decodes: /StrReverse|bin\.base64|Chr\(/i, runs: new RegExp(`\\b(?:Execute(?:Global)?|Eval|\\.Run|\\.Exec)\\s{0,20}(?:\\(\\s{0,20})?(?!")${rest}`, 'i') },
  {
    files: /\.(?:ps1|psm1|psd1)$/i, fetches: /\b(?:iwr|irm|invoke-webrequest|invoke-restmethod|curl|wget)\b|\.download(?:string|data)\(|httpclient|tcpclient/i, decodes: /frombase64string|-bxor|\[char\[?\]?\]|-join\s*\(/i,
    runs: new RegExp(`(?:\\b(?:iex|invoke-expression)\\s+|\\[scriptblock\\]::create\\(|\\[(?:system\\.)?reflection\\.assembly\\]::load\\(|invoke-command\\s+-scriptblock\\s+|start-process\\s+|&\\s*\\(?)(?!["'])${rest}`, 'i'),
  },
  {
    files: /\.(?:sh|bash|zsh|ksh|command|tool)$|(?:^|\/)(?:\.envrc|\.bashrc|\.profile|\.zshrc)$|(?:^|\/)(?:\.husky|\.?git-?hooks|hooks)\/[\w-]+$/i, fetches: /(?:\$\(|`)\s*(?:curl|wget)\s|<\s*\/dev\/tcp|\bnc\s+-?\w*\s/, decodes: /base64\s+(?:-\w*[dD]\b|--decode)|xxd\s+-r|openssl\s+(?:enc|base64)\s[^;|]{0,40}-d|\brev\b|tr\s+['"][A-Z]/,
    runs: /(?:\beval\s+|\b(?:ba|z|da)?sh\s+-c\s+|\b(?:python3?|node|perl|ruby)\s+-(?:c|e)\s+|(?:ba|z|da)?sh\s*<<<\s*|^[ \t]*(?=["']?\$\{?\w+\}?["']?\s*(?:&\s*)?$))(["']?\$[^\n|]{1,200})|(?:echo|printf)\s+(?:-\w+\s+|"%s"\s+)?(["']?\$\{?\w+\}?["']?)\s*\|\s*(?:base64\s+\S+\s*\|\s*)?(?:ba|z|da)?sh\b/m,
  },
];
