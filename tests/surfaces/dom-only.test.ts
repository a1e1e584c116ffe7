import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { tmpdir } from 'node:os';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

/**
 * A form's fields and a document's images replace properties of the form and of the document, so only dom.ts may read a member of a
 * node. No list of names can say what that is: a mail's own `body` is none, an element's is. The compiler can, so it checks the
 * surfaces against its own DOM types with the members of everything that is a node taken away: whatever reads one is an error.
 */
const compiler = createRequire(import.meta.url).resolve('typescript/package.json');
const folder = mkdtempSync(join(tmpdir(), 'bonafide-dom-only-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const surfaces = 'utils/surfaces';
const files = readdirSync(surfaces).filter((file) => file.endsWith('.ts')).map((file) => join(surfaces, file));
/** What handles elements outside of the surfaces and needs no browser to be compiled. */
const others = ['entrypoints/watch/photo-place.ts', 'entrypoints/watch/worst-item.ts'];

const opening = /^interface (\w+)(?:<[^{]*>)?(?: extends ([^{]+))? \{\n[^]*?^\}/gm;

/** Types of the DOM in which nodes, and what they inherit from, have no members but one, so that a text is no node. */
function blindTypes(text: string): string {
  const parents = new Map<string, string[]>();
  for (const [, name = '', list = ''] of text.matchAll(opening))
    parents.set(name, [...(parents.get(name) ?? []), ...list.replaceAll(/<[^>]*>/g, '').split(',').map((one) => one.trim()).filter(Boolean)]);
  const isNode = (name: string): boolean => name === 'Node' || (parents.get(name) ?? []).some(isNode);
  const above = (name: string): string[] => (parents.get(name) ?? []).flatMap((parent) => [parent, ...above(parent)]);
  const nodes = [...parents.keys()].filter(isNode);
  const blind = new Set([...nodes, ...nodes.flatMap(above)]);
  return text.replaceAll(opening, (whole, name: string) =>
    (blind.has(name) ? `${whole.slice(0, whole.indexOf('{\n'))}{ readonly blind: true }` : whole));
}

/** What the compiler objects to in these files, a line each; nothing in dom.ts. */
async function readsOfMembers(...paths: readonly string[]): Promise<string[]> {
  const { default: getExePath } = (await import(pathToFileURL(join(dirname(compiler), 'lib/getExePath.js')).href)) as { default(): string };
  const program = getExePath();
  writeFileSync(join(folder, 'dom.d.ts'), blindTypes(readFileSync(join(dirname(program), 'lib.dom.d.ts'), 'utf8')));
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({
    extends: resolve('tsconfig.core.json'),
    compilerOptions: { lib: ['ESNext'] },
    include: [],
    files: [join(folder, 'dom.d.ts'), ...paths.map((path) => resolve(path))],
  }));
  const printed = await new Promise<string>((done) => {
    execFile(program, ['-p', folder, '--pretty', 'false'], (_, out) => done(out));
  });
  return printed.split('\n').filter((line) => paths.some((path) => line.includes(`${basename(path)}(`)) && !/\bdom\.ts\(/.test(line));
}

describe('the surfaces', () => {
  it('read no member of a node but through dom.ts', async () => {
    expect(await readsOfMembers(...files, ...others)).toEqual([]);
  });

  it('would be caught reading one', async () => {
    const careless = join(folder, 'careless.ts');
    const reads = ['element.textContent', 'element.children.length', 'document.body', 'form.action', 'text.data', 'root.querySelector("p")',
      'document.addEventListener("x", () => {})', 'link.getAttribute("href")', 'element["isConnected"]', 'frame.contentDocument', 'element.style'];
    writeFileSync(careless, `export function read(element: Element, form: HTMLFormElement, text: Text, root: ShadowRoot, link: HTMLElement,
      frame: HTMLIFrameElement) {\n${reads.map((read) => `${read};`).join('\n')}\n}`);
    const caught = await readsOfMembers(careless);
    expect(caught.map((line) => Number(/careless\.ts\((\d+)/.exec(line)?.[1]) - 3)).toEqual([...reads.keys()]);
  });
});
