import type { PageState } from '../../../utils/platform/questions.ts';

/** What the pages of the extension find in the browser. What is left out is empty. */
export interface MadeUpState {
  readonly tab?: { readonly url?: string; readonly title?: string; readonly incognito?: boolean; readonly status?: 'loading' | 'complete' };
  /** What the content script answers; absent: nobody answers. */
  readonly page?: PageState;
  /** What the background answers, by question. */
  readonly answers?: Readonly<Record<string, unknown>>;
  readonly local?: Readonly<Record<string, unknown>>;
  /** What an organisation set. */
  readonly managed?: Readonly<Record<string, unknown>>;
  readonly permissions?: readonly string[];
  /** For what is no page of its own: what is drawn. */
  readonly props?: unknown;
}

/** Stands for everything a page may ask for and needs no answer from: any name of it is it again, and calling it promises nothing. */
const anything: unknown = new Proxy(() => {}, {
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : anything),
  apply: () => Promise.resolve(),
});
const otherwise = <T extends object>(known: T): T => new Proxy(known, { get: (from, name) => Reflect.get(from, name) ?? Reflect.get(anything as object, name) });

export function madeUpBrowser(lang: string, messages: Readonly<Record<string, string>>, state: MadeUpState) {
  const tab = { id: 1, windowId: 1, url: 'https://www.linkedin.com/messaging/', title: '(2) Messaging | LinkedIn', incognito: false, status: 'complete', ...state.tab };
  const isAllowed = ({ origins = [] }: { origins?: string[] }) => state.permissions?.includes('*') || origins.every((one) => state.permissions?.includes(one));
  return otherwise({
    runtime: otherwise({
      id: 'gallery',
      getURL: (path: string) => new URL(path, location.origin).href,
      getManifest: () => ({ version: '0.1.0', host_permissions: [] }),
      sendMessage: ({ ask }: { ask: string }) => Promise.resolve({ ok: state.answers?.[ask] }),
    }),
    tabs: otherwise({
      query: () => Promise.resolve([tab]),
      get: () => Promise.resolve(tab),
      sendMessage: () => (state.page ? Promise.resolve({ ok: state.page }) : Promise.reject(new Error('Nobody answers.'))),
    }),
    storage: otherwise({ local: area(state.local ?? {}), managed: area(state.managed ?? {}), session: area({}), sync: area({}) }),
    permissions: otherwise({
      contains: (wanted: { origins?: string[] }) => Promise.resolve(isAllowed(wanted)),
      getAll: () => Promise.resolve({ origins: state.permissions ?? [], permissions: [] }),
      request: () => Promise.resolve(false),
    }),
    commands: otherwise({ getAll: () => Promise.resolve([{ name: '_execute_action', shortcut: 'Alt+Shift+B' }, { name: 'open-check', shortcut: '' }]) }),
    i18n: otherwise({
      getUILanguage: () => lang,
      getMessage: (name: string, values: string | string[] = []) => {
        if (name === '@@bidi_dir') return lang === 'ar-XB' ? 'rtl' : 'ltr';
        if (name === '@@ui_locale') return lang.replace('-', '_');
        return (messages[name] ?? '').replace(/\$(\d)/g, (_, place: string) => [values].flat()[Number(place) - 1] ?? '');
      },
    }),
  });
}

/** Storage in memory, as the browsers ask for it: nothing, one key, several, or keys with what else they are. */
function area(kept: Readonly<Record<string, unknown>>) {
  const rows = new Map(Object.entries(kept));
  return otherwise({
    get: (wanted?: string | string[] | Record<string, unknown> | null) => {
      const names = wanted === undefined || wanted === null ? [...rows.keys()] : typeof wanted === 'object' && !Array.isArray(wanted) ? Object.keys(wanted) : [wanted].flat() as string[];
      return Promise.resolve(Object.fromEntries(names.filter((name) => rows.has(name)).map((name) => [name, rows.get(name)])));
    },
    set: (more: Record<string, unknown>) => {
      for (const [name, value] of Object.entries(more)) rows.set(name, value);
      return Promise.resolve();
    },
    remove: (names: string | string[]) => {
      for (const name of [names].flat()) rows.delete(name);
      return Promise.resolve();
    },
  });
}
