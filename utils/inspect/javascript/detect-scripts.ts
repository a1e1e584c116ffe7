import { isMade } from '../hidden/path-kinds.ts';
import type { Project, ProjectFile, Skipped } from '../project.ts';
import { fileMeant } from '../reach/script-imports.ts';
import { openFolder } from '../runs/folder.ts';
import type { Sighting, TextFile } from '../sighting.ts';
import { textFileOf } from '../text-file.ts';
import { encodedAddresses } from './encoded-addresses.ts';
import { followScripts, newScript } from './follow-scripts.ts';
import type { Script } from './frame.ts';
import { jsonValue } from './json-value.ts';
import { obfuscation } from './obfuscation.ts';
import { mayBeScript, startedPaths, stemsLoaded } from './odd-scripts.ts';
import { resolveScript } from './resolve-script.ts';
import { readsLikeScript, scriptText } from './script-text.ts';
import { holdsSettings, settingsOf } from './settings-of.ts';
import { stemOf } from './stem-of.ts';
import { unparsedScript } from './unparsed-script.ts';
import { join, ofNative, ofThing, unknown, type Value } from './value.ts';
import { worthOf, type Worth } from './worth-parsing.ts';

/** Characters above which a script is not parsed: a bundle. Its text is still looked at. */
const longestParsed = 400_000;
/** Characters parsed of a project, at most. What comes after is looked at as text. */
const mostParsed = 3_000_000;
/** Characters of files that may only hand things on, up to which all of them are parsed. */
const mostFeeding = 400_000;

export interface ScriptsSeen { readonly sightings: readonly Sighting[]; readonly parsed: readonly string[]; readonly notParsed: readonly string[] }

/** A script that may be parsed. Its text is decoded again then: most never are, and texts of a whole project take as much as its bytes. */
interface Candidate { readonly source: ProjectFile; readonly length: number; readonly worth: Worth; readonly isShort: boolean; readonly isOdd?: boolean; /** Names of the modules it names. */ readonly stems: () => readonly string[] }

/** Everything that the scripts of a project do which a person should know of before running them. */
export const detectScripts = (project: Project): readonly Sighting[] => lookAtScripts(project).sightings;

/** Programs that were too long to be followed, or that no parser reads, once they were looked at. What tools made is expected to be long. */
export const unfollowedScripts = (project: Project): Skipped[] =>
  (lookedAt.get(project)?.notParsed ?? []).filter((path) => !isMade(path)).map((path) => ({ path, reason: 'not followed' }));

const lookedAt = new WeakMap<Project, ScriptsSeen>();

export function lookAtScripts(project: Project): ScriptsSeen {
  const known = lookedAt.get(project) ?? look(project);
  lookedAt.set(project, known);
  return known;
}

function look(project: Project): ScriptsSeen {
  const folder = new Folder(project);
  folder.parseWorthy();
  const followed = followScripts(folder.scripts, {
    settings: settingsOf(project.files.filter(({ path }) => holdsSettings(path)).flatMap((file) => textFileOf(file) ?? [])),
    importValue: (from, specifier, met) => folder.importValue(from, specifier, met),
    isDisguised: (from, specifier) => folder.isDisguised(from, specifier),
    brokenOff: ({ file }) => folder.brokenOff(file),
  });
  return { sightings: [...folder.textSightings, ...followed], parsed: folder.scripts.map(({ file }) => file.path), notParsed: folder.notParsed };
}

const disguise = /\.(?:woff2?|ttf|otf|eot|png|jpe?g|gif|ico|bmp|webp|mp[34]|wav|pdf|dat)$/i;

/** What of a file is program text. */
const programOf = ({ path, text }: TextFile): string | undefined =>
  scriptText(path, text) ?? (disguise.test(path) && readsLikeScript(text) ? text : undefined);

function readProgram(source: ProjectFile): { file: TextFile; text: string } {
  const file = textFileOf(source)!;
  return { file, text: programOf(file) ?? file.text };
}

