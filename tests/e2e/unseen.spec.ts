import { readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds, builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { carelessExtension, idleExtension } from './careless-extension.ts';
import { ask, message, thread, threadAddress } from './harsh-pages.ts';
import { isEverything } from './tested-kinds.ts';
import type { Timing } from './watchful-clock.ts';
import { looks, watchfulScript, type PageReport } from './watchful-page.ts';
import type { Wanted } from './watchful-script.ts';
import { compare, finestClock, lineOf, timeByTurns, timingScript } from './watchful-times.ts';
import type { Arm, Comparison, Parts, TimesOfArms } from './watchful-times.ts';

const mail = readFileSync('tests/pages/gmail/single.html', 'utf8');
/** Forbids a page to load or style anything: what an extension puts there as the page's own is reported. */
const strict = '<meta http-equiv="Content-Security-Policy" '
  + 'content="default-src \'none\'; script-src \'unsafe-inline\'; img-src data:">';

const visits = {
  message: { url: threadAddress('hello'), body: thread(message('Hello Noor, nice to meet you.')) },
  mail: { url: 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQinventedThreadOne', body: mail },
  warned: { url: threadAddress('asked'), body: thread(message(ask)) },
} as const;
type Visit = keyof typeof visits;
type Reports = Record<Visit, PageReport> & { readonly requests: readonly string[] };

/** A conversation as long as many are, so that reading it takes time. */
const timedUrl = threadAddress('timed');
const timedBody = thread(message('Hello Noor, nice to meet you.').repeat(100));

const ways = ['fetch', 'img'] as const;
/** What the page does itself and a content script could make slower. */
const deeds = [
  'inserting', 'laying out', 'observers called', 'getComputedStyle', 'elementsFromPoint',
] as const;
/** These depend too much on what else the machine does to say more than what they were. */
const reported = ['setTimeout', 'a turn', 'the longest gap', 'all gaps over 1 ms'] as const;

/**
 * Widest ratio of two medians that nothing tells apart. On two cores under a load of 12 to 27, loading differed
 * by 1.3 at most and drawing by 1.9; the careless extension by 9 to 46 and by 11 to 19.
 */
const widest = { loading: 3, drawing: 5 };
/** Widest share of pairs in which one is longer. With 48 times each, chance alone moves it by .06. */
const widestShare = 0.8;

/** An origin of an extension that nobody has. */
const strange: Record<BrowserKind, string> = {
  chromium: 'chrome-extension://abcdefghijklmnopabcdefghijklmnop',
  firefox: 'moz-extension://2b0f5a3e-93c1-4f0e-8a75-6f1d0c9e4b27',
};

/** The largest file of the extension takes longest to load. */
const timingOf = (kind: BrowserKind, origin: string): Timing => ({
  addresses: {
    present: `${origin}/packs/base.json`,
    absent: `${origin}/packs/none.json`,
    strange: `${strange[kind]}/packs/base.json`,
  },
  loads: 12, batches: 10, listens: 600,
});

/** Files of the built extension, without texts of other languages and packs of rules, which are all alike. */
const filesOf = (kind: BrowserKind) => readdirSync(builtFolder[kind], { recursive: true, encoding: 'utf8' })
  .filter((file) => /^(?!packs).*\.(?:png|js|css|html|json)$/.test(file)).sort();

/** Puts this at the very beginning of what a page runs and loads. */
const beginning = (body: string, head: string) => body.replace('<head>', () => `<head>${head}`);

/** All pages, each with its script. `wanted` is asked when a page is. */
const sites = (kind: BrowserKind, wanted: () => Wanted): Fixtures => (host, path) => {
  const isAt = (url: string) => new URL(url).host === host && new URL(url).pathname === path;
  if (isAt(timedUrl)) {
    const script = timingScript(timingOf(kind, wanted().origin));
    return { headers: finestClock, body: beginning(timedBody, script) };
  }
  const [name, visit] = Object.entries(visits).find(([, { url }]) => isAt(url)) ?? [];
  if (!visit) return undefined;
  if (name === 'message') return { body: beginning(visit.body, watchfulScript(wanted(), 'quiet')) };
  // Its policy would forbid the looking itself, which one page does for all.
  const script = watchfulScript({ ...wanted(), files: [] }, name === 'warned' ? name : 'quiet');
  return { body: beginning(visit.body, strict + script) };
};

/** Playwright now and then puts listeners of its own into a page, with any extension, and marks them so. */
const driversMark = '__playwright_global_listeners_check__';
const listens = String.raw`^EventTarget\.prototype\.addEventListener \[object Window\] `;
const theirs = String.raw`(?:__playwright|auxclick$|(?:dbl)?click$|contextmenu$|(?:mouse|pointer|touch)\w+$)`;
const driversCall = new RegExp(`${listens}${theirs}|MutationObserver`);

async function look(browser: Browser, url: string): Promise<PageReport> {
  const page = await browser.newPage(url);
  const report = (await page.evaluate('watching.promise')) as PageReport;
  await page.close();
  const calls = report.calls as string[];
  if (!calls.some((call) => call.includes(driversMark))) return report;
  return { ...report, calls: calls.filter((call) => !driversCall.test(call)) };
}

/** Opens pages in a fresh browser and returns what they noticed and what was asked of the network. */
async function report(browser: Browser, names: readonly Visit[]): Promise<Reports> {
  const reports: Partial<Record<Visit, PageReport>> = {};
  for (const name of names) reports[name] = await look(browser, visits[name].url);
  const requests = [...new Set(browser.sent().map(({ host, path }) => host + path))];
  return { ...(reports as Record<Visit, PageReport>), requests };
}

/** Where it is shown too that a careless extension would be noticed: the same looks notice it in both browsers. */
const provenIn = isEverything ? browserKinds : ['chromium'];

describe.each(browserKinds)('a page in %s', (kind) => {
  const isProven = provenIn.includes(kind);
  let ours: Reports;
  let none: Reports;
  let careless: Reports | undefined;
  let times: TimesOfArms;
  const ending: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    const wanted = (): Wanted => ({ origin: opened[0].origin, id: opened[0].extensionId, files: filesOf(kind) });
    const open = async (extension?: string) => {
      const browser = await launch({ kind, extension, fixtures: sites(kind, wanted) });
      ending.push(() => browser.stop());
      return browser;
    };
    const folders = await Promise.all([idleExtension(kind), ...(isProven ? [carelessExtension(kind)] : [])]);
    const opened = await Promise.all([open(), ...folders.map(open)]);
    ending.push(...folders.map((folder) => () => rm(folder, { recursive: true, force: true })));
    const all = Object.keys(visits) as Visit[];
    const [withOurs, withIdle, withCareless] = opened as [Browser, Browser, Browser?];
    [ours, none, careless] = await Promise.all([
      report(withOurs, all), report(withIdle, all), withCareless && report(withCareless, ['message']),
    ]);
    times = await timeByTurns({ ours: withOurs, none: withIdle, careless: withCareless }, timedUrl);
  });
  afterAll(async () => {
    for (const name of reported) withAndWithout(name);
    await Promise.all(ending.map((end) => end()));
  });

  const timesOf = (arm: Arm, name: string) => times[arm].flatMap((part) => (part[name] ? [part[name]] : []));
  /** Each comparison is a line of the tests' output. */
  const compared = (title: string, first: Parts, second: Parts): Comparison => {
    const comparison = compare(first, second);
    console.log(lineOf(`${kind}, ${title}`, comparison));
    return comparison;
  };
  const withAndWithout = (name: string) =>
    compared(`${name}, with and without`, timesOf('ours', name), timesOf('none', name));
  const isAlike = ({ ratio, longer }: Comparison) =>
    Math.max(ratio, 1 / ratio) < widest.loading && Math.max(longer, 1 - longer) < widestShare;

  it.each(['message', 'mail'] as const)('with nothing to warn about sees no extension (%s)', (name) => {
    expect(ours[name]).toEqual(none[name]);
  });

  it.runIf(isProven).each(looks)('would see a careless content script in its %s', (look) => {
    expect(careless!.message[look]).not.toEqual(none.message[look]);
  });

  it('sees the same requests with and without the extension', () => {
    expect(ours.requests).toEqual(none.requests);
  });

  it.runIf(isProven)('would see a request', () => {
    expect(careless!.requests).toContain('www.linkedin.com/probe');
  });

  it('sees of a warning one bare element and nothing else', () => {
    const [warned, bare] = [ours.warned, none.warned];
    const different = looks.filter((look) => JSON.stringify(warned[look]) !== JSON.stringify(bare[look]));
    expect(different).toEqual(['markup', 'mutations', 'drawn']);
    expect(warned.mutations).toEqual([...bare.mutations as string[], 'childList HTML  +<div></div>']);
    expect(warned.markup).toBe((bare.markup as string).replace(/<\/html>$/, '<div></div></html>'));
    const [drawn, before] = [warned, bare].map((report) => report.drawn as unknown[]);
    // The last is what stands at each point of the window: there the element is found, above everything.
    expect(drawn!.slice(0, -1)).toEqual(before!.slice(0, -1));
    const isNew = (stack: string) => !(before!.at(-1) as string[]).includes(stack);
    expect((drawn!.at(-1) as string[]).filter(isNew)).toEqual(expect.arrayContaining(['DIV,HTML']));
  });

  it.each(ways)('is refused a file of the extension as fast as one that is not there (%s)', (way) => {
    const [present, absent] = [timesOf('ours', `${way} present`), timesOf('ours', `${way} absent`)];
    expect(compared(`${way} of a file and of none`, present, absent)).toSatisfy(isAlike);
  });

  it.runIf(isProven)('would tell by the time a file that it may load', () => {
    const [present, absent] = [timesOf('careless', 'fetch present'), timesOf('careless', 'fetch absent')];
    expect(compared('fetch of an open file and of none', present, absent)).not.toSatisfy(isAlike);
  });

  // Firefox takes longer for an address that any extension has. It draws these anew for each installation, and
  // no page knows them: here the idle extension has the address of ours.
  it.each(ways)('is refused by the extension as fast as by one that is not there or idle (%s)', (way) => {
    const [absent, strange] = [timesOf('ours', `${way} absent`), timesOf('ours', `${way} strange`)];
    const fromNobody = compared(`${way} from it and from nobody`, absent, strange);
    const idle = timesOf('none', `${way} absent`);
    const fromIdle = compared(`${way} from it and where only an idle one is`, absent, idle);
    expect(kind === 'chromium' ? fromNobody : fromIdle).toSatisfy(isAlike);
  });

  it.each(deeds)('is as fast with the extension as without (%s)', (deed) => {
    const { ratio } = withAndWithout(deed);
    expect(Math.max(ratio, 1 / ratio)).toBeLessThan(widest.drawing);
  });

  it.runIf(isProven)('would notice a script that reads whenever the page changes', () => {
    const [careless, none] = [timesOf('careless', 'observers called'), timesOf('none', 'observers called')];
    const { ratio } = compared('observers called, with a careless script and without', careless, none);
    expect(ratio).toBeGreaterThan(widest.drawing);
  });
});
