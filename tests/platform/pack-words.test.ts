import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HashSet } from '../../utils/core/hash-set.ts';
import { freshBrowser, mail, restart } from './fresh-browser.ts';
import { listName, tinyPack } from './tiny-pack.ts';

const load = async () => ({ ...(await import('../../utils/platform/packs.ts')), ...(await import('../../utils/platform/database.ts')) });
const said = async ({ storedPack }: Awaited<ReturnType<typeof load>>) => (await storedPack()).judge(mail()).findings.map(({ title, why }) => [title, why]);
const trouble = async () => ((await fakeBrowser.storage.local.get('trouble-pack'))['trouble-pack'] as { sentence: string } | undefined)?.sentence;

const wordsIn = (language: string, title: string) => JSON.stringify({ language, rules: { 'says-hello': { title } } });
const nameOf = (text: string) => createHash('sha256').update(text).digest('hex');
const texts = { de: wordsIn('de', 'Sagt hallo, jemand'), ja: wordsIn('ja', 'こんにちはと言っています') };

/** Serves a pack with words in two languages; `broken`: what stands in the German file. */
function bundle(broken?: string) {
  const words = Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, nameOf(text)]));
  const files = new Map<string, BodyInit>([
    ['packs/base.json', JSON.stringify({ ...tinyPack(), words })], [`packs/${listName}.bin`, HashSet.from(['bad.example']).bytes()],
    ...Object.values(texts).map((text) => [`packs/${nameOf(text)}.bin`, text === texts.de && broken !== undefined ? broken : text] as const),
  ]);
  const served = vi.fn<(url: URL) => Promise<Response>>(async (url) => new Response(files.get(url.pathname.slice(1)) ?? null, { status: files.has(url.pathname.slice(1)) ? 200 : 404 }));
  vi.stubGlobal('fetch', served);
  return served;
}
const speak = (language: string) => { fakeBrowser.i18n.getMessage = () => language; };
const english = ['A rule for tests', 'Somebody said hello.'];

describe('the words of a pack', () => {
  beforeEach(() => freshBrowser());

  it('are those of the language the interface speaks, and English where they say nothing', async () => {
    speak('de');
    bundle();
    expect(await said(await load())).toEqual([['Sagt hallo, jemand', 'Somebody said hello.']]);
  });

  it('are the only ones that are read', async () => {
    speak('ja');
    const served = bundle();
    await said(await load());
    const asked = served.mock.calls.map(([url]) => url.pathname);
    expect([asked.includes(`/packs/${nameOf(texts.ja)}.bin`), asked.includes(`/packs/${nameOf(texts.de)}.bin`)]).toEqual([true, false]);
  });

  it('are stored, and not read again', async () => {
    speak('de');
    bundle();
    await said(await load());
    const again = bundle();
    expect(await said(await restart(load))).toEqual([['Sagt hallo, jemand', 'Somebody said hello.']]);
    expect(again).not.toHaveBeenCalled();
  });

  it('change with the language of the browser', async () => {
    speak('de');
    bundle();
    await said(await load());
    speak('ja');
    expect((await said(await restart(load)))[0]![0]).toBe('こんにちはと言っています');
  });

  it('are said although they cannot be stored, and the stored rules stay', async () => {
    speak('de');
    bundle();
    await said(await load());
    speak('ja');
    const again = await restart(load);
    vi.spyOn(again.database, 'change').mockRejectedValue(new DOMException('The disk is full.', 'QuotaExceededError'));
    expect([(await said(again))[0]![0], await trouble()]).toEqual(['こんにちはと言っています', undefined]);
  });

  it('are English when they were damaged after they were stored', async () => {
    speak('de');
    bundle();
    const { database, ...first } = await load();
    await said({ database, ...first });
    await database.change({ put: { lists: [{ key: nameOf(texts.de), bytes: new TextEncoder().encode('{').buffer }] } });
    expect(await said(await restart(load))).toEqual([english]);
  });

  it('are English in a language there are none for', async () => {
    speak('fi');
    bundle();
    expect(await said(await load())).toEqual([english]);
  });

  it('are English when they are damaged, which is said, and the rules judge on', async () => {
    speak('de');
    bundle('{"language":"de"}');
    expect([await said(await load()), await trouble()]).toEqual([[english], expect.stringMatching(/no words in your language that could be used; they are told in English/)]);
  });
});