const candidateOf = (source: ProjectFile, text: string): Candidate =>
  ({ source, length: text.length, worth: worthOf(text), isShort: text.length < 60_000 && /\bexport\b|\bexports\b/.test(text), stems: onceRead(() => stemsIn(readProgram(source).text)) });

/** The scripts of a project: which are parsed, and how they reach each other. */
class Folder {
  readonly scripts: Script[] = [];
  readonly notParsed: string[] = [];
  readonly textSightings: Sighting[] = [];
  readonly #texts = new Map<string, ProjectFile>();
  readonly #candidates = new Map<string, Candidate>();
  readonly #parsed = new Map<string, Script | undefined>();
  readonly #settings = new Map<string, Value>();
  readonly #meanings = new Map<string, string | undefined>();
  #length = 0;

  readonly #paths: ReturnType<typeof openFolder>;

  constructor(project: Project) {
    this.#paths = openFolder(project);
    const odd: Candidate[] = [];
    for (const source of project.files) {
      const file = textFileOf(source);
      if (!file) continue;
      this.#texts.set(file.path, source);
      this.textSightings.push(...encodedAddresses(file));
      const text = programOf(file);
      if (text !== undefined) {
        this.textSightings.push(...obfuscation(file, text));
        this.#candidates.set(file.path, candidateOf(source, text));
      } else if (file.text.length <= longestParsed && mayBeScript(file.path, file.text)) odd.push({ ...candidateOf(source, file.text), isOdd: true });
    }
    this.#addOdd(odd.filter(({ worth }) => worth !== 'nothing'), project);
  }

