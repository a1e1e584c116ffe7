import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds, builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { carelessExtension, idleExtension } from './careless-extension.ts';
import { ask, message, thread, threadAddress } from './harsh-pages.ts';
import { looks, watchfulScript, type PageReport, type Wanted } from './watchful-page.ts';

const mail = readFileSync('tests/pages/gmail/single.html', 'utf8');
/** What a page must not load or style: what an extension puts into the page as if it were the page's own breaks it and is reported. */
const strict = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; script-src \'unsafe-inline\'; img-src data:">';

const visits = {
  message: { url: threadAddress('hello'), body: thread(message('Hello Noor, nice to meet you.')) },
  mail: { url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQinventedThreadOne', body: mail },
  warned: { url: threadAddress('asked'), body: thread(message(ask)) },
} as const;
type Visit = keyof typeof visits;
type Reports = Record<Visit, PageReport> & { readonly requests: readonly string[] };

/** Files of the built extension. Texts of other languages and packs of rules are all alike and are left out. */
const filesOf = (kind: BrowserKind) => readdirSync(builtFolder[kind], { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?!packs).*\.(?:png|js|css|html|json)$/.test(file)).sort();

const withScript = (body: string, wanted: Wanted, head: string, kind: 'quiet' | 'warned') => body.replace('<head>', `<head>${head}${watchfulScript(wanted, kind)}`);

/** Playwright now and then puts listeners of its own into a page, with or without any extension; it marks them by this name. */
const driversMark = '__playwright_global_listeners_check__';
const driversCall = /^EventTarget\.prototype\.addEventListener \[object Window\] (?:__playwright|auxclick$|(?:dbl)?click$|contextmenu$|(?:mouse|pointer|touch)\w+$)|MutationObserver/;

async function look(browser: Browser, url: string): Promise<PageReport> {
  const page = await browser.newPage(url);
  const report = (await page.evaluate('watching.promise')) as PageReport;
  await page.close();
  const calls = report.calls as string[];
  return calls.some((call) => call.includes(driversMark)) ? { ...report, calls: calls.filter((call) => !driversCall.test(call)) } : report;
}

/** Opens pages in a fresh browser and returns what they noticed and what was asked of the network. */
async function report(kind: BrowserKind, extension: string | undefined, names: readonly Visit[], known: Wanted | Promise<Wanted>, tell?: (wanted: Wanted) => void): Promise<Reports> {
  let wanted: Wanted;
  const browser = await launch({
    kind, extension,
    fixtures: (host, path) => {
      const [name, visit] = Object.entries(visits).find(([, { url }]) => new URL(url).host === host && new URL(url).pathname === path) ?? [];
      // Its policy would forbid the looking itself, which one page does for all.
      return visit && { body: withScript(visit.body, name === 'message' ? wanted : { ...wanted, files: [] }, name === 'message' ? '' : strict, name === 'warned' ? name : 'quiet') };
    },
  });
  tell?.({ origin: browser.origin, id: browser.extensionId, files: filesOf(kind) });
  try {
    wanted = await known;
    const reports: Partial<Record<Visit, PageReport>> = {};
    for (const name of names) reports[name] = await look(browser, visits[name].url);
    return { ...(reports as Record<Visit, PageReport>), requests: [...new Set(browser.sent().map(({ host, path }) => host + path))] };
  } finally {
    await browser.stop();
  }
}

describe.each(browserKinds)('a page in %s', (kind) => {
  let ours: Reports;
  let none: Reports;
  let careless: Reports;
  let folders: readonly string[] = [];
  beforeAll(async () => {
    folders = await Promise.all([idleExtension(kind), carelessExtension(kind)]);
    let tell: ((wanted: Wanted) => void) | undefined;
    const known = new Promise<Wanted>((resolve) => { tell = resolve; });
    const all = Object.keys(visits) as Visit[];
    [ours, none, careless] = await Promise.all([
      report(kind, undefined, all, known, tell),
      report(kind, folders[0], all, known),
      report(kind, folders[1], ['message'], known),
    ]);
  });
  afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

  it.each(['message', 'mail'] as const)('with nothing to warn about sees the same with and without the extension (%s)', (name) => {
    expect(ours[name]).toEqual(none[name]);
  });

  it.each(looks)('would see a careless content script in its %s', (look) => {
    expect(careless.message[look]).not.toEqual(none.message[look]);
  });

  it('sees the same requests with and without the extension', () => {
    expect(ours.requests).toEqual(none.requests);
  });

  it('would see a request', () => {
    expect(careless.requests).toContain('www.linkedin.com/probe');
  });

  it('sees of a warning one bare element and nothing else', () => {
    const different = looks.filter((look) => JSON.stringify(ours.warned[look]) !== JSON.stringify(none.warned[look]));
    expect(different).toEqual(['markup', 'mutations', 'drawn']);
    expect(ours.warned.mutations).toEqual([...none.warned.mutations as string[], 'childList HTML  +<div></div>']);
    expect(ours.warned.markup).toBe(`${(none.warned.markup as string).slice(0, -'</html>'.length)}<div></div></html>`);
    const [drawn, before] = [ours, none].map(({ warned }) => warned.drawn as unknown[]);
    // The last is what stands at each point of the window: there the element is found, above everything.
    expect(drawn!.slice(0, -1)).toEqual(before!.slice(0, -1));
    expect((drawn!.at(-1) as string[]).filter((stack) => !(before!.at(-1) as string[]).includes(stack))).toEqual(expect.arrayContaining(['DIV,HTML']));
  });
});
