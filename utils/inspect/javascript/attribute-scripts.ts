import type { Part } from './script-text.ts';

/** What an element does when something happens, and addresses that are programs. */
const attributes = /\s(?:on[a-z]{3,30}|href|src|action|formaction|data|xlink:href)\s*=\s*(?:"([^"]{1,20000})"|'([^']{1,20000})')/gi;
const address = /^\s*javascript:/i;
/** Without one of these nothing is seen in it, and what a template engine fills in may be no program at all. */
const mayRun = /\b(?:eval|Function|atob|fetch|import|XMLHttpRequest|document|constructor|setTimeout)\b/;

/** Programs in attributes of a page, as places in its text. */
export function attributeScripts(text: string): Part[] {
  return [...text.matchAll(attributes)].flatMap(({ index, 0: all, 1: double, 2: single }): Part[] => {
    const value = double ?? single ?? '';
    const from = index + all.length - 1 - value.length;
    const isHandler = /^\son/i.test(all);
    const begins = isHandler ? 0 : address.exec(value)?.[0].length;
    if (begins === undefined || !mayRun.test(value)) return [];
    return [[from + begins, from + value.length, spelledOut(value.slice(begins))]];
  });
}

const characters: Readonly<Record<string, string>> = { '&quot;': '"', '&#34;': '"', '&apos;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** As a browser reads it, at the same places. */
const spelledOut = (value: string): string =>
  value.replace(/(?:&(?:quot|apos|lt|gt|amp|#34|#39);)+/g, (all) => all.replace(/&[^;]+;/g, (one) => characters[one]!).padEnd(all.length));
