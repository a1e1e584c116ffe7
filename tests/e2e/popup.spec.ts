import { createHash } from 'node:crypto';
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { lookAtPopup, waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import type { CaseFile } from '../../utils/core/case-file.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';

const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
const isDismissed = ({ state }: Seen) => state.items.some(({ judgement }) => judgement.dismissed !== undefined);

describe.each(ownKinds)('the popup in %s', (kind) => {
  let stage: Stage;
  const visit = async (url: string, settled: (seen: Seen) => boolean): Promise<Seen> => {
    await stage.page.bringToFront();
    await stage.page.goto(url);
    return waitForState(stage.eye, settled);
  };
  const inPopup = <T,>({ tabId }: Seen, look: (popup: Page) => Promise<T>): Promise<T> => lookAtPopup(stage.browser, tabId, look);
  /** Presses a button once it is there. Playwright's own locators do not reach extension pages in Firefox. */
  const press = async (popup: Page, key: string) => {
    const label = await textOf(stage.eye, key);
    expect(await ends(() => popup.evaluate(pressButton, label)), `a button "${label}"`).toBe(true);
  };
  const ends = async (holds: () => Promise<boolean>) => {
    for (const end = Date.now() + 5_000; Date.now() < end;) if (await holds()) return true;
    return false;
  };

  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
  });

  it('says so when the page cannot be read', async () => {
    const seen = await visit('https://www.linkedin.com/in/nobody/', ({ state }) => state.health === 'unreadable');
    const text = await inPopup(seen, readText);
    expect(text).toContain(await textOf(stage.eye, 'place.unreadable'));
    expect(text).not.toContain(await textOf(stage.eye, 'level.none'));
  });

  it('dismisses a warning for this message, and takes that back', async () => {
    await inPopup(await visit(threadAddress('asked'), isWarning), async (popup) => {
      await press(popup, 'warning.dismiss');
      await press(popup, 'dismissal.message');
      await waitForState(stage.eye, isDismissed);
      expect(await ends(async () => !(await isWarned(stage.page)))).toBe(true);
      const done = await textOf(stage.eye, 'dismissal.doneMessage');
      expect(await ends(async () => (await readText(popup)).includes(done))).toBe(true);
      await press(popup, 'dismissal.undo');
      await waitForState(stage.eye, (seen) => !isDismissed(seen) && isWarning(seen));
      expect(await ends(() => isWarned(stage.page))).toBe(true);
    });
  });

  it('still shows what was found when it was dismissed', async () => {
    const seen = await visit(threadAddress('asked'), isWarning);
    const findings = seen.state.items.flatMap(({ judgement }) => judgement.verdict.findings);
    const titles = findings.filter(({ severity }) => severity === 'high' || severity === 'critical').map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    await inPopup(seen, async (popup) => {
      await press(popup, 'warning.dismiss');
      await press(popup, 'dismissal.message');
      await waitForState(stage.eye, isDismissed);
      const text = await readText(popup);
      for (const title of titles) expect(text).toContain(title);
      await press(popup, 'dismissal.undo');
      await waitForState(stage.eye, isWarning);
    });
  });

  it('opens first aid for those who ran it', async () => {
    await inPopup(await visit(threadAddress('asked'), isWarning), async (popup) => {
      const before = await countPages(stage.eye, 'first-aid.html');
      await press(popup, 'warning.ran');
      expect(await ends(async () => (await countPages(stage.eye, 'first-aid.html')) > before)).toBe(true);
    });
  });

  it('opens first aid at what was asked for', async () => {
    await inPopup(await visit(threadAddress('asked'), isWarning), async (popup) => {
      await press(popup, 'warning.ran');
      expect(await ends(async () => (await addresses(stage.eye, 'first-aid.html')).some((address) => /\?asked=[a-z-]+/.test(address)))).toBe(true);
    });
  });

  it('saves what was seen as one file whose sums are right', async () => {
    const seen = await visit(threadAddress('asked'), isWarning);
    const [title, json] = await Promise.all([textOf(stage.eye, 'evidence.title'), textOf(stage.eye, 'evidence.json')]);
    const kept = await inPopup(seen, async (popup) => JSON.parse(await popup.evaluate(saveAndRead, [title, json] as const)) as CaseFile);
    expect(kept.sha256).toBe(sum(JSON.stringify(kept.record)));
    expect(kept.record.texts.length).toBeGreaterThan(0);
    for (const { text, sha256 } of kept.record.texts) expect(sha256).toBe(sum(text));
    expect(kept.record.page).toBe(threadAddress('asked'));
  });

  it('tells the history of a contact', async () => {
    const seen = await visit(threadAddress('asked'), isWarning);
    const [title, first] = await Promise.all([textOf(stage.eye, 'timeline.title'), textOf(stage.eye, 'timeline.first.linkedin')]);
    await inPopup(seen, async (popup) => {
      await popup.evaluate(openFold, title);
      expect(await ends(async () => (await readText(popup)).includes(first))).toBe(true);
    });
  });

  it('shows a hostile name as text', async () => {
    const seen = await visit(threadAddress('hostile'), isWarning);
    const shown = await inPopup(seen, (popup) =>
      popup.evaluate(() => ({ text: document.querySelector('main')?.innerText, images: document.images.length, title: document.title })));
    expect(shown.text).toContain('<img src=x onerror=');
    expect(shown).toMatchObject({ images: 0, title: 'Bonafide' });
  });

  it('lets no direction mark of a name turn the text around it', async () => {
    const text = await inPopup(await visit(threadAddress('hostile'), isWarning), readText);
    expect(text).toContain('gnp.exe');
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/);
  });

  it('is out of reach for clicks and keys that the page makes up', async () => {
    await visit(threadAddress('asked'), isWarning);
    expect(await ends(() => isWarned(stage.page))).toBe(true);
    const found = await stage.page.evaluate(pressEverything);
    expect(found).toEqual({ root: null, text: '', attributes: 0, inMarkup: false });
    await stage.page.waitForTimeout(500);
    expect(await isWarned(stage.page)).toBe(true);
    expect(isDismissed(await waitForState(stage.eye, isWarning))).toBe(false);
  });
});

