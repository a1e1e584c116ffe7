import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { basename, join } from 'node:path';
import { splitLines } from '../../mail/byte-lines.ts';
import { plain } from '../results.ts';
import type { Candidate } from './candidates.ts';
import { jsonObjects, longestObject } from './json-objects.ts';
import type { ListFile } from './list-file.ts';
import { placeIndicator, type IndicatorList } from './place-indicator.ts';
import { candidateOfAttribute } from './read-misp.ts';
import { candidatesOfStix } from './read-stix.ts';

/** What became of a source. */
export interface Imported {
  readonly taken: ReadonlyMap<IndicatorList, number>;
  readonly known: number;
  readonly withdrawn: number;
  /** How often each reason was given. */
  readonly left: ReadonlyMap<string, number>;
  /** Where every one that was left stands with its reason. */
  readonly report: string;
}

/** Longest line of a plain list that is read. */
const lineLimit = 4_000;
/** Reasons that are counted apart; a hostile file could name any number. */
const mostReasons = 200;

export const isJson = async (path: string): Promise<boolean> => {
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 1023 }) as AsyncIterable<string>) return /^\uFEFF?\s*[[{]/.test(chunk);
  throw new Error(`${path} is empty.`);
};

/** Puts the indicators of one file into lists, one at a time, and writes down what is left and why. */
export async function importIndicators(path: string, lists: Record<IndicatorList, ListFile>, reports: string, today: string): Promise<Imported> {
  mkdirSync(reports, { recursive: true });
  const report = join(reports, `${basename(path)}.tsv`);
  const out = createWriteStream(report);
  const taken = new Map<IndicatorList, number>();
  const left = new Map<string, number>();
  let [known, withdrawn] = [0, 0];
  try {
    for await (const candidate of (await isJson(path)) ? jsonCandidates(path, today) : lineCandidates(path)) {
      const placed = 'left' in candidate && !candidate.kind ? { left: candidate.left } : placeIndicator(candidate.value, candidate.kind!);
      const reason = 'left' in candidate ? candidate.left : 'left' in placed ? placed.left : undefined;
      if ('left' in candidate && 'list' in placed && lists[placed.list].remove(placed.member)) withdrawn++;
      if (reason !== undefined) {
        const counted = left.has(reason) || left.size < mostReasons ? reason : 'other reasons';
        left.set(counted, (left.get(counted) ?? 0) + 1);
        if (!out.write(`${[candidate.place, candidate.value.slice(0, 300), reason].map(plain).join('\t')}\n`)) await once(out, 'drain');
      } else if ('list' in placed) {
        const { since, until } = candidate as { since?: string; until?: string };
        if (lists[placed.list].put(placed.member, { since, until, source: plain(candidate.place) })) taken.set(placed.list, (taken.get(placed.list) ?? 0) + 1);
        else known++;
      }
    }
  } finally {
    await new Promise((resolve) => out.end(resolve));
  }
  return { taken, known, withdrawn, left, report };
}

/** STIX bundles keep their objects under `objects`, MISP events and their objects their attributes under `Attribute`. */
async function* jsonCandidates(path: string, today: string): AsyncGenerator<Candidate> {
  let found = 0;
  const name = basename(path);
  for await (const { under, value, offset } of jsonObjects(path, ['objects', 'Attribute'])) {
    found++;
    const place = `${name} byte ${offset}`;
    if (value === undefined) yield { place, value: '', left: `is longer than ${longestObject} characters` };
    else if (under === 'objects') yield* candidatesOfStix(value, place, today);
    else yield candidateOfAttribute(value, place);
  }
  if (found === 0) throw new Error(`${path} holds no MISP attributes and no STIX objects.`);
}

/** A value a line; what stands behind "#" is for people. */
async function* lineCandidates(path: string): AsyncGenerator<Candidate> {
  const decoder = new TextDecoder();
  let number = 0;
  for await (const lines of splitLines(createReadStream(path), lineLimit)) {
    for (const { bytes, cut } of lines) {
      const place = `${basename(path)} line ${++number}`;
      const value = decoder.decode(bytes).replace(/^\uFEFF/, '').replace(/(?:^|\s)#.*$/s, '').trim();
      if (cut) yield { place, value: '', left: `is longer than ${lineLimit} bytes` };
      else if (value) yield { place, value, kind: 'any' };
    }
  }
}
