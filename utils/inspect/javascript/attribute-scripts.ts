import type { Part } from './script-text.ts';

/** What an element does when something happens, and addresses that are programs, up to their first quote. */
const attributes = /\s(on[a-z]{3,30}|href|src|action|formaction|data|xlink:href)\s*=\s*(["'])/gi;
const address = /^\s*javascript:/i;
/** Without one of these nothing is seen in it, and what a template engine fills in may be no program at all. */
const mayRun = /\b(?:eval|Function|atob|fetch|import|XMLHttpRequest|document|constructor|setTimeout)\b/;

/** Programs in attributes of a page, as places in its text. What stands in another value is looked at too: a page may mean it as text. */
export function attributeScripts(text: string): Part[] {
  return [...text.matchAll(attributes)].flatMap(({ index, 0: all, 1: name = '', 2: quote = '"' }): Part[] => {
    const from = index + all.length;
    // Each quote is looked for no further than where the next attribute begins with it.
    const end = text.indexOf(quote, from);
    const value = end < 0 ? '' : text.slice(from, end);
    const begins = /^on/i.test(name) ? 0 : address.exec(value)?.[0].length;
    return begins !== undefined && mayRun.test(value) ? [[from + begins, end, spelledOut(value.slice(begins))]] : [];
  });
}

const characters: Readonly<Record<string, string>> = { '&quot;': '"', '&#34;': '"', '&apos;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** As a browser reads it, at the same places. */
const spelledOut = (value: string): string =>
  value.replace(/(?:&(?:quot|apos|lt|gt|amp|#34|#39);)+/g, (all) => all.replace(/&[^;]+;/g, (one) => characters[one]!).padEnd(all.length));
