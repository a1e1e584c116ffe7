import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, resolve, sep } from 'node:path';
import { Parser } from 'htmlparser2';
import { readUrl } from '../core/url.ts';

/** A page that was saved, and the address it is served under. */
export interface SavedPage {
  readonly path: string;
  readonly url: URL;
  readonly html: Uint8Array;
}

/**
 * Part of a page in which its address is looked for: that is in the head, and heads reach some tens of kB.
 */
const headLimit = 500_000;
const faults: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file', EISDIR: 'is a folder: name the saved page in it',
};

/** Reads a saved page. Throws a sentence without the path when it cannot be read or names no address. */
export async function readSavedPage(path: string, url: string | undefined): Promise<SavedPage> {
  const html = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Error(faults[error.code ?? ''] ?? error.message);
  });
  const start = html.subarray(0, 4).toString('latin1');
  // Only a page in UTF-16, known by its first two bytes, holds zero bytes.
  if (start === '%PDF' || (html.subarray(0, headLimit).includes(0) && !/^(?:\xff\xfe|\xfe\xff)/.test(start)))
    throw new Error('is no web page: save the page from the browser as "Webpage, HTML only"');
  const address = url ?? addressOf(html.subarray(0, headLimit).toString('utf8'));
  if (address === undefined)
    throw new Error(
      'names no address (<meta name="fixture:url">, <link rel="canonical">): give one with --url',
    );
  if (readUrl(address)?.protocol !== 'https:')
    throw new Error(`"${address}" is no https address: give one with --url`);
  return { path, url: new URL(address), html };
}

/**
 * What a frame of a saved page asks for, when it was saved beside the page (`Inbox_files/saved_resource.html`). `asked` is a path with
 * its query, of the page's own host. Only pages: scripts would run.
 */
export function besideOf({ path, url }: SavedPage, asked: string): Uint8Array | undefined {
  const folder = new URL('.', url).pathname;
  const [name = ''] = asked.split('?');
  if (!name.startsWith(folder) || !/\.html?$/i.test(name)) return undefined;
  const home = resolve(dirname(path));
  const file = resolve(home, decoded(name.slice(folder.length)));
  return file.startsWith(home + sep) && existsSync(file) ? readFileSync(file) : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/**
 * Address a saved page states: our own meta element before the canonical link, before the comment browsers
 * leave when saving.
 */
function addressOf(html: string): string | undefined {
  const found: { own?: string; canonical?: string; saved?: string } = {};
  const parser = new Parser({
    onopentag(name, { name: key, content, rel, href }) {
      if (name === 'meta' && key === 'fixture:url') found.own ??= content;
      if (name === 'link' && rel === 'canonical') found.canonical ??= href;
    },
    oncomment(text) {
      found.saved ??= /^ saved from url=\(\d+\)(https:\S+)/.exec(text)?.[1];
    },
  });
  parser.end(html);
  return found.own ?? found.canonical ?? found.saved;
}
