import { describe, expect, it } from 'vitest';
import { disguisedFiles } from '../../../utils/inspect/hidden/disguised-files.ts';
import { encodedAddresses } from '../../../utils/inspect/hidden/encoded-addresses.ts';
import { hiddenCode } from '../../../utils/inspect/hidden/hidden-code.ts';
import { pictureScripts } from '../../../utils/inspect/hidden/picture-scripts.ts';
import { programFiles } from '../../../utils/inspect/hidden/program-files.ts';
import { unseenCharacters } from '../../../utils/inspect/hidden/unseen-characters.ts';
import { seenBy, seenInProject } from '../sightings-of.ts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const bytes = (hex: string, text = '', fill = 64) => new Uint8Array([...Buffer.from(hex, 'hex'), ...new Uint8Array(fill), ...Buffer.from(text)]);
const program = `const run = require('child_process');\nmodule.exports = () => run.exec('x');\n`;
const url = 'https://feed.prices.example/v2';

describe('hidden-code', () => {
  it.each([
    ['code behind spaces', { 'tailwind.config.js': `module.exports = {};${' '.repeat(400)}require('./x')();\n` }, 'hides-behind-whitespace tailwind.config.js:1'],
    ['code behind tabs', { 'a.py': `x = 1\n${'\t'.repeat(250)}import os; os.system("x")\n` }, 'hides-behind-whitespace a.py:2'],
    ['a command behind spaces', { '.vscode/tasks.json': `{"label": "x",${' '.repeat(300)}"command": "node x"}` }, 'hides-behind-whitespace .vscode/tasks.json:1'],
    ['code below a screen of empty lines', { 'a.js': `a();\n${'\n'.repeat(200)}require('./x');\n` }, 'hides-behind-whitespace a.js:202'],
    ['one long line of code', { 'src/server.js': `a;\nb;\nc;\nd;\ne;\n${'(function(){var q=w(1);if(q){e(q)}})();'.repeat(20)}\n` }, 'obfuscated src/server.js:6'],
  ])('sees %s', (_, files, seen) => {
    expect(seenBy(hiddenCode, files as Record<string, string>)).toEqual([seen]);
  });

  it.each([
    ['minified programs', { 'dist/app.js': 'x=>{y(z)};'.repeat(900), 'a.min.js': `a;\nb;\n${'(function(){})();'.repeat(99)}` }],
    ['long texts', { 'a.js': `a;\nb;\nc;\nd;\nconst t = "${'words; and (more) of {them} => '.repeat(60)}";\n` }],
    ['deep indentation', { 'a.py': `${' '.repeat(230)}f(1)\n${' '.repeat(234)}g(2)\n`.replace(/^ +/, (s) => `x\n${s}`.replace(/x\n/, '')) .replace(/^/, `${' '.repeat(228)}e(0)\n`).trimStart() }],
    ['tables in documents', { 'README.md': `a${' '.repeat(300)}(b)\n` }],
    ['a long line of imports', { 'a.ts': `a;\nb;\nc;\nd;\nimport { ${Array.from({ length: 90 }, (_, i) => `name${i}`).join(', ')} } from 'x';\n` }],
  ])('is quiet about %s', (_, files) => {
    expect(seenBy(hiddenCode, files as Record<string, string>)).toEqual([]);
  });
});

describe('unseen-characters', () => {
  it.each([
    ['selectors in bulk', `const s = decode('${'\u{e0101}\u{e0120}'.repeat(9)}');`, 'invisible-characters'],
    ['tags', `const s = 'a\u{e0041}\u{e0042}\u{e0043}';`, 'invisible-characters'],
    ['runs without width', `const s = '${'\u200b\u200c'.repeat(8)}';`, 'invisible-characters'],
    ['private characters in bulk', `const s = '${'\ue123'.repeat(20)}';`, 'invisible-characters'],
    ['a name that is drawn as nothing', `const { a,\u3164} = q;`, 'invisible-characters'],
    ['an override', `if (role !== "user\u202e // only admins\u2066") {`, 'direction-characters'],
    ['a turn in a line of Latin letters', `/* \u2067 } \u2066 if (x) */`, 'direction-characters'],
    ['a name of two alphabets', `const pаsswordOk = 1;`, 'invisible-characters'],
  ])('sees %s', (_, text, kind) => {
    expect(seenBy(unseenCharacters, { 'src/a.ts': `let b;\n${text}\n` }).map((seen) => seen.split(' ')[0])).toContain(kind);
  });

  it.each([
    ['emoji', 'const s = "👩‍👩‍👧‍👦 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿";', 'src/a.ts'], ['a byte order mark', '\ufeffconst a = 1;', 'a.ts'], ['Persian', 'const s = "می‌خواهم نمی‌شود";', 'a.ts'],
    ['marks in translations', '"a": "\u202bשלום\u202c \u2066x\u2069"', 'locales/he.json'], ['Russian in a program', 'const s = "Привет, world";', 'a.ts'],
    ['a class of letters', 'const r = /[a-zа-яё]/i;', 'a.ts'], ['an icon of a font', 'content = "\ue001";', 'a.js'], ['Hebrew with a turn', 'x = "\u2067שלום\u2069"', 'a.py'],
  ])('is quiet about %s', (_, text, path) => {
    expect(seenBy(unseenCharacters, { [path]: text })).toEqual([]);
  });
});

