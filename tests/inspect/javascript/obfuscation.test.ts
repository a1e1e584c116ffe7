import { describe, expect, it } from 'vitest';
import { obfuscation } from '../../../utils/inspect/javascript/obfuscation.ts';
import { lineIndexOf } from '../../../utils/inspect/text-file.ts';

const howOf = (text: string, path = 'src/a.js'): unknown => obfuscation({ path, text, lines: lineIndexOf(text) }, text)[0]?.detail?.['how'];
const program = "const a = require('os'); function show() { console.log(a.cpus().length); } show();";
const bytes = [...program].map((char) => char.charCodeAt(0));
const codes = (turn: (code: number, at: number) => number): string => bytes.map(turn).join(', ');
const escapes = (text: string): string => [...text].map((char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`).join('');

const unreadable: Readonly<Record<string, readonly [string, string]>> = {
  'names with numbers in hex': ['numbered names', "var _0x3f2a=['log'];(function(_0x1c,_0x2d){_0x1c(_0x2d);}(_0x3f2a,_0x4b1c));console[_0x3f2a[0x0]](_0x4b1c);"],
  'names with numbers behind a prefix': ['numbered names', 'const a0_0x12ab=1,a0_0x12ac=2;b(a0_0x12ab,a0_0x12ac);c(a0_0x12ab);'],
  'tables with names that are numbered otherwise': ['numbered names', 'var _$_1e42=f("x");global[_$_1e42[0]]=1;if(typeof module===_$_1e42[1]){global[_$_1e42[2]]=2};'],
  'a table that hands itself out, under short names': ['rotated texts', "(function(c,d){const e=c();while(!![]){try{const f=-parseInt(b(0x1))/0x1*(parseInt(b(0x2))/0x2)+-parseInt(b(0x3))/0x3;if(f===d)break;else e['push'](e['shift']());}catch(g){e['push'](e['shift']());}}}(a,0x5d4a9));function b(c,d){c=c-0x1;const e=a();return e[c];}function a(){const i=['one','two'];a=function(){return i;};return a();}"],
  'the same table after a minifier': ['rotated texts', '!function(t,n){const e=t();for(;;)try{if(123===parseInt(r(1))/1+parseInt(r(2))/2*(parseInt(r(3))/3))break;e.push(e.shift())}catch(t){e.push(e.shift())}}(o);function r(t,n){t-=367;return o()[t]}function o(){const t=["a","b"];return(o=function(){return t})()}'],
  'an array that a loop turns': ['rotated texts', "var a=['x','y'];(function(b,c){var d=function(e){while(--e){b['push'](b['shift']());}};d(++c);}(a,0x1f));"],
  'members by their numbers in a table': ['numbered members', "const e=require(g(0x16f));e[g(0x170)](g(0x171))[g(0x172)](h=>h[g(0x173)](1));"],
  'brackets and signs only': ['brackets only', '[][(![]+[])[+[]]+'.repeat(30)],
  'letters as escapes': ['escapes', ['require', 'child', 'process', 'spawn', 'hello', 'world'].map((word) => `f("${escapes(word)}");`).join('\n')],
  'an order of steps in a text': ['flattened flow', "var s='2|0|1|3'['split']('|'),i=0;while(!![]){switch(s[i++]){case'0':a();continue;}break;}"],
  'require under a short name of the global object': ['loader on the global object', "module.exports = {};\nglobal['r']=require;r('os');"],
  'a sign as the name of a global member': ['loader on the global object', "module.exports = {};\nglobal['!']='8-17';"],
  'a program in base64': ['a program in base64', `const logo = '${btoa(program)}';`],
  'a program in base64, from behind': ['a program in base64', `const logo = '${[...btoa(`${program}  `)].reverse().join('')}';`],
  'a program in hex': ['a program in hex', `const logo = "${bytes.map((code) => code.toString(16)).join('')}";`],
  'a program in pieces': ['a program in pieces', `const parts = [${btoa(program).match(/.{1,20}/g)!.map((part) => `'${part}'`).join(', ')}];`],
  'a program in numbers': ['a program in numbers', `const table = [${codes((code) => code)}];`],
  'a program in numbers with a distance': ['a program in numbers', `const table = [${codes((code) => code + 3)}];`],
  'a program under a key of one number': ['a program in numbers', `const table = [${codes((code) => code ^ 90)}];`],
  'a program under a key that stands beside': ['a program in numbers', `const key = 'harbour'; const table = [${codes((code, at) => code ^ 'harbour'.charCodeAt(at % 7))}];`],
};

const readable: Readonly<Record<string, readonly [string, string?]>> = {
  'a minified bundle': ['!function(e,t){"object"==typeof exports?module.exports=t():e.lib=t()}(this,function(){var e={};return e.push=function(t){return t.shift()},e});'],
  'a table that is worked out once': ['function names(){const list=["a","b"];names=function(){return list};return list}'],
  'an order of names': ["const order = 'a|b|c'.split('|');"],
  'numbers in hex': ['const colors = [0xff0000, 0x00ff00, 0x0000ff];\nconst mask = (value) => value & 0xff;'],
  'a name that has 0x in it': ['e[e.prefix_0xfb00=251]="x",e[e.prefix_0xfc00=252]="y",e[e.prefix_0xfd00=1],e[e.prefix_0xfe00=2]'],
  'letters of other languages as escapes': ['const words = ["\\u00e4\\u00f6\\u00fc\\u00df", "\\u0430\\u0431\\u0432\\u0433"];'],
  'a picture in base64': [`const logo = '${btoa('\u0089PNG\r\n\u001a\n'.repeat(20))}';`],
  'a text in base64': [`const note = '${btoa('The harbour opens at nine and closes at five, and the boats come back with the tide. '.repeat(2))}';`],
  'a table of numbers': [`const table = [${Array.from({ length: 120 }, (_, at) => (at * 7) % 250).join(', ')}];`],
  'settings by names in brackets': ["const a = config['port'];\nconst b = config['host'];\nconst c = config['path'];"],
  'fetch on the global object': ["global.fetch = require('node-fetch');\nglobalThis.require = require;"],
  'a worker that a tool built in': [`const worker = '${btoa(program)}';`, 'dist/a.js'],
};

describe('obfuscation', () => {
  it.each(Object.entries(unreadable))('sees %s', (_, [how, text]) => {
    expect(howOf(text)).toBe(how);
  });

  it.each(Object.entries(readable))('is quiet about %s', (_, [text, path]) => {
    expect(howOf(text, path)).toBeUndefined();
  });

  it('tells what was put into a library from a library that is unreadable throughout', () => {
    const library = Array.from({ length: 80 }, (_, n) => `function f${n}(e,t){return e.length>${n}?e.slice(t).concat(e.name):t.value.toString()}`).join('');
    const put = Array.from({ length: 40 }, (_, n) => `_0x${(0x1a2b + n).toString(16)}['push'](0x${n.toString(16)});`).join('');
    const isWithin = (text: string) => obfuscation({ path: 'vendor/a.min.js', text, lines: lineIndexOf(text) }, text)[0]?.detail?.isWithin;
    expect([isWithin(library + put), isWithin(put)]).toEqual([true, undefined]);
  });

  it('names the line of what was added behind readable code', () => {
    const text = `module.exports = {};\n\n\n${' '.repeat(400)}global['r']=require;`;
    expect(obfuscation({ path: 'a.js', text, lines: lineIndexOf(text) }, text)[0]?.line).toBe(4);
  });
});
