import type { Kind } from '../sighting.ts';

/** A token-level sign in the code of a language: what it is a case of, and what shows it. */
export interface ProgramSign {
  readonly kind: Kind;
  readonly by: string;
  readonly pattern: RegExp;
  /** What the file must hold besides. */
  readonly needs?: RegExp;
}
export interface Language {
  readonly files: RegExp;
  /** Files that a build tool runs by itself: only of these it is told that they start programs. */
  readonly builds?: RegExp;
  readonly signs: readonly ProgramSign[];
  readonly fetches?: RegExp;
  readonly writes?: RegExp;
  readonly starts?: RegExp;
  /** A comment up to the line's end, or how one begins that ends as `commentEnds` says. */
  readonly comments: RegExp;
}

/** Ends of comments over lines, by how they begin. */
export const commentEnds: Readonly<Record<string, string>> = { '/*': '*/', '<!--': '-->', '=begin': '\n=end' };
const slashComments = /\/\*|(?<![:"'\w])\/\/[^\n]*/g;
const hashComments = /(?<=^|\s)#(?!\{)[^\n]*|^=begin/gm;
const fetched = (by: string, pattern: RegExp, needs?: RegExp): ProgramSign => ({ kind: 'runs-fetched-text', by, pattern, ...(needs && { needs }) });
const decoded = (by: string, pattern: RegExp, needs?: RegExp): ProgramSign => ({ kind: 'runs-decoded-text', by, pattern, ...(needs && { needs }) });
const startsForTest = /\bvm\.(?:ffi|tryFfi)\(/;

/** Languages that are looked at by their words only: what is fetched or decoded and executed in one expression, and what builds start. */
export const languages: readonly Language[] = [
  {
    files: /\.rs$/, builds: /(?:^|\/)build\.rs$/, comments: slashComments, signs: [],
    fetches: /\b(?:reqwest|ureq|minreq|attohttpc|curl::easy|isahc|TcpStream::connect|hyper::Client)\b|Command::new\(\s*"(?:curl|wget)"/, writes: /\bfs::write\b|File::create|write_all|\bcopy_to\b|"-o"/, starts: /\bCommand::new\(/,
  },
  {
    files: /\.(?:gradle|groovy|gradle\.kts|kts)$|(?:^|\/)Jenkinsfile$/, builds: /\.gradle(?:\.kts)?$|settings\.gradle/, comments: slashComments,
    signs: [
      fetched('apply from', /\bapply\s*(?:\(\s*)?from\s*[:=]\s*["']https?:[^"']+/), fetched('evaluate', /\b(?:evaluate|Eval\.me|new\s+GroovyShell\(\)\.evaluate)[^\n]{0,300}(?:toURL\(\)|new\s+URL\(|https?:)/),
      decoded('evaluate', /\b(?:evaluate|Eval\.me|GroovyShell)\b[^\n]{0,300}(?:decodeBase64\(\)|Base64\.getDecoder)/), decoded('execute', /(?:decodeBase64\(\)|Base64\.getDecoder\(\)\.decode)[^\n]{0,80}\.execute\(\)/),
    ],
    fetches: /new\s+URL\(|\.toURL\(\)|URI\([^)]{0,300}\)\.toURL|\bant\.get\b|HttpClient|openStream\(\)/, writes: /withOutputStream|writeBytes|\bFiles\.copy|\bbytes\s*=|<<\s*new\s+URL|\bdest\s*[:=]/, starts: /\.execute\(\)|\bexec\s*\{|\bProcessBuilder\(|Runtime\.getRuntime\(\)|\bcommandLine\b/,
  },
  {
    files: /\.(?:java|kt|scala)$/, comments: slashComments,
    signs: [
      fetched('URLClassLoader', /new\s+URLClassLoader\([^;]{0,200}https?:/), fetched('ScriptEngine', /\.eval\([^;]{0,160}(?:openStream|openConnection|HttpClient|\.body\(\))/),
      decoded('Runtime.exec', /\.exec\([^;]{0,120}Base64\.getDecoder\(\)/), decoded('ProcessBuilder', /new\s+ProcessBuilder\([^;]{0,160}Base64\.getDecoder\(\)/), decoded('defineClass', /\bdefineClass\([^;]{0,120}Base64/),
    ],
    fetches: /new\s+URL\([^)]{0,300}\)\.open|HttpClient\.newHttpClient|HttpURLConnection/, writes: /Files\.(?:copy|write)|FileOutputStream|transferTo/, starts: /Runtime\.getRuntime\(\)\.exec|new\s+ProcessBuilder\(/,
  },
  {
    files: /(?:^|\/)pom\.xml$|\.(?:csproj|fsproj|vbproj|vcxproj|targets|props|proj)$|(?:^|\/)build\.xml$/, builds: /./, comments: /<!--/g, signs: [],
    starts: /<Exec\b[^<>]*\bCommand\s*=\s*"[^"]*"|<artifactId>\s*(?:exec-maven-plugin|maven-antrun-plugin|groovy-maven-plugin|gmavenplus-plugin)\s*<|<exec\b[^<>]*\bexecutable\s*=|TaskFactory\s*=\s*"(?:Roslyn)?CodeTaskFactory"/i,
    fetches: /<DownloadFile\b|<get\s[^<>]*\bsrc\s*=\s*"https?:|\bcurl\s|Invoke-WebRequest|\biwr\b|DownloadString/i, writes: /DestinationFolder|\bdest\s*=|\s-o\s|-OutFile|DownloadString/i,
  },
  {
    files: /\.(?:rb|gemspec|rake|podspec)$|(?:^|\/)(?:Rakefile|Gemfile|Podfile|Fastfile|Vagrantfile|Brewfile|Dangerfile)$/, builds: /\.gemspec$|(?:^|\/)(?:Rakefile|Gemfile|Podfile|Vagrantfile|extconf\.rb)$/, comments: hashComments,
    signs: [
      fetched('eval', /\b(?:(?:instance_|class_|module_)?eval|Kernel\.eval|binding\.eval)\s{0,20}(?:\(\s{0,20})?[^\n#]{0,60}(?:URI(?:\.parse\([^)]{0,300}\))?\.open|open-uri|Net::HTTP\.(?:get|post)|(?:Faraday|HTTParty|RestClient|HTTP|Excon)\.(?:get|post)|\bopen\(\s*["']https?:)/),
      fetched('Marshal.load', /\bMarshal\.load\s{0,20}\(?[^\n#]{0,60}(?:URI|Net::HTTP|Faraday|HTTParty|RestClient)/), fetched('YAML.unsafe_load', /\b(?:YAML|Psych)\.(?:unsafe_load|load)\s{0,20}\(?[^\n#]{0,60}(?:URI\.|Net::HTTP|Faraday|HTTParty|RestClient)/),
      decoded('eval', /\b(?:instance_|class_|module_)?eval\s{0,20}(?:\(\s{0,20})?[^\n#]{0,60}(?:Base64\.(?:\w+_)?decode64|\.unpack1?\(\s*["'](?:m|H\*)|Zlib::Inflate|\.reverse\b)/), decoded('system', /\b(?:system|exec|`)\s{0,20}\(?[^\n#]{0,30}Base64\.(?:\w+_)?decode64/),
    ],
    fetches: /URI(?:\.parse\([^)]{0,300}\))?\.open|Net::HTTP|Faraday|HTTParty|RestClient|open\(\s*["']https?:|\b(?:curl|wget)\s/, writes: /File\.(?:write|open|binwrite)|IO\.copy_stream|\s-o\s/, starts: /\b(?:system|exec|spawn|Process\.spawn|IO\.popen|Open3\.\w+)\s*[( ]\s*["'%]|`[^`\n]+`|%x[[({]/,
  },
  {
    files: /\.(?:php|phtml|inc|php\d)$/, comments: /\/\*|(?<![:"'\w])\/\/[^\n]*|^[ \t]*#[^\n]*/gm,
    signs: [
      fetched('eval', /\b(?:eval|assert|create_function)\s*\(\s*[^;]{0,60}(?:file_get_contents|curl_exec|Http::get|fopen)\s*\(\s*[^;)]{0,200}(?:https?:|\$)/i), fetched('include', /\b(?:include|require)(?:_once)?\s*(?:\(\s*)?["']https?:/i), fetched('unserialize', /\bunserialize\s*\(\s*(?:file_get_contents\s*\(\s*["']https?:|curl_exec)/i),
      decoded('eval', /\b(?:eval|assert|create_function)\s*\(\s*[^;]{0,80}\b(?:base64_decode|gzinflate|gzuncompress|str_rot13|hex2bin|convert_uudecode|strrev|pack)\s*\(/i), decoded('system', /\b(?:system|shell_exec|passthru|exec|popen|proc_open)\s*\(\s*(?:base64_decode|str_rot13|hex2bin|strrev|gzinflate)\s*\(/i),
    ],
  },
  {
    files: /\.go$/, comments: slashComments,
    signs: [decoded('exec.Command', /exec\.Command\([^;\n]{0,120}(?:base64\.\w+\.DecodeString|hex\.DecodeString|string\(\w*[dD]ec\w*\))/), fetched('plugin.Open', /plugin\.Open\([^)\n]{0,200}(?:http|download|tmp)/i), fetched('exec.Command', /exec\.Command\(\s*"(?:\/bin\/)?(?:ba|z|da)?sh"\s*,\s*"-c"\s*,\s*"[^"]{0,400}(?:curl|wget)[^"]{0,400}\|\s*(?:ba|z|da)?sh\b/)],
    fetches: /\bhttp\.(?:Get|Post|NewRequest)\b|net\.Dial\(/, writes: /os\.(?:WriteFile|Create|OpenFile)\b|ioutil\.WriteFile/, starts: /\bexec\.Command(?:Context)?\(\s*(?!")[a-z]\w*\s*[,)]/,
  },
  {
    files: /\.(?:cs|vb|fs)$/, comments: slashComments,
    signs: [fetched('Assembly.Load', /Assembly\.Load\([^;]{0,160}(?:DownloadData|GetByteArrayAsync|HttpClient|WebClient)/), decoded('Assembly.Load', /Assembly\.Load\([^;]{0,120}(?:FromBase64String|Decompress|FromHexString)/), fetched('CSharpScript', /CSharpScript\.(?:Evaluate|Run)Async\([^;]{0,160}(?:DownloadString|GetStringAsync|HttpClient)/), decoded('Process.Start', /Process\.Start\([^;]{0,120}FromBase64String/)],
    fetches: /\.DownloadFile\(|\.GetByteArrayAsync\(|DownloadData\(/, writes: /DownloadFile\(|File\.WriteAllBytes/, starts: /Process\.Start\(/,
  },
  {
    // Foundry starts programs for a test that is allowed to.
    files: /\.sol$/, comments: slashComments,
    signs: [fetched('vm.ffi', /"[^"\n]{0,400}(?:curl|wget|iwr)\s[^"\n]{0,400}(?:\|\s*(?:ba|z|da)?sh\b|https?:)[^"\n]*"/, startsForTest), decoded('vm.ffi', /"[^"\n]{0,400}base64\s+(?:-d|-D|--decode)[^"\n]{0,400}\|\s*(?:ba|z|da)?sh\b[^"\n]*"/, startsForTest),
      { kind: 'starts-process', by: 'vm.ffi', pattern: startsForTest }, { kind: 'reads-keys', by: 'vm.readFile', pattern: /\bvm\.readFile\([^;]{0,300}(?:\.ssh|id_rsa|\.config\/solana|keystore)/ }],
  },
  {
    files: /(?:^|\/)CMakeLists\.txt$|\.cmake$/, comments: /(?<=^|\s)#[^\n]*/gm,
    signs: [
      { kind: 'starts-fetched-file', by: 'execute_process', pattern: /\bfile\s*\(\s*DOWNLOAD\s+\S{1,600}\s+"?([^\s")]{1,200})(?=[\s")])"?[\s\S]{0,2000}?\b(?:execute_process|add_custom_command)\s*\([^)]{0,300}?\bCOMMAND\s+(?:(?:ba|z|da)?sh\s+|cmd\s+\/c\s+|python3?\s+|"?\$\{\w*(?:SHELL|PYTHON|Python)\w*\}"?\s+|chmod\s+\S+\s+\S+\s+COMMAND\s+)?"?\1"?(?=[\s)])/i },
      fetched('execute_process', /\b(?:execute_process|add_custom_command|add_custom_target)\s*\([^)]{0,300}?\bCOMMAND\b[^)]{0,100}\b(?:curl|wget)\b[^)]{0,200}\|\s*(?:ba|z|da)?sh\b/i),
      decoded('execute_process', /\b(?:execute_process|add_custom_command|add_custom_target)\s*\([^)]{0,300}?\bCOMMAND\b[^)]{0,100}base64\s+(?:-d|-D|--decode)[^)]{0,300}\|\s*(?:ba|z|da)?sh\b/i),
    ],
  },
  { files: /\.(?:c|cc|cpp|cxx|h|hpp|hh|m|mm)$/, comments: slashComments, signs: [] },
  { files: /\.(?:lua)$/, comments: /--(?!\[\[)[^\n]*/g, signs: [fetched('loadstring', /\bload(?:string)?\s*\(\s*[^\n]{0,60}(?:HttpGet|http\.request|fetch)\w*\s*\(/), decoded('loadstring', /\bload(?:string)?\s*\(\s*[^\n]{0,60}(?:base64|unb64|string\.reverse|decode)\w*\s*\(/i)] },
  { files: /\.(?:pl|pm)$|(?:^|\/)Makefile\.PL$/, comments: hashComments, signs: [fetched('eval', /\beval\s{0,20}(?:\(\s{0,20})?[^\n;]{0,40}(?:LWP::Simple::get|\bget\(\s*["']https?:|`curl)/), decoded('eval', /\beval\s{0,20}(?:\(\s{0,20})?[^\n;]{0,40}(?:decode_base64|unpack|pack)\s*\(/)] },
  { files: /\.(?:vbs|vbe|wsf|hta)$/i, comments: /^[ \t]*'[^\n]*/gm, signs: [fetched('Execute', /\bExecute(?:Global)?[^\n]{0,300}\.responseText/i), decoded('Execute', /\bExecute(?:Global)?[^\n]{0,300}(?:StrReverse|Chr\(|base64)/i), { kind: 'starts-process', by: 'WScript.Shell', pattern: /CreateObject\(\s*"(?:WScript\.Shell|Shell\.Application)"\s*\)/i }] },
  { files: /\.(?:applescript|scpt)$/i, comments: /--[^\n]*/g, signs: [fetched('do shell script', /do shell script\s+"[^"\n]{0,400}(?:curl|wget)[^"\n]{0,400}\|\s*(?:ba|z)?sh/), decoded('do shell script', /do shell script\s+"[^"\n]{0,400}base64\s+(?:-d|-D|--decode)[^"\n]{0,400}\|\s*(?:ba|z)?sh/), { kind: 'starts-process', by: 'do shell script', pattern: /do shell script/ }] },
];
