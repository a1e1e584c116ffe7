import { describe, expect, it } from 'vitest';
import { encodedAddresses } from '../../utils/inspect/hidden/encoded-addresses.ts';
import { hiddenCode } from '../../utils/inspect/hidden/hidden-code.ts';
import { looksLikeProgram } from '../../utils/inspect/hidden/code-text.ts';
import { pictureScripts } from '../../utils/inspect/hidden/picture-scripts.ts';
import { programFiles } from '../../utils/inspect/hidden/program-files.ts';
import { unseenCharacters } from '../../utils/inspect/hidden/unseen-characters.ts';
import { obfuscation } from '../../utils/inspect/javascript/obfuscation.ts';
import { stemsLoaded } from '../../utils/inspect/javascript/odd-scripts.ts';
import { scriptText } from '../../utils/inspect/javascript/script-text.ts';
import { settingsOf } from '../../utils/inspect/javascript/settings-of.ts';
import { otherPrograms } from '../../utils/inspect/other-languages/other-programs.ts';
import { shellScripts } from '../../utils/inspect/other-languages/shell-scripts.ts';
import { pythonObfuscation } from '../../utils/inspect/python/python-obfuscation.ts';
import { unparsedPython } from '../../utils/inspect/python/unparsed-python.ts';
import { otherImports } from '../../utils/inspect/reach/other-imports.ts';
import { openFolder } from '../../utils/inspect/runs/folder.ts';
import { runsOf } from '../../utils/inspect/runs/runs-of.ts';
import type { Detector, TextFile } from '../../utils/inspect/sighting.ts';
import { textFileOf } from '../../utils/inspect/text-file.ts';
import { processorTime } from '../processor-time.ts';
import { projectOf } from './sightings-of.ts';

/** Milliseconds of the processor for 200 kB: some five times what the slowest takes, and a quarter of what the mildest pattern takes that begins anew at each place. */
const bound = 3_000;

const perFile = (look: (file: TextFile) => unknown): Detector => (file) => { look(file); return []; };
const inFiles: Detector = (_, project) => programFiles(project);
const imports: Detector = ({ path, text }, project) => { otherImports(path, text, openFolder(project)); return []; };
const runs: Detector = (_, project) => { runsOf(project); return []; };

