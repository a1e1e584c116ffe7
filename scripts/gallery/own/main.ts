import { madeUpBrowser, type MadeUpState } from './made-up-browser.ts';

/**
 * Draws one page or component of the extension as it is, `?show=`, in a made-up browser: `?state=` in `?lang=`. The real entry points are
 * loaded after the browser is there, and take it for their own.
 */
const query = new URL(location.href).searchParams;
const lang = query.get('lang') ?? 'en';
const { messages, states } = await (await fetch(`/made-up/${lang}.json`)).json() as {
  messages: Readonly<Record<string, string>>; states: Readonly<Record<string, MadeUpState>>;
};
const show = query.get('show') ?? '';
const state = states[`${show} ${query.get('state')}`] ?? {};
Object.assign(globalThis, { browser: madeUpBrowser(lang, messages, state), shown: state });

const pages = { ...import.meta.glob('../../../entrypoints/*/main.tsx'), ...import.meta.glob('./shows/*.tsx') };
const place = Object.keys(pages).find((path) => path.includes(`/${show}/`) || path.endsWith(`/${show}.tsx`));
if (!place) throw new Error(`There is no page "${show}".`);
await pages[place]!();
