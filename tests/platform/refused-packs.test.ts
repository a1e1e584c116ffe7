import { Metadata, TargetFile, Targets } from '@tufjs/models';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Pack } from '../../utils/core/pack.ts';
import { writeMetadata } from '../../utils/packs-publishing/metadata-files.ts';
import { publish, specVersion } from '../../utils/packs-publishing/publish.ts';
import { mail, restart } from './fresh-browser.ts';
import { both, everything, fired, loadPacks, privatePlace, stateOf } from './pack-browser.ts';
import { encode, packBrowser, packOf, part, type Place } from './pack-place.ts';

describe('update-packs', () => {
  beforeEach(() => packBrowser());
  afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

  const refusals: [string, () => Parameters<Place['publish']>, RegExp][] = [
    ['whose own cases fail', () => withCases({ match: [mail({ message: { text: 'nothing of the kind' } })], pass: [] }), /does not speak of a case/],
    ['that speaks where it should not', () => withCases({ match: [], pass: [mail({ message: { text: 'plum' } })] }), /speaks of a case it should pass over/],
    ['made for a later extension', () => [packOf(2, 'plum'), { needs: '9.0.0' }], /needs version 9\.0\.0/],
    ['with a name that the language itself uses', () => raw(JSON.stringify(packOf(2, 'plum')).replace('"sites":', '"__proto__":{"rules":[]},"sites":')), /"__proto__"/],
    ['with ten million rules', () => raw(`{"rules":[${'{},'.repeat(10_000_000)}{}]}`), /bytes; 8388608 are allowed/],
    ['with as many rules as fit into its length', () => raw(`{"rules":[${'{},'.repeat(2_000_000)}{}]}`), /values; 1500000 are allowed/],
    ['nested without end', () => raw('['.repeat(100_000)), /nested 100000 deep/],
    ['that is HTML', () => raw('<!doctype html>'), /Unexpected token/],
    ['with phrases like a bomb', () => raw(JSON.stringify(saying({ says: Array.from({ length: 5_000 }, (_, i) => `please ru${i} ... now ... fast`) }))), /phrases behind one beginning/],
    ['with more phrases than any language has', () => raw(JSON.stringify(saying({ says: Array.from({ length: 300_001 }, (_, i) => `w${i} x`) }))), /300001 phrases/],
    ['with patterns like a bomb', () => raw(JSON.stringify(saying({ fact: 'sender.name', matches: '(a?){1000}'.repeat(3) }))), /repeats too often/],
    ['that is another pack than is signed', () => [packOf(2, 'plum'), { files: [offer(packOf(3, 'plum'), 2)] }], /says that it is “orchard” 3/],
  ];
  it.each(refusals)('refuses a pack %s, and the last good one judges on', async (_, make, sentence) => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    place.publish(...make());
    expect(await packs.lookForPacks(true)).toBe(false);
    expect(await fired(await restart(loadPacks), everything)).toEqual(both);
    expect(await stateOf(packs, 'orchard')).toMatchObject({ state: 'error', version: 1, fault: expect.stringMatching(sentence) });
  });

  it('refuses a pack of an older version, although it was signed later', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    place.publish(packOf(3, 'plum'));
    await packs.lookForPacks(true);
    place.publish(packOf(2, 'quince'));
    await packs.lookForPacks(true);
    expect([(await stateOf(packs, 'orchard')).fault, await fired(packs, 'plum')]).toEqual([expect.stringMatching(/older than version 3/), ['orchard--says-hello']]);
  });

  it('refuses a pack of 1 GB by what is signed, without asking for it', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    signHuge(place);
    place.asked.length = 0;
    await packs.lookForPacks(true);
    expect(place.asked.filter((path) => path.startsWith('/targets/'))).toEqual([]);
    expect((await stateOf(packs, 'orchard')).fault).toMatch(/1073741824 bytes/);
  });

  it('ends the download of a pack that is longer than was signed', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    let sent = 0;
    place.lies.set('.pack.json', (response) => {
      const more = () => { while (sent < 2 ** 30 && response.write(' '.repeat(65_536))) sent += 65_536; };
      response.on('drain', more);
      more();
    });
    place.publish(packOf(2, 'plum'));
    await packs.lookForPacks(true);
    expect((await stateOf(packs, 'orchard')).fault).toMatch(/longer than the \d+ bytes/);
    expect(sent).toBeLessThan(2 ** 25);
    expect(await fired(packs, everything)).toEqual(both);
  });

  it('goes on with the last good pack when the worker dies half-way, and takes the new one later', async () => {
    const place = await privatePlace();
    const packs = await loadPacks();
    await packs.lookForPacks(true);
    place.publish(packOf(2, 'plum'));
    // The worker ends for good while the pack is on its way: nobody is left to answer.
    const asked = new Promise<void>((resolve) => place.lies.set('.pack.json', () => resolve()));
    void packs.lookForPacks(true).catch(() => undefined);
    await asked;
    place.lies.clear();
    const next = await restart(loadPacks);
    vi.stubGlobal('navigator', { locks: { request: (_: string, work: () => unknown) => work() } });
    expect(await fired(next, everything)).toEqual(both);
    await next.lookForPacks(true);
    expect(await fired(next, 'plum')).toEqual(['orchard--says-hello']);
  });
});

const offer = (pack: unknown, version: number) => ({ name: 'pack.json', content: encode(typeof pack === 'string' ? pack : JSON.stringify(pack)), custom: { id: 'orchard', version, needs: '0.1.0', issued: '2026-01-01' } });
const raw = (text: string): Parameters<Place['publish']> => [packOf(2, 'plum'), { files: [offer(text, 2)] }];
const saying = (question: object) => packOf(2, 'plum', { rules: packOf(2, 'plum').rules.map((rule) => ({ ...rule, when: { fact: 'message.text', ...question } })) as Pack['rules'] });

function withCases(cases: object): Parameters<Place['publish']> {
  const { name, bytes } = part({ 'says-hello': cases });
  return [packOf(2, 'plum', { cases: name }), { bytes }];
}

/** Signs a pack of 1 GB, which nobody made. */
function signHuge({ folder, keys }: Place) {
  const target = new TargetFile({ path: 'pack.json', length: 2 ** 30, hashes: { sha256: 'ab'.repeat(32) }, unrecognizedFields: { custom: { id: 'orchard', version: 2, needs: '0.1.0' } } });
  const targets = new Metadata(new Targets({ version: 2, specVersion, expires: '2026-05-01T00:00:00Z', targets: { 'pack.json': target } }));
  targets.sign(keys.targets.sign);
  writeMetadata(folder, 'targets', targets);
  publish(folder, keys.online, { now: new Date() });
}
