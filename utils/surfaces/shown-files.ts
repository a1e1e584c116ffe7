import type { Facts } from '../core/facts.ts';
import { lineLimit, listLimit } from '../core/limits.ts';

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
