import type { CaseFile, CaseText } from '../utils/core/case-file.ts';
import { i18n } from '#i18n';
import { factLabel } from './fact-label.ts';
import { shownLanguage } from './set-language.ts';
import { invisible } from './quote-text.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => signs[sign]!);
const numberOf = (sign: string): string => sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
/** Line ends and tabs draw something. */
const shown = (text: string): string => escaped(text.replace(invisible, (sign) => ('\n\t'.includes(sign) ? sign : `⟨U+${numberOf(sign)}⟩`)));
/** Our own sentence: what it keeps apart (utils/core/explain.ts) is kept apart by an element instead of signs. No value in it has such signs of its own. */
const sentence = (text: string): string => text.split(/([\u2068\u2069])/).map((part) => (part === '\u2068' ? '<bdi>' : part === '\u2069' ? '</bdi>' : shown(part))).join('');
/** JSON that parses to the very same and hides nothing: each unit of a sign that draws nothing is written by its number. */
const plainJson = (value: unknown): string => JSON.stringify(value).replace(invisible, (sign) =>
  [...Array(sign.length).keys()].map((place) => `\\u${sign.charCodeAt(place).toString(16).padStart(4, '0')}`).join(''));

const style = 'body{font:16px/1.5 system-ui,sans-serif;max-width:820px;margin:2em auto;padding:0 1em;color:#1d1b18;background:#fff}'
  + 'pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f2efe8;padding:.8em;margin:.3em 0;font:14px/1.5 ui-monospace,monospace}'
  + 'h2{margin-top:2em}dl div{display:grid;grid-template-columns:11em 1fr;gap:1em}dt{color:#5b574f}dd{margin:0;overflow-wrap:anywhere}small{color:#5b574f;overflow-wrap:anywhere}li{margin:.6em 0;overflow-wrap:anywhere}'
  + '@media print{pre{background:none;border:1px solid #ccc}}';

type Word = 'heading' | 'holds' | 'unseen' | 'made' | 'by' | 'address' | 'person' | 'level' | 'whole' | 'wholeHint' | 'record' | Part | CaseText['what'];
type Part = 'findings' | 'texts' | 'addresses';
const say = (word: Word) => escaped(i18n.t(`evidence.${word}`));

const row = (word: Word, value: string | undefined) => (value === undefined ? '' : `<div><dt>${say(word)}</dt><dd><bdi>${shown(value)}</bdi></dd></div>`);
const part = (word: Part, items: readonly string[]) => (items.length === 0 ? '' : `<h2>${say(word)}</h2><ul>${items.map((item) => `<li>${item}</li>`).join('')}</ul>`);
const textItem = ({ what, at, text, sha256 }: CaseText) =>
  `<b>${say(what)}</b> <bdi>${shown(at ?? '')}</bdi><pre dir="auto">${shown(text)}</pre><small>SHA-256 ${sha256}</small>`;

/**
 * A case as one page that needs nothing else: no script, no picture, no link. Its own policy forbids the reader's browser to load or run
 * anything even if a sign of the texts were forgotten here; everything from a page is escaped and kept in its own direction.
 */
export function casePage({ record, sha256 }: CaseFile): string {
  const { made, by, page, level, findings, texts, addresses, read } = record;
  return [
    `<!doctype html><html lang="${escaped(shownLanguage() ?? 'en')}"><head><meta charset="utf-8">`,
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; base-uri \'none\'; form-action \'none\'">',
    `<meta name="viewport" content="width=device-width"><title>${say('heading')}</title><style>${style}</style></head><body>`,
    `<h1>${say('heading')}</h1><p>${say('holds')}</p><p><small>${say('unseen')}</small></p>`,
    `<dl>${row('made', made)}${row('by', `${i18n.t('extName')} ${by}`)}${row('address', page)}`,
    `${row('person', read.sender?.name ?? read.company?.name ?? undefined)}${row('level', i18n.t(`level.${level}`))}</dl>`,
    part('findings', findings.map(({ title, why }) => `<b><bdi>${shown(title)}</bdi></b><br><bdi>${sentence(why)}</bdi>`)),
    part('texts', texts.map(textItem)),
    part('addresses', addresses.map(({ what, address }) => `${escaped(factLabel(what))}: <bdi dir="ltr">${shown(address)}</bdi>`)),
    `<h2>${say('whole')}</h2><p>${say('wholeHint')}</p><pre dir="ltr">${sha256}</pre>`,
    `<h2>${say('record')}</h2><pre dir="ltr">${escaped(plainJson(record))}</pre></body></html>`,
  ].join('\n');
}
