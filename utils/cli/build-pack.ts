import { createHash, hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import * as z from 'zod/mini';
import { HashPlanes } from '../core/hash-planes.ts';
import { HashSet } from '../core/hash-set.ts';
import { HostShape } from '../core/host-shape.ts';
import { parsePack, type Pack } from '../core/pack.ts';
import { hashFromHex } from '../core/pdq-hash.ts';
import type { Words } from '../core/speech.ts';
import { faultsOf, TestedRule } from '../core/rule.ts';
import type { EnglishRule } from './build-words.ts';
import { readInspectionRules } from './inspection-rules.ts';

/** A pack with the bytes of its large lists, by their SHA-256. */
export interface BuiltPack { readonly pack: Pack; readonly bytes: ReadonlyMap<string, ArrayBuffer> }

export interface PackOptions {
  /** False leaves the rules over people out. */
  readonly withRules?: boolean;
  /** Gives the words of the rules in every language there is. Left out: none. */
  readonly wordsOf?: (folder: string, rules: readonly EnglishRule[]) => readonly Words[];
  /** What the pack says of itself. Left out: version 1, issued when its newest part was dated. */
  readonly version?: number;
  readonly issued?: string;
  /** Rows that a list ends before this day (`# until: column 3`) are left out; lists of which nothing is left, too. */
  readonly today?: string;
}

/**
 * Lists up to this many members travel readable, and those that say `readable: yes` because names are compared with them; larger ones as hashes.
 * Rules may ask `like` of readable ones only.
 */
const readableLimit = 500;

interface ListFile { readonly name: string; readonly head: ReadonlyMap<string, string>; readonly rows: readonly string[][] }

function readList(path: string): ListFile {
  const lines = readFileSync(path, 'utf8').split('\n').filter((line) => line.trim());
  const head = new Map(lines.filter((line) => line.startsWith('#')).map((line) => {
    const [key = '', ...rest] = line.slice(1).split(':');
    return [key.trim(), rest.join(':').trim()] as const;
  }));
  for (const key of ['licence', 'origin', 'date']) {
    if (!head.get(key)) throw new Error(`${path} does not state its ${key}: add a line "# ${key}: ...".`);
  }
  const rows = lines.filter((line) => !line.startsWith('#')).map((line) => line.split('\t'));
  return { name: basename(path, extname(path)), head, rows };
}

/**
 * Builds the pack of a folder that holds `rules/*.json` and `lists/*`. Throws an error that names the file at fault. Who only inspects projects
 * leaves the rules over people out: to read them takes most of a second.
 */
export function buildPack(folder: string, id = 'base', { withRules = true, wordsOf, version = 1, issued, today }: PackOptions = {}): BuiltPack {
  const all = readdirSync(join(folder, 'lists')).sort().map((name) => readList(join(folder, 'lists', name)));
  const files = today === undefined ? all : all.map((file) => stillValid(file, today)).filter(({ rows }) => rows.length > 0);
  const bytes = new Map<string, ArrayBuffer>();
  const lists = Object.fromEntries(files.filter(({ head }) => head.has('match')).map((file) => [file.name, listEntry(file, bytes)]));
  const hostShape = readModel(join(folder, 'models', 'host-shape.json'));
  const dates = [...files.map(({ head }) => head.get('date')!), ...(hostShape ? [hostShape.date] : [])].sort();
  // The cases were run when the pack was made; what ships does without their third of its size.
  const rules = withRules ? readRules(join(folder, 'rules'), parseRule).map(({ tests, ...rule }) => rule) : [];
  const inspectionRules = readInspectionRules(join(folder, 'inspection-rules')).map(({ tests, ...rule }) => rule);
  const words = (wordsOf?.(folder, [...rules, ...inspectionRules]) ?? []).map((one) => [one.language, keep(JSON.stringify(one), bytes)]);
  const pack = parsePack({
    format: 1, id, version, issued: issued ?? [...dates, ...rules.map(({ since }) => since)].sort().at(-1),
    rules, lists, hostShape,
    sites: table(files, 'sites').map(([at, kind, open]) => ({ at, kind, ...(open === 'y' && { openSignup: true }) })),
    anchors: table(files, 'linkedin-member-numbers').map(([number, date, , quality]) => ({ number: Number(number), date, ...(quality === 'low' && { low: true }) })),
    companies: table(files, 'companies').map((row) => row.join('\t')),
    photos: photoList(table(files, 'reported-photos'), 3, bytes),
    placeholders: photoList(table(files, 'placeholder-photos'), 1, bytes),
    inspectionRules,
    ...(words.length > 0 && { words: Object.fromEntries(words) as Pack['words'] }),
  });
  return { pack, bytes };
}

function stillValid(file: ListFile, today: string): ListFile {
  const column = /^column (\d+)$/.exec(file.head.get('until') ?? '')?.[1];
  if (column === undefined) return file;
  return { ...file, rows: file.rows.filter((row) => !row[Number(column) - 1] || row[Number(column) - 1]! >= today) };
}

/** Puts a text among the bytes that travel beside a pack, and gives its name there. */
function keep(text: string, bytes: Map<string, ArrayBuffer>): string {
  const sha256 = createHash('sha256').update(text).digest('hex');
  bytes.set(sha256, new TextEncoder().encode(text).buffer);
  return sha256;
}

/** A model that is not there leaves the facts it would give unknown. */
function readModel(path: string): HostShape | undefined {
  if (!existsSync(path)) return undefined;
  const { success, data, error } = HostShape.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (!success) throw new Error(`${path} does not fit the format of models: ${z.prettifyError(error)}`);
  return data;
}

/** Rows of a table; several files may hold parts of one. */
const table = (files: readonly ListFile[], name: string) => files.filter(({ head }) => head.get('table') === name).flatMap(({ rows }) => rows);

function listEntry({ name, head, rows }: ListFile, bytes: Map<string, ArrayBuffer>) {
  const members = [...new Set(rows.map(([member]) => member!.trim().toLowerCase()))].sort();
  const indicators = head.get('indicators') === 'yes';
  const entry = { match: head.get('match'), indicators, count: members.length };
  if (members.length === 0) throw new Error(`The list "${name}" is empty.`);
  if ((members.length <= readableLimit || head.get('readable') === 'yes') && !indicators) return { ...entry, members };
  const content = HashSet.from(members, (bytes) => hash('sha256', bytes, 'buffer')).bytes();
  const sha256 = createHash('sha256').update(new Uint8Array(content)).digest('hex');
  bytes.set(sha256, content);
  return { ...entry, sha256 };
}

/**
 * Hashes of pictures, `columns` of them a row in hexadecimal, as the bytes they travel as: planes of the first column, then of the next. `-` is a
 * hash nobody took, which is near none. A column after them is for people. Undefined when there are no rows.
 */
function photoList(rows: readonly string[][], columns: number, bytes: Map<string, ArrayBuffer>): Pack['photos'] {
  if (rows.length === 0) return undefined;
  const planes = Array.from({ length: columns }, (_, column) => HashPlanes.from(rows.map((row) => (row[column] === '-' ? new Uint8Array(32) : hashFromHex(row[column] ?? '')))));
  const content = new Uint8Array(columns * rows.length * 32);
  planes.forEach((plane, i) => content.set(new Uint8Array(plane.bytes()), i * rows.length * 32));
  const sha256 = createHash('sha256').update(content).digest('hex');
  bytes.set(sha256, content.buffer);
  return { count: rows.length, sha256 };
}

/** Rules of a folder, one file each, in the order of their names. The id is the file's name. */
export function readRules(folder: string, read = readRule): TestedRule[] {
  return readdirSync(folder).filter((name) => name.endsWith('.json')).sort().map((name) => read(join(folder, name)));
}

/** Reads one rule. Throws an error that names the file and the first wrong place. */
export function readRule(path: string): TestedRule {
  const rule = parseRule(path);
  const [fault] = faultsOf(rule);
  if (fault) throw new Error(`${path} is faulty: ${fault}`);
  return rule;
}

/** Whoever makes a pack of them has their conditions looked at by the pack. */
function parseRule(path: string): TestedRule {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new Error(`${path} is no JSON: ${(error as Error).message}`, { cause: error });
  }
  const { success, data, error } = TestedRule.safeParse(value);
  if (!success) throw new Error(`${path} does not fit the format of rules: ${z.prettifyError(error)}`);
  if (data.id !== basename(path, '.json')) throw new Error(`${path} holds the rule "${data.id}": a rule is named like its file.`);
  return data;
}
