import type { Facts } from '../core/facts.ts';
import { lineLimit, listLimit } from '../core/limits.ts';
import { attribute, findAll, firstElementOf, parentOf, textOf } from './dom.ts';
import { oneLine, shownLine } from './shown-line.ts';
import { visibleText } from './visible-text.ts';

export type ShownFile = NonNullable<NonNullable<Facts['files']>[number]>;
export interface Files { readonly files: ShownFile[]; readonly elements: Element[] }

/** Files with their elements in the same order, at most as many as are looked at. Elements without a name are left out. */
export function filesOf(elements: readonly Element[], read: (element: Element) => ShownFile | undefined): Files {
  const found = elements.flatMap((element) => {
    const file = read(element);
    return file ? [{ element, file: { ...file, name: file.name.slice(0, lineLimit) } }] : [];
  }).slice(0, listLimit);
  return { files: found.map(({ file }) => file), elements: found.map(({ element }) => element) };
}

/** `K` of KB, Ko, КБ and so on: 1024 each. */
const powers: Readonly<Record<string, number>> = { k: 1, к: 1, m: 2, м: 2, g: 3, г: 3 };

/** Bytes of a size as shown: `148 KB`, `1,2 MB`, `1 234 Ko`, `1,5 МБ`. Undefined when it is none. */
export function parseSize(text: string | undefined): number | undefined {
  const [, number, letter = ''] = /^[^\d]{0,12}(\d[\d.,\s\u00a0\u202f]*)\s*([kкmмgг])?/i.exec(text ?? '') ?? [];
  if (number === undefined) return undefined;
  // The last separator is a decimal one unless three digits follow it.
  const [, whole = '', decimals = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(number.trim()) ?? [];
  const value = Number(`${whole.replaceAll(/\D/g, '')}.${decimals || '0'}`);
  return Number.isFinite(value) ? Math.round(value * 1024 ** (powers[letter.toLowerCase()] ?? 0)) : undefined;
}

/** A name with an ending: what a person calls a file. */
const fileName = /[^\s\\/:*?"<>|][^\\/:*?"<>|\n]{0,250}\.[\p{L}\p{N}_-]{1,12}(?![\p{L}\p{N}.])/u;
/** A line with a size and nothing else: `2 MB`, `(148K)`, `1,2 Mo`. */
const onlySize = /^\(?\d[\d.,\s\u00a0\u202f]*(?:[kmgкмг]\p{L}{0,3}|bytes?|b|octets?|байт)\)?$/iu;
const linesOf = (element: Element, without?: ReadonlySet<Element>) =>
  visibleText(element, { limit: lineLimit, without }).split('\n').map((line) => line.trim()).filter(Boolean);

/**
 * The whole name of a file an element shows. Pages cut a long one in the middle and keep it in `title` or in the label for screen
 * readers, of the link around it too, which may say more ("Open report.pdf 2 MB"): that counts from where it agrees with what is shown.
 * What stands `beside` the name inside of the element, its size, is no part of it.
 */
export function wholeName(element: Element, beside?: Element): string | undefined {
  const lines = linesOf(element, new Set([...sizesIn(element), ...(beside ? [beside] : [])])).filter((line) => !onlySize.test(line));
  const shown = lines.find((line) => fileName.test(line)) ?? lines[0];
  const around = parentOf(element);
  const stated = [...(around ? [around] : []), element, ...findAll(element, '[title], [aria-label]').slice(0, 20)]
    .flatMap((part) => [attribute(part, 'title'), attribute(part, 'aria-label')])
    .map((text) => oneLine(text)).filter((text) => text !== undefined && fileName.test(text)) as string[];
  if (shown === undefined) return stated.map((text) => fileName.exec(text)?.[0]).find(Boolean);
  const [start = '', end = ''] = shown.split(/\.{3}|…/).map((part) => part.trim());
  const isCut = start.length < shown.length && start !== '';
  const whole = isCut ? stated.find((text) => text.includes(start) && text.includes(end)) : undefined;
  return (whole && fileName.exec(whole.slice(whole.indexOf(start)))?.[0]) ?? shown;
}

/** Parts of a file's element that say its size and nothing else: they may stand in one line with the name. */
const sizesIn = (element: Element) => findAll(element, '*').slice(0, 60)
  .filter((part) => !firstElementOf(part) && onlySize.test(oneLine(textOf(part)) ?? ''));

/** Size of a file in bytes, where a part or a line of its element says nothing else. */
export const sizeIn = (element: Element): number | undefined =>
  parseSize(sizesIn(element).map(shownLine).find(Boolean) ?? linesOf(element).find((line) => onlySize.test(line)));
