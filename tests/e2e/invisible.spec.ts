import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { browserKinds, builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { launch } from '../../utils/cli/browser/launch.ts';
import { watchfulPage, type PageReport } from './watchful-page.ts';

type Visit = { report: PageReport; requests: string[] };

/** Opens the feed in a fresh browser and returns what the page noticed and what was asked of the network. */
async function visitFeed(kind: BrowserKind, extension: string): Promise<Visit> {
  let extensionId = '';
  const browser = await launch({
    kind,
    extension,
    fixtures: (host, path) =>
      host === 'www.linkedin.com' && path === '/feed/' ? { body: watchfulPage(extensionId) } : undefined,
  });
  try {
    extensionId = browser.extensionId;
    const page = await browser.newPage('https://www.linkedin.com/feed/');
    const report = (await page.evaluate('watching.promise')) as PageReport;
    return { report, requests: browser.sent().map(({ host, path }) => host + path) };
  } finally {
    await browser.stop();
  }
}

describe.each(browserKinds)('the extension on a LinkedIn page in %s', (kind) => {
  let visit: Visit;
  beforeAll(async () => {
    visit = await visitFeed(kind, resolve(builtFolder[kind]));
  });

  it('sends the page no message and no event', () => {
    expect(visit.report.received).toEqual([]);
  });

  it('adds no property to window', () => {
    // Playwright leaves one of its own in Firefox, __pw_bidiInsertText
    expect(visit.report.addedGlobals.filter((name) => !name.startsWith('__pw'))).toEqual([]);
  });

  it('leaves the markup as it was', () => {
    expect(visit.report.markupAfter).toBe(visit.report.markupBefore);
  });

  it('loads nothing from its own address', () => {
    expect(visit.report.extensionResources).toEqual([]);
  });

  it('sends no request', () => {
    expect(visit.requests).toEqual(['www.linkedin.com/feed/']);
  });
});

/** The same extension with a content script that does all that is forbidden: the checks above must notice. */
describe.each(browserKinds)('a careless content script in %s', (kind) => {
  let folder: string;
  let visit: Visit;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bonafide-careless-'));
    await cp(resolve(builtFolder[kind]), folder, { recursive: true });
    const script = join(folder, 'watch-linkedin.js');
    await writeFile(script, carelessScript + (await readFile(script, 'utf8')));
    visit = await visitFeed(kind, folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is heard by its message', () => {
    expect(visit.report.received).toContain('message "hello"');
  });

  it('is heard by its event', () => {
    expect(visit.report.received.some((event) => event.includes('wxt:content-script-started'))).toBe(true);
  });

  it('is seen by its frame, which the page finds as window[0]', () => {
    expect(visit.report.addedGlobals).toContain('0');
  });

  it('is seen by its mark', () => {
    expect(visit.report.markupAfter).not.toBe(visit.report.markupBefore);
  });

  it('is seen by its request', () => {
    expect(visit.requests).toContain('www.linkedin.com/probe');
  });
});

/** The event's name is the one WXT's own wrapper uses. */
const carelessScript = `
  const api = globalThis.browser ?? globalThis.chrome;
  window.postMessage('hello', '*');
  document.dispatchEvent(new CustomEvent(api.runtime.id + ':watch-linkedin:wxt:content-script-started'));
  document.body.dataset.seen = 'yes';
  document.body.append(document.createElement('iframe'));
  fetch('/probe').catch(() => {});
`;
