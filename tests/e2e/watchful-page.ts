/** What a page is told of the extension it looks for: its origin, its id, the files in it. */
export interface Wanted { readonly origin: string; readonly id: string; readonly files: readonly string[] }

/**
 * What a page found out, by the way it looked. Nothing in it depends on time or chance: two visits to the same page differ only in
 * what else is there.
 */
export type PageReport = Readonly<Record<typeof looks[number], unknown>>;
export const looks = ['received', 'globals', 'markup', 'mutations', 'calls', 'errors', 'entries', 'sheets', 'drawn', 'text', 'focus',
  'storage', 'messaging', 'resources'] as const;

/** Functions a page can put its own in place of, to learn who calls them and for what. */
const patched: Readonly<Record<string, readonly string[]>> = {
  'EventTarget.prototype': ['addEventListener', 'removeEventListener', 'dispatchEvent'],
  'Node.prototype': ['appendChild', 'insertBefore', 'removeChild', 'replaceChild', 'contains', 'compareDocumentPosition', 'getRootNode'],
  'Element.prototype': ['append', 'prepend', 'before', 'after', 'remove', 'attachShadow', 'setAttribute', 'getAttribute', 'removeAttribute',
    'closest', 'matches', 'querySelector', 'querySelectorAll', 'checkVisibility', 'getBoundingClientRect', 'insertAdjacentHTML', 'animate'],
  'HTMLElement.prototype': ['showPopover', 'hidePopover', 'focus', 'click'],
  'Document.prototype': ['createElement', 'createElementNS', 'querySelector', 'querySelectorAll', 'createTreeWalker'],
  'CharacterData.prototype': ['substringData'],
  'CSSStyleSheet.prototype': ['replaceSync', 'insertRule'],
  'MutationObserver.prototype': ['observe'],
  'IntersectionObserver.prototype': ['observe'],
  'ResizeObserver.prototype': ['observe'],
  'CustomElementRegistry.prototype': ['define'],
  'Storage.prototype': ['getItem', 'setItem'],
  'History.prototype': ['pushState', 'replaceState'],
  'IDBFactory.prototype': ['open'],
  window: ['requestIdleCallback', 'requestAnimationFrame', 'setTimeout', 'setInterval', 'getComputedStyle', 'fetch', 'postMessage',
    'MutationObserver', 'IntersectionObserver', 'ResizeObserver', 'XMLHttpRequest', 'WebSocket', 'BroadcastChannel'],
  console: ['log', 'info', 'warn', 'error', 'debug'],
};
/** Properties to read is to be seen, when the page has its own getter there. */
const getters = { 'Node.prototype': ['textContent', 'parentNode', 'childNodes', 'firstChild', 'nextSibling', 'nodeType'], 'Element.prototype': ['shadowRoot', 'children', 'localName'],
  'Document.prototype': ['body', 'documentElement', 'adoptedStyleSheets', 'hidden'], 'HTMLIFrameElement.prototype': ['contentDocument'] };

/** How long after its load a page looks again, in ms: the extension has read it by then, and shown what there is to show. */
const patience = { quiet: 1_500, warned: 4_000 };

/**
 * A script for the beginning of a page's head that looks for extensions in every way known to us: it listens, puts its own functions in
 * place of the browser's, compares everything before and after. `watching.promise` is its report.
 */
