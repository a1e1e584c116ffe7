import { Parser } from 'htmlparser2';
import { addressLimit, lineLimit, listLimit } from '../core/limits.ts';
import { readUrl } from '../core/url.ts';
import { hidesElement, mayShowHidden } from './css-display.ts';
import { signatureLimit, tidy } from './own-words.ts';

/** What a person reads in a mail of HTML. */
export interface HtmlWords {
  /** Without quoted mail and signature. */
  readonly text: string;
  /** All that can be seen, quotes and signature included. */
  readonly whole: string;
  /** Links of all that can be seen, those of the own words first. */
  readonly links: { readonly url: string; readonly text: string }[];
}
/** Whose words they are; `hidden` is what a style attribute hides, `unseen` what stands in an unseen tag. */
type Part = 'own' | 'quote' | 'signature' | 'hidden' | 'unseen';
interface Frame {
  readonly name: string;
  readonly part: Part;
  readonly isPlain: boolean;
  readonly isVerbatim: boolean;
}
type Attributes = Record<string, string>;
interface Collected {
  readonly texts: { readonly part: Part; readonly text: string }[];
  readonly links: { readonly part: Part; readonly url: string; text: string }[];
  readonly styles: string[];
  base?: string;
}

/**
 * Deepest nesting that is parsed: closing a tag takes time that grows with the depth. Mails nest less than a hundred deep and
 * browsers flatten from 512 on, so what is deeper is meant to hide: it is read as it stands, tags and addresses and all.
 */
const depthLimit = 5_000;
/** Piece of HTML after which the depth is looked at. */
const pieceLength = 16_384;

const setOf = (names: string) => new Set(names.split(' '));
/** Their text is never shown. Mail programs run no scripts and draw no objects: `noscript`, `object` and the like are read. */
const unseenTags = setOf('title style script');
const blockTags = setOf(
  'address article blockquote center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section table tr ul br',
);
/**
 * Hiding counts only in between these tags and with nothing but those inside. In any other place (tables, lists, headings,
 * paragraphs) a browser repairs wrong nesting in ways this parser does not, and can lift "hidden" words out into view.
 */
const plainTags = setOf('html body div center');
const hidingTags = setOf('div span');
const tagsInHidden = setOf('div span p center a b i u em strong font img br wbr');

const quoteMarks =
  /(?:^|\s)(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|zmail_extra)(?:_container)?(?:\s|$)/;
const signatureMarks = /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|yahoo-signature)(?:\s|$)/;

function partOf(name: string, attributes: Attributes, outer: Frame, isAnswer: boolean): Part {
  if (unseenTags.has(name)) return 'unseen';
  if (outer.part === 'hidden') return tagsInHidden.has(name) ? 'hidden' : 'own';
  // Their text knows no tags: where tags are parsed it is a drawing, out of which browsers lift them.
  if (outer.part === 'unseen') return 'own';
  if (outer.part !== 'own') return outer.part;
  if (outer.isPlain && hidingTags.has(name) && hidesElement(attributes.style ?? '')) return 'hidden';
  const isQuote = name === 'blockquote' || quoteMarks.test(attributes.class ?? '');
  // Without an earlier mail there is nothing to quote: it is new text under a quote's name.
  if (isAnswer && isQuote) return 'quote';
  return signatureMarks.test(attributes.class ?? '') ? 'signature' : 'own';
}

/**
 * Text and links of a mail's HTML in one pass. Left out of the text are the signature, and in an answer quoted mails; nothing
 * when no own words remain.
 */
export function readHtml(html: string, isAnswer: boolean): HtmlWords {
  const { texts, links, styles, base } = collect(html, isAnswer);
  const textOf = (parts: readonly Part[]) =>
    tidy(texts.filter(({ part }) => parts.includes(part)).map(({ text }) => text).join(''));
  const hidden: Part[] = mayShowHidden(styles.join('\n')) ? ['hidden'] : [];
  const isText = textOf(['signature']).length > signatureLimit || links.some(({ part }) => part === 'signature');
  const own: Part[] = ['own', ...hidden, ...(isText ? (['signature'] as const) : [])];
  const seen: Part[] = ['own', 'quote', 'signature', ...hidden];
  const whole = textOf(seen);
  const isOwn = ({ part }: { part: Part }) => own.includes(part);
  const seenLinks = links.filter(({ part }) => seen.includes(part));
  const ordered = [...seenLinks.filter(isOwn), ...seenLinks.filter((link) => !isOwn(link))];
  return {
    text: textOf(own) || whole,
    whole,
    links: ordered.slice(0, listLimit).map(({ url, text }) => ({ url: resolve(url, base), text: text.replace(/\s+/g, ' ').trim().slice(0, lineLimit) })),
  };
}

const resolve = (url: string, base: string | undefined) =>
  (base !== undefined && !readUrl(url) && readUrl(url, base)?.href) || url;

/** Where a tag leads: a link's target, or where a form sends what is typed. */
function addressOf(name: string, attributes: Attributes): string | undefined {
  const address =
    name === 'a' || name === 'area' ? (attributes.href ?? attributes['xlink:href'])
    : name === 'form' ? attributes.action
    : name === 'button' || name === 'input' ? attributes.formaction
    : undefined;
  return address?.trim().slice(0, addressLimit) || undefined;
}

function collect(html: string, isAnswer: boolean): Collected {
  const collected: Collected = { texts: [], links: [], styles: [] };
  const frames: Frame[] = [];
  let link: Collected['links'][number] | undefined;
  let endsBlank = false;
  const here = (): Frame => frames.at(-1) ?? { name: '', part: 'own', isPlain: true, isVerbatim: false };
  const say = (raw: string) => {
    const { name, part, isVerbatim } = here();
    if (name === 'style') collected.styles.push(raw);
    if (part === 'unseen') return;
    // Collapsed on the way, as browsers do: runs put together of many pieces cost nothing later.
    const collapsed = isVerbatim ? raw.replace(/[^\S\n]+/g, ' ') : raw.replace(/\s+/g, ' ');
    const text = endsBlank && collapsed.startsWith(' ') ? collapsed.slice(1) : collapsed;
    if (text === '') return;
    endsBlank = text.endsWith(' ');
    collected.texts.push({ part, text });
    if (link) link.text += text;
  };
  const breakLine = () => {
    collected.texts.push({ part: here().part, text: '\n' });
    if (link) link.text += ' ';
  };
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      const outer = here();
      const part = partOf(name, attributes, outer, isAnswer);
      frames.push({ name, part, isPlain: outer.isPlain && plainTags.has(name), isVerbatim: outer.isVerbatim || name === 'pre' });
      if (blockTags.has(name)) breakLine();
      if (name === 'td' || name === 'th') say(' ');
      if (name === 'base') collected.base ??= attributes.href?.trim();
      const url = addressOf(name, attributes);
      if (url !== undefined) collected.links.push({ part, url, text: '' });
      if (url !== undefined && name === 'a') link = collected.links.at(-1);
      if (name === 'input' && attributes.type !== 'hidden') say(attributes.value ?? '');
    },
    onclosetag(name) {
      if (name === 'a') link = undefined;
      if (blockTags.has(name) && name !== 'br') breakLine();
      frames.pop();
    },
    ontext: say,
  });
  let at = 0;
  for (; at < html.length && frames.length < depthLimit; at += pieceLength) parser.write(html.slice(at, at + pieceLength));
  parser.end();
  if (at < html.length) collected.texts.push({ part: 'own', text: html.slice(at) });
  return { ...collected, links: collected.links.filter(({ url }) => collected.base !== undefined || !url.startsWith('#')) };
}
