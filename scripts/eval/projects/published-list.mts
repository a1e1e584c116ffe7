import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Versions by name of package. */
export type Versions = Readonly<Record<string, string>>;

/** What is fetched, with versions: other people's work, so it is never part of this repository. */
interface Published {
  /** The most depended-on packages, in the order of npm-high-impact. */
  readonly popular: Versions;
  /** Packages that hold templates of projects, and patterns of the folders in which they lie; "" is the package itself. */
  readonly templates: Readonly<Record<string, { readonly version: string; readonly folders: readonly string[] }>>;
  /** Packages that start programs, make code of text, or read what is private, because that is what they are for. */
  readonly others: Versions;
  /** Packages of Debian with Python in them, and templates of projects that lie in each. */
  readonly debian: Readonly<Record<string, readonly string[]>>;
}

export const published = JSON.parse(readFileSync(new URL('../../../tests/projects/published.json', import.meta.url), 'utf8')) as Published;
/** Where other people's work is kept between two runs. */
export const cache = fileURLToPath(new URL('../../../node_modules/.cache/bonafide/', import.meta.url));