const readText = (popup: Page): Promise<string> => popup.evaluate(() => document.querySelector('main')?.innerText ?? '');

function pressButton(label: string): boolean {
  const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === label);
  button?.click();
  return button !== undefined;
}

function openFold(title: string): void {
  [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === title)?.click();
}

/** What the browser is handed to save, read instead of saved. */
async function saveAndRead([title, button]: readonly [string, string]): Promise<string> {
  const handed = new Promise<Blob>((resolve) => {
    URL.createObjectURL = (blob) => {
      resolve(blob as Blob);
      return 'data:,';
    };
  });
  HTMLAnchorElement.prototype.click = () => {};
  [...document.querySelectorAll('summary')].find(({ textContent }) => textContent === title)?.click();
  for (const end = Date.now() + 5_000; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const save = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === button);
    if (!save) continue;
    save.click();
    return (await handed).text();
  }
  throw new Error(`There is no button "${button}".`);
}

const sum = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** Pages of the extension that are open, told by the extension itself: Playwright does not list them all in Firefox. */
const addresses = (eye: Page, path: string): Promise<string[]> =>
  eye.evaluate((name) => {
    const { chrome } = globalThis as unknown as { chrome: { extension: { getViews(): { location: Location }[] } } };
    return chrome.extension.getViews().map(({ location }) => location).filter(({ pathname }) => pathname.endsWith(name)).map(({ href }) => href);
  }, path);
const countPages = async (eye: Page, path: string): Promise<number> => (await addresses(eye, path)).length;

/** All that a page can try on the card: everything below every point of the screen, and Escape. */
function pressEverything() {
  const host = document.documentElement.lastElementChild as HTMLElement;
  document.addEventListener('click', (event) => event.preventDefault()); // the page's own links would lead away
  for (const kind of ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click'])
    host.dispatchEvent(new MouseEvent(kind, { bubbles: true, composed: true }));
  host.click();
  for (let x = 0; x < innerWidth; x += 20)
    for (let y = 0; y < innerHeight; y += 20)
      document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y }));
  for (const target of [document, document.body, host])
    target.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }));
  return {
    root: host.shadowRoot,
    text: host.textContent,
    attributes: host.attributes.length,
    inMarkup: document.documentElement.outerHTML.includes('Bonafide'),
  };
}