describe('encoded-addresses', () => {
  it.each([
    ['base64', `AUTH_API=${base64(url)}`, '.env'], ['base64 in JSON', `{"key": "${base64(url)}"}`, 'config/default.json'], ['base64 of base64', `k: ${base64(base64(url))}`, 'a.yml'],
    ['hex', `k = "${Buffer.from(url).toString('hex')}"`, 'a.toml'], ['reversed', `k=${[...url].reverse().join('')}`, 'a.properties'], ['reversed base64', `const a = '${[...base64(url)].reverse().join('')}';`, 'a.js'],
    ['escapes', `const a = '${[...url].map((c) => `\\x${c.charCodeAt(0).toString(16)}`).join('')}';`, 'a.js'], ['an example of settings', `X=${base64(url)}`, 'config.env.example'],
  ])('sees an address in %s', (_, text, path) => {
    expect(seenBy(encodedAddresses, { [path]: `a: 1\n${text}\n` })).toEqual([`decodes-address ${path}:2`]);
  });

  it.each([
    ['a plain address', `API=${url}`, '.env'], ['a key', 'KEY=c2VjcmV0IGtleSB0aGF0IGlzIG5vIGFkZHJlc3M=', '.env'], ['a picture', `{"image/png": "${base64('\x89PNG http')}"}`, 'a.json'],
    ['a document', base64(url), 'docs/a.md'], ['a lock file', `"integrity": "sha512-${base64(url)}"`, 'package-lock.json'],
  ])('is quiet about %s', (_, text, path) => {
    expect(seenBy(encodedAddresses, { [path]: text })).toEqual([]);
  });
});

describe('disguised-files', () => {
  const png = '89504e470d0a1a0a';
  it.each([
    ['a program text named as a font', { 'public/fonts/fa-solid-900.woff2': program }], ['a program text named as a picture', { 'a.png': program }], ['a program text behind a picture', { 'a.png': bytes(png, `\0\0${program.repeat(2)}`, 999) }],
    ['a program named as a picture', { 'a.jpg': bytes('4d5a90000300000004000000ffff0000', '', 900) }], ['a program named as text', { 'notes.txt': bytes('7f454c4602010100') }], ['an archive named as a picture', { 'a.ico': bytes('504b0304') }],
    ['two endings', { 'Job Description.pdf.exe': bytes('4d5a') }], ['a name from the right', { 'brief\u202efdp.exe': bytes('4d5a') }], ['a gif that is a program', { 'a.gif': `GIF89a=1;${program}` }], ['an ending behind spaces', { 'brief.pdf            .exe': bytes('4d5a') }],
  ])('sees %s', (_, files) => {
    expect(seenInProject(disguisedFiles, files as Record<string, string>).map((seen) => seen.split(' ')[0])).toEqual(['disguised-file']);
  });

  it('is quiet about what is what it says', () => {
    expect(seenInProject(disguisedFiles, {
      'a.png': bytes(png, 'IEND', 500), 'b.woff2': bytes('774f4632'), 'c.jpg': bytes('ffd8ffe0'), 'd.webp': bytes('524946460000000057454250'), 'e.pdf': bytes('255044462d312e37'), 'f.ttf': bytes('00010000'),
      'lfs.png': 'version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n', 'empty.png': '', 'missing.png': '<!DOCTYPE html><script>const a = 1; require("x")</script>', 'a.tar.gz': bytes('1f8b08'), 'icon.svg': '<svg/>', 'g.mp4': bytes('0000001c66747970'), 'photo.png': bytes('ffd8ffe0'),
    })).toEqual([]);
  });
});

describe('program-files', () => {
  it('sees programs and shortcuts', () => {
    expect(seenInProject(programFiles, {
      'setup.exe': bytes('4d5a90000300000004000000ffff0000', '', 900), 'tools/run': bytes('7f454c46'), 'brief.lnk': bytes('4c0000000114020000000000c000000000000046'), 'a.url': '[InternetShortcut]\nURL=file://host.example/x.exe\n',
      'b.desktop': '[Desktop Entry]\nName=Brief\nExec=sh -c "node x"\n', 'tool.jar': bytes('504b0304'), 'lib/agent': bytes('cafebabe00000034'),
    })).toEqual([
      'program-file lib/agent:1', 'program-file setup.exe:1', 'program-file tool.jar:1', 'program-file tools/run:1', 'shortcut-file a.url:2', 'shortcut-file b.desktop:3', 'shortcut-file brief.lnk:1',
    ]);
  });

  it('is quiet about wrappers, web modules and links to pages', () => {
    expect(seenInProject(programFiles, {
      'gradle/wrapper/gradle-wrapper.jar': bytes('504b0304'), 'a.wasm': bytes('0061736d'), 'docs.url': '[InternetShortcut]\nURL=https://example.org/\n', 'app.desktop': '[Desktop Entry]\nExec=app %U\n', 'gradlew.bat': '@echo off\n', 'a.png': bytes('89504e470d0a1a0a'),
    })).toEqual([]);
  });
});

describe('picture-scripts', () => {
  it('sees a script in a picture, and a program with the name of one', () => {
    expect(seenBy(pictureScripts, { 'a.svg': '<svg>\n<script>alert(1)</script></svg>', 'b.svg': `require('./x')`, 'c.svg': '<svg onload="go()"/>', 'd.svg': '<svg><path d="M0 0"/></svg>' }))
      .toEqual(['disguised-file a.svg:2', 'disguised-file b.svg:1', 'disguised-file c.svg:1']);
  });
});
