import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Updater } from 'tuf-js';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { rotateRoot } from '../../utils/packs-publishing/create-repository.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';
import { fetchTarget } from '../../utils/platform/target-bytes.ts';
import { HalfRefreshed, refreshMetadata } from '../../utils/platform/pack-client.ts';
import type { PackFault } from '../../utils/platform/pack-fault.ts';
import { openPlace, packBrowser, packOf, type Place } from './pack-place.ts';

type Held = Readonly<Record<string, string>>;
const refresh = (place: Place, held: Held = {}) => refreshMetadata(place.url, place.root, held, Date.now());
/** Why a look went wrong, and what was kept of it. */
async function refusal(place: Place, held: Held = {}): Promise<{ fault: PackFault; kept: Held }> {
  const failed = await refresh(place, held).then(() => undefined, (error: unknown) => error);
  if (!(failed instanceof HalfRefreshed)) throw new Error(`Not refused: ${String(failed)}`);
  return { fault: failed.fault, kept: failed.metadata };
}
/** The same question put to another client, tuf-js, which shares no code with what is tested. */
async function oracle(place: Place, held: Held = {}): Promise<'taken' | 'refused'> {
  const folder = mkdtempSync(join(tmpdir(), 'bonafide-oracle-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'root.json'), held['root'] ?? place.root);
  for (const role of ['timestamp', 'snapshot', 'targets']) if (held[role]) writeFileSync(join(folder, `${role}.json`), held[role]);
  const updater = new Updater({ metadataDir: folder, metadataBaseUrl: `${place.url}/metadata`, config: { fetchRetries: 0, fetchTimeout: 3_000 } });
  return updater.refresh().then(() => 'taken', () => 'refused');
}
const snapshotOf = (place: Place): string => {
  const copy = mkdtempSync(join(tmpdir(), 'bonafide-copy-'));
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }));
  cpSync(place.folder, copy, { recursive: true });
  return copy;
};
const days = (count: number) => vi.setSystemTime(Date.now() + count * 86_400_000);

