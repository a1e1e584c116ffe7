/** What a page is told of the extension it looks for: its origin, its id, the files in it. */
export interface Wanted { readonly origin: string; readonly id: string; readonly files: readonly string[] }

/** Names by the path from `window` to what holds them. */
export type Names = Readonly<Record<string, readonly string[]>>;

/** What an extension may leave to pages to speak to it. */
interface Api {
  readonly runtime: {
    sendMessage(id: string, body: string, answer: (said: unknown) => void): void;
    connect(id: string): unknown;
  };
}

/** All that the script is given; plain values, because it goes into the page as text. */
export interface Orders extends Wanted {
  /** Functions to put own ones in place of, and properties to put own getters in place of. */
  readonly patched: Names;
  readonly getters: Names;
  /** Time from the page's load to the report, in ms. */
  readonly patience: number;
}

/**
 * Runs in the page, as text at the beginning of its head, so it can name nothing outside of itself. It looks
 * for extensions in every way known to us: it listens, puts its own functions in place of the browser's,
 * compares everything before and after. `watching.promise` is its report.
 */
export function watchPage({ origin, id, files, patched, getters, patience }: Orders): void {
  type Holder = Record<string, unknown>;
  type Method = ((...all: unknown[]) => unknown) & { prototype: object };
  const original = {
    setTimeout, fetch, addEventListener, MutationObserver, observe: MutationObserver.prototype.observe,
    createElement: document.createElement.bind(document),
    append: Element.prototype.append, remove: Element.prototype.remove,
  };
  const received: string[] = [];
  const calls: string[] = [];
  const errors: string[] = [];
  const mutations: string[] = [];
  const watching = Promise.withResolvers();

  const later = (time: number) => new Promise((done) => { original.setTimeout.call(window, done, time); });
  const kindOf = (thing: unknown): string => Object.prototype.toString.call(thing);
  const nameOf = (node: unknown): string => (node as Node | null)?.nodeName ?? kindOf(node);
  let quiet = false;
  const quietly = <T>(look: () => T): T => {
    quiet = true;
    try { return look(); } finally { quiet = false; }
  };
  const tried = async (look: () => unknown) => {
    try { return await look(); } catch (error) {
      const { name, message } = error as Error;
      return `${name}: ${message}`;
    }
  };

  type Tell = (event: Holder) => unknown;
  const hear = (target: EventTarget, kinds: readonly string[], list: string[], tell: Tell) => {
    const note = (event: Event) => list.push(`${event.type} ${tell(event as unknown as Holder)}`);
    for (const kind of kinds) original.addEventListener.call(target, kind, note, true);
  };
  // What WXT's own wrapper of a content script would send.
  const wxt = `${id}:watch-linkedin:wxt`;
  const events = ['message', 'wxt:locationchange', `${wxt}:content-script-started`, `${wxt}:locationchange`];
  const contentOf = ({ data, detail }: Holder) => JSON.stringify(data ?? detail ?? null);
  for (const target of [window, document]) hear(target, events, received, contentOf);
  const faults = ['error', 'unhandledrejection', 'securitypolicyviolation'];
  const faultOf = ({ message, violatedDirective, reason }: Holder) => message ?? violatedDirective ?? reason;
  hear(window, faults, errors, faultOf);

  const page = window as unknown as Holder;
  const pathTo = (path: string) => path.split('.').reduce((holder, name) => holder[name] as Holder, page);
  const patch = (path: string, name: string) => {
    const holder = pathTo(path);
    const whole = holder[name] as Method;
    if (typeof whole !== 'function') return;
    const own = function (this: unknown, ...all: unknown[]) {
      const [first] = all;
      calls.push(`${path}.${name} ${nameOf(this)} ${typeof first === 'string' ? first : nameOf(first)}`);
      return new.target ? Reflect.construct(whole, all, new.target) : whole.apply(this, all);
    };
    own.prototype = whole.prototype;
    holder[name] = own;
  };
  const patchGetter = (path: string, name: string) => {
    const whole = Object.getOwnPropertyDescriptor(pathTo(path), name);
    if (!whole) return;
    Object.defineProperty(pathTo(path), name, {
      ...whole,
      get() {
        if (!quiet) calls.push(`${path}.${name} ${nameOf(this)}`);
        return whole.get!.call(this);
      },
    });
  };
  for (const [path, names] of Object.entries(patched)) for (const name of names) patch(path, name);
  for (const [path, names] of Object.entries(getters)) for (const name of names) patchGetter(path, name);

  const noteMutations = (records: readonly MutationRecord[]) => {
    for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
      const added = [...addedNodes].map((node) => `+${(node as Element).outerHTML ?? (node as Text).data}`);
      const removed = [...removedNodes].map((node) => `-${nameOf(node)}`);
      mutations.push([type, nameOf(target), attributeName, ...added, ...removed].join(' '));
    }
  };
  // Where the parser rests between two pieces is chance, so it is left to finish first.
  original.addEventListener.call(document, 'DOMContentLoaded', () => {
    const observer = new original.MutationObserver((records) => quietly(() => noteMutations(records)));
    const all = { subtree: true, childList: true, attributes: true, characterData: true };
    original.observe.call(observer, document, all);
  });

  const globalsBefore = new Set(Object.getOwnPropertyNames(window));
  const entryNames: string[] = [];
  const namesIn = (list: { getEntries(): PerformanceEntry[] }) => list.getEntries().map(({ name }) => name);
  const noteEntries = (list: PerformanceObserverEntryList) => { entryNames.push(...namesIn(list)); };
  // Of the others it depends on the machine how many there are.
  const entryTypes = PerformanceObserver.supportedEntryTypes
    .filter((type) => !/longtask|event|frame|paint|shift|scroll|soft/.test(type));
  new PerformanceObserver(noteEntries).observe({ entryTypes });

  const load = async (name: string, filled: object) => {
    const element = original.createElement(name);
    const isClosed = () => quietly(() => (element as HTMLIFrameElement).contentDocument === null);
    const ended = new Promise((done) => {
      for (const kind of ['load', 'error']) {
        original.addEventListener.call(element, kind, () => {
          done(`${kind} ${(element as HTMLImageElement).naturalWidth ?? isClosed()}`);
          original.remove.call(element);
        });
      }
    });
    Object.assign(element, filled);
    quietly(() => original.append.call(document.body, element));
    return Promise.race([ended, later(8000).then(() => 'silent')]);
  };
  const loads: Record<string, (url: string) => Promise<unknown>> = {
    png: (src) => load('img', { src }),
    svg: (src) => load('img', { src }),
    js: (src) => load('script', { src }),
    css: (href) => load('link', { rel: 'stylesheet', href }),
    html: (src) => load('iframe', { src }),
    json: (src) => load('iframe', { src }),
  };
  const probe = async (url: string) => [
    await tried(async () => (await original.fetch.call(window, url)).status),
    await tried(async () => (await original.fetch.call(window, url, { mode: 'no-cors' })).type),
    await loads[url.split('.').at(-1)!]?.(url),
  ];

  const stacks = () => {
    const seen = new Set<string>();
    for (let x = 5; x < innerWidth; x += 40) {
      for (let y = 5; y < innerHeight; y += 40) seen.add(document.elementsFromPoint(x, y).map(nameOf).join());
    }
    return [...seen].sort();
  };
  const entries = () => [...entryNames, ...namesIn(performance)]
    .filter((name) => /^(?:[a-z]+-extension|https):/.test(name))
    .map((name) => name.replace(/#.*/, ''))
    .sort();
  const words = ['Bonafide', 'Next step', 'warning', 'seen'];
  const finds = (word: string) => (window as unknown as { find: (word: string) => boolean }).find(word);
  const look = () => {
    const root = document.documentElement;
    return {
      globals: Object.getOwnPropertyNames(window)
        .filter((name) => !globalsBefore.has(name) && !name.startsWith('__pw')),
      markup: root.outerHTML.replaceAll(/<script>[^]*?<\/script>/g, ''),
      entries: entries(),
      sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size,
        document.getAnimations().length],
      drawn: [root.scrollHeight, root.scrollWidth, window.length,
        [...document.all].filter((element) => element.shadowRoot).length,
        root.getAnimations({ subtree: true }).length, stacks()],
      text: [root.innerText, ...words.map(finds), String(getSelection())],
      focus: [nameOf(document.activeElement), getSelection()!.rangeCount, document.title],
    };
  };
  const storage = async () => [
    { ...localStorage }, { ...sessionStorage }, document.cookie,
    await tried(() => indexedDB.databases()), await tried(() => caches.keys()),
    (await navigator.serviceWorker.getRegistrations()).length,
  ];
  const messaging = () => {
    const { chrome, browser } = window as unknown as Record<'chrome' | 'browser', Api | undefined>;
    const answer = () => new Promise((done) => {
      chrome!.runtime.sendMessage(id, 'hello', (said) => done(String(said ?? 'no answer')));
    });
    return Promise.all([
      typeof chrome, typeof browser, typeof chrome?.runtime,
      tried(answer), tried(() => typeof chrome!.runtime.connect(id)),
    ]);
  };

  Object.assign(globalThis, { watching });
  original.addEventListener.call(window, 'load', async () => {
    await later(patience);
    // As they are now: what follows calls and changes things itself.
    const before = structuredClone({ received, calls: [...calls].sort(), errors, mutations });
    quiet = true;
    const seen = look();
    quiet = false;
    const own = await storage();
    const spoken = await messaging();
    const urls = files.map((file) => `${origin}/${file}`);
    const resources = await Promise.all(urls.map(async (url) => [url, ...await probe(url)]));
    watching.resolve({ ...before, ...seen, storage: own, messaging: spoken, resources });
  });
}
