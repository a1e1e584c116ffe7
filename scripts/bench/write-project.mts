import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Modules of a size that people write, with what makes a detector look closer now and then: a request, a setting, a started program. */
const statements = [
  (n: number) => `export function total${n}(lines, voucher = ${n}) {\n  const net = lines.reduce((sum, { price, count }) => sum + price * count, 0);\n  return Math.round((net - voucher) * 100) / 100;\n}\n`,
  (n: number) => `const cache${n} = new Map();\nexport const kept${n} = (key, make) => {\n  if (!cache${n}.has(key)) cache${n}.set(key, make());\n  return cache${n}.get(key);\n};\n`,
  (n: number) => `export async function list${n}(search) {\n  const answer = await fetch(\`https://api.shop.example/v${n % 9}/items?q=\${encodeURIComponent(search)}\`);\n  if (!answer.ok) throw new Error(await answer.text());\n  return answer.json();\n}\n`,
  (n: number) => `/** Splits names the way the register of ${1900 + (n % 120)} does. */\nexport const split${n} = (name) => name.split(/\\s+/).filter(Boolean).map((part) => part[0].toUpperCase() + part.slice(1));\n`,
  (n: number) => `export class Basket${n} {\n  #lines = [];\n  add(slug, count = 1) {\n    const known = this.#lines.find((line) => line.slug === slug);\n    if (known) known.count += count;\n    else this.#lines.push({ slug, count });\n    return this;\n  }\n}\n`,
] as const;
const rare = [
  (n: number) => `const port${n} = Number(process.env.PORT_${n} ?? 4000);\n`,
  (n: number) => `export const token${n} = (header) => Buffer.from(header.replace('Basic ', ''), 'base64').toString('utf8');\n`,
  (n: number) => `import { execFileSync as run${n} } from 'node:child_process';\nexport const commit${n} = () => run${n}('git', ['rev-parse', 'HEAD']).toString();\n`,
] as const;
/** One in so many statements is of the rare kind. */
const rarity = 40;
const isText = (path: string) => !path.endsWith('.png');
const python = (n: number) => `def total_${n}(lines, voucher=${n}):\n    net = sum(price * count for price, count in lines)\n    return round(net - voucher, 2)\n\n`;
const line = (n: number) => `  "key${n}": "a text of number ${n} that is neither long nor short",\n`;

/** Writes `files` files of `bytes` bytes in all: 70 of 100 JavaScript or TypeScript, 10 JSON, 10 Python, 10 pictures. The same each time. */
export function writeProject(folder: string, files: number, bytes: number): void {
  const size = Math.floor(bytes / files);
  for (let i = 0; i < files; i++) {
    const path = pathOf(i);
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, isText(path) ? textOf(path, i, size) : pictureOf(i, size));
  }
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'bench', scripts: { start: 'node src/part0/module0.js', test: 'vitest' }, dependencies: { express: '^4.19.2' } }));
}

const pathOf = (i: number): string => {
  const ending = ['js', 'js', 'js', 'ts', 'ts', 'tsx', 'js', 'json', 'py', 'png'][i % 10]!;
  return `src/part${i % 50}/module${i}.${ending}`;
};

function textOf(path: string, seed: number, size: number): string {
  const parts = path.endsWith('.json') ? ['{\n'] : path.endsWith('.py') ? [] : [`import { kept${seed + 1} } from './module${seed + 50}.js';\n`];
  let length = parts.join('').length;
  for (let n = seed; length < size - 40; n++) {
    const part = path.endsWith('.json') ? line(n) : path.endsWith('.py') ? python(n) : codeOf(n);
    parts.push(part);
    length += part.length;
  }
  if (path.endsWith('.json')) parts.push('  "last": 0\n}\n');
  return parts.join('');
}

const codeOf = (n: number): string => (n % rarity === 0 ? rare[(n / rarity) % rare.length]!(n) : statements[n % statements.length]!(n));

/** The start of a PNG, then bytes that do not pack. */
function pictureOf(seed: number, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  for (let i = 0, state = seed + 1; i < size; i++) {
    state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
    bytes[i] = state >> 16;
  }
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return bytes;
}