describe('pack-client', () => {
  beforeEach(() => packBrowser());
  afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

  it('takes what is signed, as another client does', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { targets, metadata } = await refresh(place);
    expect(targets['pack.json']).toMatchObject({ custom: { id: 'orchard', version: 1 } });
    expect([Object.keys(metadata).sort(), await oracle(place)]).toEqual([['snapshot', 'targets', 'timestamp'], 'taken']);
  });

  it('asks for nothing but a newer root and the timestamp when nothing is new', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { metadata } = await refresh(place);
    place.asked.length = 0;
    expect((await refresh(place, metadata)).metadata).toEqual(metadata);
    expect(place.asked).toEqual(['/metadata/2.root.json', '/metadata/timestamp.json']);
  });

  it('refuses a state older than the one it saw (rollback)', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const old = snapshotOf(place);
    place.publish(packOf(2, 'plum'));
    const { metadata } = await refresh(place);
    place.served = old;
    const { fault, kept } = await refusal(place, metadata);
    expect([fault.kind, fault.message, kept, await oracle(place, metadata)]).toEqual(['untrusted', expect.stringMatching(/lower version/), metadata, 'refused']);
  });

  it('says that signatures ran out when a mirror stands still, although nothing there changed (freeze)', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { metadata } = await refresh(place);
    days(8);
    const { fault, kept } = await refusal(place, metadata);
    expect([fault.kind, fault.message, kept]).toEqual(['expired', expect.stringMatching(/ran out 1 days ago/), metadata]);
    expect(await oracle(place, metadata)).toBe('refused');
  });

  it('refuses files of two states put together (mix and match)', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const first = readFileSync(join(place.folder, 'metadata', '1.targets.json'));
    place.publish(packOf(2, 'plum'));
    place.lies.set('2.targets.json', (response) => response.end(first));
    const { fault } = await refusal(place);
    expect([fault.kind, await oracle(place)]).toEqual(['untrusted', 'refused']);
  });

  it('refuses what other keys signed', async () => {
    const place = await openPlace();
    const other = await openPlace();
    other.publish(packOf(9, 'quince'));
    place.served = other.folder;
    const { fault } = await refusal(place);
    expect([fault.kind, fault.message, await oracle(place)]).toEqual(['untrusted', expect.stringMatching(/verif/i), 'refused']);
  });

  it('refuses a new root that fewer keys signed than it takes (threshold)', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { root } = place.keys;
    const later = [createKey(), createKey()];
    rotateRoot(place.folder, { ...place.keys, root: later }, [...root, ...later], { threshold: 2, now: new Date() });
    const path = join(place.folder, 'metadata', '2.root.json');
    const signed = JSON.parse(readFileSync(path, 'utf8')) as { signatures: { keyid: string }[] };
    signed.signatures = signed.signatures.filter(({ keyid }) => keyid !== root[0]!.id && keyid !== root[1]!.id);
    writeFileSync(path, JSON.stringify(signed));
    const { fault } = await refusal(place);
    expect([fault.kind, await oracle(place)]).toEqual(['untrusted', 'refused']);
  });

  it('refuses a root in which one key stands under two names, which would be two signatures', async () => {
    const place = await openPlace();
    const root = JSON.parse(place.root) as { signed: { keys: Record<string, object> } };
    root.signed.keys['0'.repeat(64)] = Object.values(root.signed.keys)[0]!;
    const { fault } = await refusal({ ...place, root: JSON.stringify(root) });
    expect(fault.message).toMatch(/two names/);
  });

  it('follows new keys that the old ones signed, also when it was away for two changes (rotation)', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { metadata } = await refresh(place);
    const second = { ...place.keys, root: [createKey(), createKey()], online: createKey() };
    rotateRoot(place.folder, second, [...place.keys.root, ...second.root], { threshold: 2, now: new Date() });
    const third = { ...second, targets: createKey() };
    rotateRoot(place.folder, third, second.root, { threshold: 2, now: new Date() });
    Object.assign(place.keys, third);
    place.publish(packOf(2, 'plum'));
    const again = await refresh(place, metadata);
    expect([again.targets['pack.json']!.custom!['version'], await oracle(place, metadata)]).toEqual([2, 'taken']);
  });

  it('keeps a newer root when the rest fails: keys that were given up stay given up', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { metadata } = await refresh(place);
    const old = snapshotOf(place);
    rotateRoot(place.folder, { ...place.keys, online: createKey() }, place.keys.root, { threshold: 2, now: new Date() });
    const { kept } = await refusal(place, metadata);
    place.served = old;
    const { fault } = await refusal(place, kept);
    expect([Object.keys(kept), fault.kind]).toEqual([['root'], 'untrusted']);
  });

  it.each([
    ['HTML for everything', (place: Place) => place.lies.set('/', (response) => response.end('<!doctype html><title>Not here</title>')), /no JSON: it begins with “<!doctype html>/],
    ['a page that is missing', (place: Place) => place.lies.set('timestamp.json', (response) => response.writeHead(404).end()), /There is no timestamp\.json/],
    ['a server in trouble', (place: Place) => place.lies.set('root.json', (response) => response.writeHead(503, { 'retry-after': '7200' }).end()), /answered with 503/],
    ['another address', (place: Place) => place.lies.set('timestamp.json', (response) => response.writeHead(302, { location: 'http://example.com/' }).end()), /points to another address/],
    ['half a file', (place: Place) => place.lies.set('timestamp.json', (response) => response.writeHead(200, { 'content-length': '900' }).end('{"signed":{')), /was not fetched/],
    ['metadata without end', endless, /longer than the 262144 bytes/],
    ['metadata nested too deep to read', (place: Place) => place.lies.set('timestamp.json', (response) => response.end('['.repeat(200_000))), /timestamp\.json is no JSON/],
    ['a date that is none', (place: Place) => change(place, (signed) => { signed['expires'] = 'never'; }), /expires/],
    ['a version that is a text', (place: Place) => change(place, (signed) => { signed['version'] = '9'; }), /version/],
    ['a changed word', (place: Place) => change(place, (signed) => { signed['version'] = 9; }), /signature/],
  ])('refuses %s', async (_, lie, sentence) => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    lie(place);
    const { fault, kept } = await refusal(place);
    expect([fault.message, kept]).toEqual([expect.stringMatching(sentence), {}]);
  });

  it('tells how long a server asks to wait', async () => {
    const place = await openPlace();
    place.lies.set('timestamp.json', (response) => response.writeHead(429, { 'retry-after': '7200' }).end());
    expect((await refusal(place)).fault).toMatchObject({ kind: 'unreachable', wait: 7_200_000 });
  });

  it('does not take an error of the network for the end of the chain of roots', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    place.lies.set('2.root.json', (response) => response.destroy());
    expect((await refusal(place)).fault.kind).toBe('unreachable');
  });

  it('blames a clock that is ten years ahead', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const { metadata } = await refresh(place);
    days(3_650);
    expect([(await refusal(place, metadata)).fault.kind, (await refusal(place)).fault.kind]).toEqual(['clock', 'clock']);
  });

  it('asks nobody but through its own requests: the library\'s are never used', async () => {
    const place = await openPlace();
    place.publish(packOf(1, 'pear'));
    const asked = vi.spyOn(globalThis, 'fetch');
    const { targets } = await refresh(place);
    await fetchTarget({ url: place.url, targets }, 'pack.json');
    const guarded = { credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', signal: expect.any(AbortSignal) };
    expect(asked.mock.calls.map(([, init]) => init)).toEqual(Array.from({ length: 5 }, () => expect.objectContaining(guarded)));
  });

  it('asks no address that is neither https nor on this computer', async () => {
    const place = await openPlace();
    const { fault } = await refusal({ ...place, url: 'http://mirror.example/packs' });
    expect([fault.kind, place.asked]).toEqual(['setup', []]);
  });
});

function endless(place: Place) {
  place.lies.set('timestamp.json', (response) => {
    const more = () => { while (response.write(' '.repeat(65_536))); };
    response.on('drain', more);
    more();
  });
}

function change(place: Place, edit: (signed: Record<string, unknown>) => void) {
  const file = JSON.parse(readFileSync(join(place.folder, 'metadata', 'timestamp.json'), 'utf8')) as { signed: Record<string, unknown> };
  edit(file.signed);
  place.lies.set('timestamp.json', (response) => response.end(JSON.stringify(file)));
}
