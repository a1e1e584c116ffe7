import { closest, findAll, isWithin, parentOf } from './dom.ts';
import { linksIn, type Links } from './links-in.ts';
import { visibleText } from './visible-text.ts';

/** Where the person writes: a draft is nobody's message. */
export const typed = '[contenteditable]:not([contenteditable="false"]), [role="textbox"]';

/** How a webmail's messages quote earlier ones. */
export interface Quoting {
  /** Whatever may hold a quote, the webmail's own and those everybody can write. */
  readonly quoted: string;
  /** Of these, what the webmail itself folds away. */
  readonly folded?: string;
  /** Elements below which everything is a quote: a header of the earlier mail without an element around it. */
  readonly heads?: string;
  /** The webmail's own lines inside of a body. */
  readonly notices?: string | ((body: Element) => Element[]);
}

/** What a body says. Read when it is asked for: most mails have nobody to compare them with. */
export interface MailWords {
  readonly all: string;
  /** Without its quotes. */
  readonly own: string;
  /** The outermost quotes; `isFolded` for one the webmail itself folds away. */
  readonly quotes: readonly { readonly text: string; readonly isFolded: boolean }[];
  /** Links but those of quotes that lead to a known address. */
  readonly linksBut: (known: ReadonlySet<string>) => Links;
}

/** The same as plain values, as a frame's own script passes them on. */
export interface ToldWords extends Pick<MailWords, 'all' | 'own' | 'quotes'> {
  readonly links: readonly (Links['links'][number] & { readonly isQuoted: boolean })[];
}

export function wordsOf(body: Element, quoting: Quoting): MailWords {
  const { notices, quotes, isQuoted } = partsOf(body, quoting);
  const isNotice = (link: Element) => [...notices].some((notice) => isWithin(link, notice));
  const all = visibleText(body, { without: notices, isWritten: true });
  return {
    all,
    get own() { return quotes.length === 0 ? all : visibleText(body, { without: new Set([...quotes, ...notices]), isWritten: true }); },
    quotes: quotes.map((quote) => ({
      get text() { return visibleText(quote, { isWritten: true }); },
      get isFolded() { return quoting.folded !== undefined && closest(quote, quoting.folded) === quote; },
    })),
    linksBut: (known) => linksIn(body, (link, url) => isNotice(link) || (known.has(url) && isQuoted(link))),
  };
}

/** Words of a body to be passed on, all of them read. */
export function toldWordsOf(body: Element, quoting: Quoting): ToldWords {
  const { all, own, quotes, linksBut } = wordsOf(body, quoting);
  const { isQuoted } = partsOf(body, quoting);
  const { links, elements } = linksBut(new Set());
  return {
    all, own,
    quotes: quotes.map(({ text, isFolded }) => ({ text, isFolded })),
    links: links.map((link, i) => ({ ...link, isQuoted: isQuoted(elements[i]!) })),
  };
}

/** Words that were told of a frame. Nothing inside of it can be pointed at, so its links stand where it does. */
export const wordsTold = ({ links, ...words }: ToldWords, frame: Element): MailWords => ({
  ...words,
  linksBut: (known) => {
    const kept = links.filter(({ url, isQuoted }) => !(isQuoted && known.has(url)));
    return { links: kept.map(({ isQuoted: _, ...link }) => link), elements: kept.map(() => frame) };
  },
});

function partsOf(body: Element, quoting: Quoting) {
  const { notices } = quoting;
  const quotes = quotesIn(body, quoting);
  return {
    notices: new Set(typeof notices === 'function' ? notices(body) : notices ? findAll(body, notices) : []),
    quotes,
    isQuoted: (link: Element) => quotes.some((quote) => isWithin(link, quote)),
  };
}

/** Outermost quotes, and what stands behind the header of an earlier mail. */
function quotesIn(body: Element, { quoted, heads }: Quoting): Element[] {
  const marked = heads ? `${quoted}, ${heads}, ${heads.split(',').map((head) => `${head} ~ *`).join(', ')}` : quoted;
  const quotes = findAll(body, marked);
  const all = new Set(quotes);
  return quotes.filter((quote) => {
    for (let above = parentOf(quote); above && above !== body; above = parentOf(above)) if (all.has(above)) return false;
    return true;
  });
}
