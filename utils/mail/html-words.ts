import { Parser } from 'htmlparser2';
import { addressLimit, listLimit } from '../core/limits.ts';
import { signatureLimit } from './own-words.ts';

/** What a person reads in a mail of HTML. */
export interface HtmlWords {
  readonly text: string;
  readonly links: { readonly url: string; readonly text: string }[];
}
/** Whose words they are; `unseen` is what a mail program does not show. */
type Part = 'own' | 'quote' | 'signature' | 'unseen';
interface Frame {
  readonly part: Part;
  readonly isVerbatim: boolean;
}
type Attributes = Record<string, string>;

/**
 * Deepest nesting that is parsed: closing a tag takes time that grows with the depth. Mails nest less than a
 * hundred deep and
 * browsers flatten from 512 on, so what is deeper is meant to hide: it is read as it stands, tags and
 * addresses and all.
 */
const depthLimit = 5_000;
/** Piece of HTML after which the depth is looked at. */
const pieceLength = 16_384;

const unseenTags = new Set(['head', 'title', 'style', 'script', 'template', 'noscript', 'object', 'svg']);
const blockTags = new Set([
  'address',
  'article',
  'blockquote',
  'center',
  'dd',
  'div',
  'dl',
  'dt',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'li',
  'main',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tr',
  'ul',
  'br',
]);
const quoteMarks =
  /(?:^|\s)(?:gmail_quote|gmail_extra|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|zmail_extra)(?:_container)?(?:\s|$)/;
const signatureMarks =
  /(?:^|\s)(?:gmail_signature|moz-signature|protonmail_signature_block|yahoo-signature)(?:\s|$)/;
const hidden = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function partOf(name: string, attributes: Attributes, isAnswer: boolean): Part | undefined {
  if (unseenTags.has(name) || 'hidden' in attributes || hidden.test(attributes.style ?? '')) return 'unseen';
  if (quoteMarks.test(attributes.class ?? '')) return 'quote';
  // Without an earlier mail a bare blockquote is only a way to indent.
  if (name === 'blockquote' && (isAnswer || attributes.type === 'cite')) return 'quote';
  if (signatureMarks.test(attributes.class ?? '')) return 'signature';
  return undefined;
}

/**
 * Text and links of a mail's HTML in one pass, quoted mails and the signature left out. All of it when
 * nothing else is left.
 */
export function readHtml(html: string, isAnswer: boolean): HtmlWords {
  const collected = collect(html, isAnswer);
  const length = (wanted: Part) =>
    collected.texts.filter(({ part }) => part === wanted).reduce((sum, { text }) => sum + text.length, 0);
  const isOwn = ({ part }: { part: Part }) =>
    part === 'own' || (part === 'signature' && length('signature') > signatureLimit);
  const own = join(collected.texts.filter(isOwn));
  const isAll = own === '';
  const links = (isAll ? collected.links : collected.links.filter(isOwn)).slice(0, listLimit);
  return {
    text: isAll ? join(collected.texts) : own,
    links: links.map(({ url, text }) => ({ url, text: text.replace(/\s+/g, ' ').trim() })),
  };
}

const join = (texts: readonly { text: string }[]) =>
  texts
    .map(({ text }) => text)
    .join('')
    .replace(/[ \t]*\n[ \t]*/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

function collect(html: string, isAnswer: boolean) {
  const texts: { part: Part; text: string }[] = [];
  const links: { part: Part; url: string; text: string }[] = [];
  const frames: Frame[] = [];
  let link: (typeof links)[number] | undefined;
  const here = (): Frame => frames.at(-1) ?? { part: 'own', isVerbatim: false };
  const say = (text: string) => {
    const { part } = here();
    if (part === 'unseen') return;
    const last = texts.at(-1);
    if (last?.part === part) last.text += text;
    else texts.push({ part, text });
    if (link) link.text += text;
  };
  const parser = new Parser({
    onopentag(name, attributes: Attributes) {
      const outer = here();
      const part = outer.part === 'own' ? (partOf(name, attributes, isAnswer) ?? 'own') : outer.part;
      frames.push({ part, isVerbatim: outer.isVerbatim || name === 'pre' });
      if (blockTags.has(name)) say('\n');
      if (name === 'td' || name === 'th') say(' ');
      const url =
        name === 'a' || name === 'area' ? attributes.href?.trim().slice(0, addressLimit) : undefined;
      if (url && !url.startsWith('#') && part !== 'unseen') links.push((link = { part, url, text: '' }));
    },
    onclosetag(name) {
      if (name === 'a') link = undefined;
      if (blockTags.has(name) && name !== 'br') say('\n');
      frames.pop();
    },
    ontext(text) {
      say(here().isVerbatim ? text : text.replace(/\s+/g, ' '));
    },
  });
  let at = 0;
  for (; at < html.length && frames.length < depthLimit; at += pieceLength)
    parser.write(html.slice(at, at + pieceLength));
  parser.end();
  if (at < html.length) texts.push({ part: 'own', text: html.slice(at) });
  return { texts, links };
}