  /** Programs under names of something else count when something starts or loads them. */
  #addOdd(odd: readonly Candidate[], project: Project): void {
    if (odd.length === 0) return;
    const started = startedPaths(project);
    const loaded = new Set([...this.#candidates.values()].flatMap(({ source }) => stemsLoaded(readProgram(source).text)));
    for (const one of odd) {
      const { path } = one.source;
      if (!started.has(path) && !loaded.has(stemOf(path))) continue;
      this.#candidates.set(path, one);
      const file = textFileOf(one.source)!;
      this.textSightings.push(...obfuscation(file, file.text));
    }
  }

  /** Parses what runs, and what feeds and names something that runs; the imports of both follow when they are met. */
  parseWorthy(): void {
    // Sources before what was built from them, the small before the large: the cap is then met by bundles.
    const all = [...this.#candidates.values()].sort((a, b) => Number(isBuilt(a)) - Number(isBuilt(b)) || a.length - b.length);
    for (const { source, worth } of all) if (worth === 'runs') this.#parse(source.path);
    if (this.scripts.length === 0) return;
    const hasSources = all.some(({ source: { path } }) => /(?:^|\/)src\//.test(path));
    // What lies in lib is built where there is a src besides, and else what people wrote.
    const sources = all.filter((one) => !isBuilt(one) || (!hasSources && isLibrary.test(one.source.path)));
    // In a small project what feeds and what runs may meet over any third file; in a large one they name each other.
    const feeds = sources.filter(({ worth }) => worth === 'feeds');
    const areFew = feeds.reduce((sum, { length }) => sum + length, 0) < mostFeeding;
    if (areFew) for (const { source } of feeds) this.#parse(source.path);
    else this.#parseNaming(all.filter(({ worth }) => worth === 'feeds'));
    // Who hands one thing to another may do neither itself.
    for (let before = -1; before < this.scripts.length && this.#length < mostFeeding * 2;) {
      before = this.scripts.length;
      this.#parseNaming(sources);
    }
  }

  #parseNaming(candidates: readonly Candidate[]): void {
    const names = new Set(this.scripts.map(({ file }) => stemOf(file.path)));
    for (const { source: { path }, stems } of candidates) if (!this.#parsed.has(path) && stems().some((stem) => names.has(stem))) this.#parse(path);
  }

  #parse(path: string): Script | undefined {
    if (this.#parsed.has(path)) return this.#parsed.get(path);
    const candidate = this.#candidates.get(path);
    if (!candidate) return undefined;
    const { file, text } = readProgram(candidate.source);
    const fits = text.length <= longestParsed && this.#length + text.length <= mostParsed;
    const script = fits ? newScript(file, text) : undefined;
    this.#parsed.set(path, script);
    if (script) {
      this.#length += text.length;
      this.scripts.push(script);
    } else if (!candidate.isOdd) {
      this.notParsed.push(path);
      this.textSightings.push(...unparsedScript(file, text));
    }
    return script;
  }

  /** What is nested too deep to be followed is looked at as text. */
  brokenOff(file: TextFile): void {
    this.notParsed.push(file.path);
    this.textSightings.push(...unparsedScript(file, programOf(file) ?? ''));
  }

  importValue(from: Script, specifier: string, met: (to: Script) => void): Value {
    const bare = specifier.replace(/^node:/, '');
    const path = this.#meant(from.file.path, specifier);
    if (path === undefined) return /^[./]/.test(bare) ? unknown : ofNative(`npm:${sameModules[bare] ?? bare}`);
    if (path.endsWith('.json')) return this.#settingsValue(path);
    const script = this.#parsed.has(path) || isLinked(this.#candidates.get(path)) ? this.#parse(path) : undefined;
    if (!script) return unknown;
    met(script);
    return join(ofThing(script.exports), script.whole.value);
  }

  /** Asked for each import in each round. */
  #meant(from: string, specifier: string): string | undefined {
    const key = `${from.slice(0, from.lastIndexOf('/') + 1)}\n${specifier}`;
    if (!this.#meanings.has(key)) this.#meanings.set(key, this.#look(from, specifier));
    return this.#meanings.get(key);
  }

  #look(from: string, specifier: string): string | undefined {
    const plain = resolveScript(from, specifier, (one) => this.#texts.has(one) || (this.#paths.real(one) !== one && this.#texts.has(this.#paths.real(one))));
    if (plain !== undefined) return this.#paths.real(plain);
    // Aliases of settings, packages of the same project: what has no slash is nearly always a package of others.
    const other = /^[\w-]+$/.test(specifier) ? undefined : fileMeant(specifier, from, this.#paths);
    return other !== undefined && this.#texts.has(other) ? other : undefined;
  }

  #settingsValue(path: string): Value {
    const known = this.#settings.get(path) ?? jsonValue(this.#textOf(path));
    this.#settings.set(path, known);
    return known;
  }

  isDisguised(from: Script, specifier: string): boolean {
    if (!disguise.test(specifier)) return false;
    const path = this.#meant(from.file.path, specifier);
    return path !== undefined && readsLikeScript(this.#textOf(path));
  }

  #textOf = (path: string): string => textFileOf(this.#texts.get(path)!)!.text;
}

/** In lib, and in no folder that only tools write to. */
const isLibrary = /^(?!.*(?:(?:^|\/)(?:dist|build|umd|esm|cjs|out|vendor|node_modules)\/|\.min\.))(?:.*\/)?lib\//;
const isBuilt = ({ source: { path } }: Candidate): boolean => /(?:^|\/)(?:dist|build|lib|umd|esm|cjs|out|vendor|node_modules)\/|\.min\.\w+$/.test(path);

const sameModules: Readonly<Record<string, string>> = {
  'fs/promises': 'fs', 'fs-extra': 'fs', 'graceful-fs': 'fs', 'dns/promises': 'dns', 'stream/promises': 'stream', 'path/posix': 'path', 'path/win32': 'path',
};

const stemsIn = (text: string): string[] => [...text.matchAll(/['"]([@~.][^'"\n]{0,300})['"]/g)].map((match) => stemOf(match[1]!));

function onceRead<T>(read: () => T): () => T {
  let known: T | undefined;
  return () => (known ??= read());
}


/** Whether an imported file may matter: it fetches or decodes, or it holds short settings that others decode. */
const isLinked = (candidate: Candidate | undefined): boolean =>
  candidate !== undefined && (candidate.worth !== 'nothing' || candidate.isShort);