/** A detector, a name it looks at, what is repeated, and what stands in front of that so that the look goes so far. */
const hostile: [string, Detector, string, readonly string[], string?][] = [
  ['obfuscation', perFile((file) => obfuscation(file, file.text)), 'src/a.js', ['$a', "'\\", '"\\', "x['a']", '\n', '"%00', '1,', 'a=(', "='\\"], "x=function(){return y};x();parseInt(a)/1+parseInt(b)/2+parseInt(c);~[];a['b']['c'](d['e']['f'](g['h']['i']['j']['k']));"],
  ['obfuscation behind a table', perFile((file) => obfuscation(file, file.text)), 'src/a.js', [' ', '\n'], 'x=function(){return y}'],
  ['obfuscation in a kept text', perFile((file) => obfuscation(file, file.text)), 'src/a.js', ['%00', '00', '00,', 'Aa0'], '"'],
  ['script-text', perFile(({ path, text }) => scriptText(path, text)), 'a.html', ['<script', '<script>', '<script ']],
  ['script-text of templates', perFile(({ path, text }) => scriptText(path, text)), 'a.ejs', ['<%', '<% ', '<%>', '%>', ' href="', " onload='", ' onload="eval(', ' '], ' onload="eval('],
  ['script-text of Astro', perFile(({ path, text }) => scriptText(path, text)), 'a.astro', ['\n', '---\n', '\n---', '\n ']],
  ['script-text of MDX', perFile(({ path, text }) => scriptText(path, text)), 'a.mdx', ['import \n', '\n ', 'import a\n \n', ' '], 'import '],
  ['odd-scripts', perFile(({ text }) => stemsLoaded(text)), 'a.js', [' ', 'require ', '(', '(join(__dirname,', "from '"], 'require'],
  ['other-imports of Ruby', imports, 'a.rb', [' ', 'require '], 'require'],
  ['other-imports of Go', imports, 'a.go', ['\n', ' ', 'a/', 'import '], 'import "'],
  ['other-imports of Rust', imports, 'a.rs', ['\n', ' ', 'pub(', 'mod '], 'mod a'],
  ['java-builds', runs, 'build.gradle', [' ', 'apply ', "'", 'a ', 'URL('], 'apply'],
  ['settings-of', perFile((file) => settingsOf([file])), '.env', ['\n', ' ', 'a', 'export ']],
  ['code-text', perFile(({ text }) => looksLikeProgram(text)), 'a.txt', ['\n', ' \n', '\r', 'function ', ' '], 'function'],
  ['encoded-addresses', encodedAddresses, 'src/a.js', ['=', '#', '%68%74%74%70', '//:ptth', 'a', 'k0RHa', '\\x68\\x74\\x74\\x70'], 'ptth '],
  ['hidden-code', hiddenCode, 'src/a.js', ['\\"', "'\\", ' ', `${'\t'.repeat(436)}\n\v`, '\n', '/**', `${' '.repeat(250)}x;\n`], 'a\nb\nc\nd\n'],
  ['unseen-characters', unseenCharacters, 'src/a.js', ['а', 'aа', '\u202a', '\u2066a', '\u200b'], 'a'],
  ['program-files of pages', inFiles, 'a.url', ['\n', '\r', 'URL=', 'URL= ']],
  ['program-files of desktops', inFiles, 'a.desktop', ['\n', '\r\n', 'Exec=', 'Exec=sh ']],
  ['program-files of places', inFiles, 'a.webloc', ['<string>file:', '<string>', '<string>\n']],
  ['picture-scripts', pictureScripts, 'a.svg', ['<script', '<script ', '<foreignObject a', 'onload="', 'href='], '<svg>'],
  ['python-obfuscation', pythonObfuscation, 'a.py', ['\\x41', 'I', '_', '1,', 'pytransform ', '\n', '1, '], 'marshal.loads(exec(decode('],
  ['unparsed-python', unparsedPython, 'a.py', ['\n', '_', 'exec(', ';_']],
  ['shell-scripts', shellScripts, 'a.sh', ['#!/bin/sh\n', 'curl ', 'iex ', 'curl -o aaa\n', "cat '"]],
  ['shell-scripts that read', shellScripts, 'a.sh', ['a ', ' ', '$a '], 'cat '],
  ['other-programs of PHP', otherPrograms, 'a.php', ['\n', '\r', ' \n', '\n#', '/* ', 'eval(', 'eval(fopen(', '$a=1;']],
  ['other-programs of Groovy', otherPrograms, 'a.gradle', ['evaluate ', 'evaluate(', 'URI(', 'GroovyShell ', '/*', 'exec {'], 'x.execute();'],
  ['other-programs of Gradle', otherPrograms, 'b.gradle', [' ', 'apply '], 'apply'],
  ['other-programs of Java', otherPrograms, 'a.java', ['HttpClient ', 'public a() ', 'new URL(', '(char)', 'String a=b;', 'public '], 'x.exec(a); new ProcessBuilder(a);'],
  ['other-programs of C', otherPrograms, 'a.c', ['static\n', 'a b(\n', 'a=b;', 'fgets(a ', 'const ', ' '], 'system(a); const'],
  ['other-programs of Go', otherPrograms, 'a.go', ['func (\n', 'curl ', 'a := b\n'], 'exec.Command(a, b) exec.Command("sh", "-c", "'],
  ['other-programs of Ruby', otherPrograms, 'a.rb', ['eval ', ' ', '\n', '=begin\n', 'URI.parse('], 'eval'],
  ['other-programs of builds', otherPrograms, 'pom.xml', ['<!--', '<Exec ', '<get '], '<artifactId>exec-maven-plugin</artifactId>'],
  ['other-programs of Solidity', otherPrograms, 'a.sol', ['"curl |sh "', 'curl ', 'vm.readFile('], '"'],
  ['other-programs of CMake', otherPrograms, 'a.cmake', ['file(DOWNLOAD a b ', 'execute_process(COMMAND curl ', 'a'], 'file(DOWNLOAD a b'],
  ['other-programs of Visual Basic', otherPrograms, 'a.vbs', ['\n', '\r\n', 'Execute ']],
];

function timeOf(detect: Detector, path: string, text: string): number {
  const project = projectOf({ [path]: text });
  const begin = processorTime();
  detect(textFileOf(project.files[0]!)!, project);
  return processorTime() - begin;
}

describe('patterns over hostile text', () => {
  it.each(hostile)('of %s come to an end in a bounded time', (_, detect, path, units, before = '') => {
    for (const unit of units) {
      const shown = `${JSON.stringify(unit).slice(0, 40)}`;
      for (const length of [50_000, 200_000]) expect(timeOf(detect, path, before + unit.repeat(length / unit.length)), `${shown} over ${length}`).toBeLessThan(length === 50_000 ? bound / 4 : bound);
    }
  });
});
