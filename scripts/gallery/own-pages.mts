import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, firefox, type Browser, type BrowserContextOptions, type Page } from 'playwright';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { findBrowser } from '../../utils/cli/browser/find-browser.mjs';
import { madeUpIn } from './made-up.mts';
import { lackingIn, languages, messagesIn, type Language } from './made-up-words.mts';
import { looksIn, sizesOf, type Look } from './own-looks.mts';
import { ownStates, type OwnState } from './own-states.mts';
import { serveOwnPages } from './own-site.mts';

/** Longest time for something to be there, in milliseconds. */
const patience = 10_000;
/** Time for what arrives to have arrived, and for a card to have been announced, in milliseconds. */
const settling = 260;

export interface TakenPicture { readonly show: string; readonly state: string; readonly lang: Language; readonly look: string; readonly path: string; readonly width: number }
interface Wanted {
  readonly kind: BrowserKind;
  readonly shows: readonly string[];
  readonly langs: readonly Language[];
  /** All when there is none. */
  readonly looks: readonly string[];
  readonly folder: string;
  /** Pixels of the picture for one of the page. */
  readonly scale: number;
}

/** Pictures of our own pages and components in every state, language and look. Says what went wrong on the way; the rest goes on. */
export async function takeOwnPictures({ kind, shows, langs, looks, folder, scale }: Wanted): Promise<{ pictures: TakenPicture[]; remarks: string[] }> {
  const states = ownStates.filter(({ show }) => shows.includes(show));
  const site = await serveOwnPages(madeUpFor(states));
  const browser = await launchBare(kind);
  const pictures: TakenPicture[] = [];
  const remarks: string[] = [];
  // Firefox takes the wish for another scheme without a word and stays as it is.
  const wanted = (lang: Language) => looksIn(lang).filter(({ name }) => (kind === 'chromium' || name.startsWith('light')) && (looks.length === 0 || looks.includes(name)));
  try {
    for (const lang of langs) {
      const messages = messagesIn(lang);
      const lacking = lackingIn(lang);
      if (lacking > 0) remarks.push(`${lang}: ${lacking} messages are not translated`);
      const said = (key: string) => messages[key.replaceAll('.', '_')] ?? key;
      const page = await newPage(browser, kind === 'chromium' ? { locale: lang === 'ar-XB' ? 'ar' : lang, deviceScaleFactor: scale } : {}, (problem) => remarks.push(problem));
      for (const state of states) {
        const name = `${state.show}/${state.state} in ${lang}`;
        // Of what did not come there is no picture: it would show the state before.
        const taken = open(page, site.url, state, lang, said).then(() => photographLooks(page, wanted(lang), state, lang, folder));
        pictures.push(...await taken.catch((error: Error) => { remarks.push(`${name}: ${error.message.split('\n')[0]}`); return []; }));
      }
      await page.context().close();
      console.log(`${lang}: ${pictures.filter((one) => one.lang === lang).length} pictures`);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  return { pictures, remarks };
}

/** Answers are made once for each language. */
function madeUpFor(states: readonly OwnState[]): (lang: string) => unknown {
  const made = new Map<string, unknown>();
  return (name) => {
    const lang = languages.find((known) => known === name);
    if (!lang) throw new Error(`There are no words in ${name}.`);
    if (!made.has(lang)) {
      const madeUp = madeUpIn(lang);
      made.set(lang, { messages: messagesIn(lang), states: Object.fromEntries(states.map(({ show, state, made: make }) => [`${show} ${state}`, make?.(madeUp) ?? {}])) });
    }
    return made.get(lang);
  };
}

async function launchBare(kind: BrowserKind): Promise<Browser> {
  const program = await findBrowser(kind);
  if (!program) throw new Error(`No ${kind} was found.`);
  const isRoot = process.getuid?.() === 0;
  return kind === 'chromium'
    ? chromium.launch({ executablePath: program, args: isRoot ? ['--no-sandbox'] : [] })
    : firefox.launch({ executablePath: program, channel: 'moz-firefox' });
}

async function newPage(browser: Browser, options: BrowserContextOptions, onProblem: (problem: string) => void): Promise<Page> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  page.setDefaultNavigationTimeout(3 * patience);
  page.on('pageerror', (error) => onProblem(`${page.url().split('?')[1]}: ${error.message}`));
  page.on('console', (message) => { if (message.text().includes('[i18n]')) onProblem(message.text()); });
  return page;
}

async function open(page: Page, site: string, { show, state, query = '', act }: OwnState, lang: Language, said: (key: string) => string): Promise<void> {
  await page.setViewportSize(sizesOf(show).usual);
  await page.goto(`${site}?show=${show}&state=${state}&lang=${lang}&${query}`);
  await page.locator('#app > *, :popover-open').first().waitFor({ state: 'attached' });
  await page.waitForTimeout(settling);
  await act?.(page, said);
  // Nobody points at what was pressed any more.
  await page.mouse.move(0, 0);
}

async function photographLooks(page: Page, looks: readonly Look[], { show, state }: OwnState, lang: Language, folder: string): Promise<TakenPicture[]> {
  const { usual, narrow, isInWindow } = sizesOf(show);
  const taken: TakenPicture[] = [];
  mkdirSync(join(folder, show), { recursive: true });
  for (const look of looks) {
    const size = look.isNarrow ? narrow : usual;
    await page.setViewportSize(size);
    await page.emulateMedia(look.media);
    if (isInWindow) await page.waitForTimeout(settling);
    const path = `${show}/${state}.${lang}.${look.name}.png`;
    await page.screenshot({ path: join(folder, path), fullPage: !isInWindow });
    taken.push({ show, state, lang, look: look.name, path, width: size.width });
  }
  return taken;
}
