import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A saved page on which somebody asks for something that Bonafide warns about. */
export interface AsksPage { readonly name: string; readonly url: string; readonly html: string }

const pages = 'tests/pages';

/** All of them, or those of some surfaces. @throws {Error} naming a surface that has none */
export function asksPages(surfaces: readonly string[]): AsksPage[] {
  const wanted = surfaces.length > 0 ? surfaces : readdirSync(pages).sort();
  return wanted.flatMap((surface) => {
    const found = asksPagesOf(surface);
    if (found.length === 0 && surfaces.length > 0) throw new Error(`There is no ${join(pages, surface)}/asks*.html. Surfaces are the folders of ${pages}.`);
    return found;
  });
}

function asksPagesOf(surface: string): AsksPage[] {
  const folder = join(pages, surface);
  if (!existsSync(folder)) return [];
  return readdirSync(folder).filter((file) => /^asks.*\.html$/.test(file)).sort().map((file) => {
    const path = join(folder, file);
    const { url } = JSON.parse(readFileSync(path.replace(/html$/, 'json'), 'utf8')) as { url: string };
    return { name: `${surface}${file.slice('asks'.length, -'.html'.length)}`, url, html: readFileSync(path, 'utf8') };
  });
}