export const watchfulScript = ({ origin, id, files }: Wanted, kind: keyof typeof patience) => `<script>{
  const original = { setTimeout, fetch, MutationObserver, observe: MutationObserver.prototype.observe, addEventListener, createElement: document.createElement.bind(document), append: Element.prototype.append, remove: Element.prototype.remove };
  const later = (time) => new Promise((done) => original.setTimeout.call(window, done, time));
  const report = { received: [], calls: [], errors: [], mutations: [] };
  const nameOf = (node) => node?.nodeName ?? Object.prototype.toString.call(node);
  const hear = (target, kinds, list, tell) => { for (const kind of kinds) original.addEventListener.call(target, kind, (event) => list.push(kind + ' ' + tell(event)), true); };
  const events = ['message', ...['wxt:locationchange', '${id}:watch-linkedin:wxt:content-script-started', '${id}:watch-linkedin:wxt:locationchange']];
  for (const target of [window, document]) hear(target, events, report.received, (event) => JSON.stringify(event.data ?? event.detail ?? null));
  hear(window, ['error', 'unhandledrejection', 'securitypolicyviolation'], report.errors, (event) => event.message ?? event.violatedDirective ?? event.reason);
  const pathTo = (path) => path.split('.').reduce((holder, name) => holder[name], window);
  for (const [path, names] of Object.entries(${JSON.stringify(patched)})) for (const name of names) {
    const holder = path === 'window' ? window : pathTo(path), whole = holder[name];
    if (typeof whole !== 'function') continue;
    const own = function (...all) {
      report.calls.push(path + '.' + name + ' ' + nameOf(this) + ' ' + (typeof all[0] === 'string' ? all[0] : nameOf(all[0])));
      return new.target ? Reflect.construct(whole, all, new.target) : whole.apply(this, all);
    };
    own.prototype = whole.prototype;
    holder[name] = own;
  }
  for (const [path, names] of Object.entries(${JSON.stringify(getters)})) for (const name of names) {
    const whole = Object.getOwnPropertyDescriptor(pathTo(path), name);
    if (whole) Object.defineProperty(pathTo(path), name, { ...whole, get() { if (!quiet) report.calls.push(path + '.' + name + ' ' + nameOf(this)); return whole.get.call(this); } });
  }
  let quiet = false;
  const quietly = (look) => { quiet = true; try { return look(); } finally { quiet = false; } };
  // Where the parser rests between two pieces is chance, so it is left to finish first.
  original.addEventListener.call(document, 'DOMContentLoaded', () => original.observe.call(new original.MutationObserver((records) => quietly(() => { for (const { type, target, attributeName, addedNodes, removedNodes } of records)
    report.mutations.push([type, nameOf(target), attributeName, ...[...addedNodes].map((node) => '+' + (node.outerHTML ?? node.data)), ...[...removedNodes].map((node) => '-' + nameOf(node))].join(' ')); })),
    document, { subtree: true, childList: true, attributes: true, characterData: true }));
  const globalsBefore = new Set(Object.getOwnPropertyNames(window));
  const isForeign = (name) => /^[a-z]+-extension:/.test(name);
  const entryNames = [];
  new PerformanceObserver((list) => entryNames.push(...list.getEntries().map(({ name }) => name)))
    .observe({ entryTypes: PerformanceObserver.supportedEntryTypes.filter((type) => !/longtask|event|frame|paint|shift|scroll|soft/.test(type)) });
  const tried = async (look) => { try { return await look(); } catch (error) { return error.name + ': ' + error.message; } };
  const loaded = (name, attribute, url, fill) => new Promise((done) => {
    const element = original.createElement(name);
    for (const kind of ['load', 'error']) original.addEventListener.call(element, kind, () => {
      const size = element.naturalWidth ?? quietly(() => element.contentDocument === null);
      done(kind + ' ' + size);
      original.remove.call(element);
    });
    Object.assign(element, fill, { [attribute]: url });
    quietly(() => original.append.call(document.body, element));
    later(8000).then(() => done('silent'));
  });
  const probe = async (url) => [
    await tried(async () => (await original.fetch.call(window, url)).status),
    await tried(async () => (await original.fetch.call(window, url, { mode: 'no-cors' })).type),
    ...(/\\.(png|svg)$/.test(url) ? [await loaded('img', 'src', url)] : []), ...(/\\.js$/.test(url) ? [await loaded('script', 'src', url)] : []),
    ...(/\\.css$/.test(url) ? [await loaded('link', 'href', url, { rel: 'stylesheet' })] : []), ...(/\\.(html|json)$/.test(url) ? [await loaded('iframe', 'src', url)] : []),
  ];
  const points = () => { const seen = new Set(); for (let x = 5; x < innerWidth; x += 40) for (let y = 5; y < innerHeight; y += 40) seen.add(document.elementsFromPoint(x, y).map(nameOf).join()); return [...seen].sort(); };
  const look = () => ({
    globals: Object.getOwnPropertyNames(window).filter((name) => !globalsBefore.has(name) && !name.startsWith('__pw')),
    markup: document.documentElement.outerHTML.replaceAll(/<script>[^]*?<\\/script>/g, ''),
    entries: [...entryNames, ...performance.getEntries().map(({ name }) => name)].filter((name) => isForeign(name) || /^https:/.test(name)).map((name) => name.replace(/#.*/, '')).sort(),
    sheets: [document.styleSheets.length, document.adoptedStyleSheets.length, document.fonts.size, document.getAnimations().length],
    drawn: [document.documentElement.scrollHeight, document.documentElement.scrollWidth, window.length, [...document.all].filter((element) => element.shadowRoot).length, document.documentElement.getAnimations({ subtree: true }).length, points()],
    text: [document.documentElement.innerText, ...['Bonafide', 'Next step', 'warning', 'seen'].map((word) => window.find(word)), String(getSelection())],
    focus: [nameOf(document.activeElement), getSelection().rangeCount, document.title],
  });
  const storage = async () => [{ ...localStorage }, { ...sessionStorage }, document.cookie, await tried(() => indexedDB.databases()), await tried(() => caches.keys()), (await navigator.serviceWorker.getRegistrations()).length];
  const messaging = () => Promise.all([typeof chrome, typeof window.browser, typeof window.chrome?.runtime,
    tried(() => new Promise((done) => { chrome.runtime.sendMessage('${id}', 'hello', (answer) => done(String(answer ?? 'no answer'))); })), tried(() => typeof chrome.runtime.connect('${id}'))]);
  globalThis.watching = Promise.withResolvers();
  original.addEventListener.call(window, 'load', async () => {
    await later(${patience[kind]});
    const { received, calls, errors, mutations } = structuredClone(report);
    quiet = true;
    const seen = look();
    quiet = false;
    const own = await storage();
    const spoken = await messaging();
    const resources = await Promise.all(${JSON.stringify(files.map((file) => `${origin}/${file}`))}.map(async (url) => [url, ...await probe(url)]));
    watching.resolve({ received, calls: calls.sort(), errors, mutations, ...seen, storage: own, messaging: spoken, resources });
  });
}</script>`;
