/** What a page is given to time; plain values, because it goes into the page as text. */
export interface Timing {
  /** Of a file in the extension, of none in it, and of the same file in an extension that nobody has. */
  readonly addresses: Readonly<Record<'present' | 'absent' | 'strange', string>>;
  /** How often each address is loaded in each way, and how often a batch of messages comes and goes. */
  readonly loads: number;
  readonly batches: number;
  /** How long the page listens for gaps between its own tasks after its load, in ms. */
  readonly listens: number;
}

/** Times in ms, by what took them. */
export type Times = Record<string, number[]>;

/** `clock` in a page: each call times one kind, on its own. */
export interface Clock {
  readonly gaps: Promise<Times>;
  readonly document: () => Promise<Times>;
  readonly resources: () => Promise<Times>;
}

/**
 * Runs in the page, as text at the beginning of its head, so it can name nothing outside of itself. It times,
 * with the finest clock the page has, whatever an extension could make slower. Leaves `clock` behind.
 */
export function keepTime({ addresses, loads, batches, listens }: Timing): void {
  const now = () => performance.now();
  const add = (times: Times, name: string, time: number) => { (times[name] ??= []).push(time); };

  /** A page that sends itself messages has its turn every few microseconds, unless somebody else has it. */
  const gaps = new Promise<Times>((done) => {
    addEventListener('load', () => {
      const { port1, port2 } = new MessageChannel();
      const all: number[] = [];
      const end = now() + listens;
      let last = now();
      port1.addEventListener('message', () => {
        const time = now();
        all.push(time - last);
        last = time;
        if (time < end) return port2.postMessage('');
        const long = all.filter((gap) => gap > 1);
        done({
          'a turn': [all.sort((a, b) => a - b)[all.length >> 1]!],
          'the longest gap': [all.at(-1)!],
          'all gaps over 1 ms': [long.reduce((sum, gap) => sum + gap, 0)],
        });
      });
      port1.start();
      port2.postMessage('');
    });
  });

  async function timeDocument(): Promise<Times> {
    const times: Times = {};
    const list = document.getElementsByTagName('ul')[0]!;
    let hear: (time: number) => void = () => undefined;
    const observer = new MutationObserver(() => hear(now()));
    observer.observe(document, { childList: true, subtree: true });
    for (let i = 0; i < batches; i++) {
      const nodes = [...list.children].slice(0, 10).map((node) => node.cloneNode(true) as Element);
      const called = new Promise<number>((done) => { hear = done; });
      const start = now();
      list.append(...nodes);
      const inserted = now();
      void document.body.offsetHeight;
      const laidOut = now();
      const heard = await called;
      const quiet = now();
      for (const node of nodes) void getComputedStyle(node).color;
      const styled = now();
      for (let y = 0; y < innerHeight; y += 60) document.elementsFromPoint(innerWidth / 2, y);
      const pointed = now();
      for (const node of nodes) node.remove();
      const waiting = now();
      await new Promise((done) => { setTimeout(done); });
      add(times, 'inserting', inserted - start);
      add(times, 'laying out', laidOut - inserted);
      add(times, 'observers called', heard - laidOut);
      add(times, 'getComputedStyle', styled - quiet);
      add(times, 'elementsFromPoint', pointed - styled);
      add(times, 'setTimeout', now() - waiting);
    }
    observer.disconnect();
    return times;
  }

  const ways: Record<string, (url: string) => Promise<unknown>> = {
    fetch: (url) => fetch(url).then((answer) => answer.arrayBuffer()).catch(() => undefined),
    img: (url) => new Promise((done) => {
      const image = new Image();
      image.addEventListener('load', done);
      image.addEventListener('error', done);
      image.src = url;
    }),
  };
  async function timeResources(): Promise<Times> {
    const times: Times = {};
    const all = Object.entries(addresses);
    for (let i = 0; i < loads; i++) {
      for (const [way, load] of Object.entries(ways)) {
        for (let j = 0; j < all.length; j++) {
          // Each is first, second and last in turn, and no address comes twice: it might be remembered.
          const [name, url] = all[(i + j) % all.length]!;
          const start = now();
          await load(`${url}?${i}`);
          add(times, `${way} ${name}`, now() - start);
        }
      }
    }
    return times;
  }

  const clock: Clock = { gaps, document: timeDocument, resources: timeResources };
  Object.assign(globalThis, { clock });
}
