import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { HashSet } from '../../utils/core/hash-set.ts';
import { createRepository, rotateRoot } from '../../utils/packs-publishing/create-repository.ts';
import { fetchPublished } from '../../utils/packs-publishing/fetch-published.ts';
import { applyLinePatch, type LinePatch } from '../../utils/packs-publishing/line-patch.ts';
import { packText } from '../../utils/packs-publishing/pack-text.ts';
import { publish, publishPack } from '../../utils/packs-publishing/publish.ts';
import { sha256Of } from '../../utils/packs-publishing/offered-file.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';
import { emptyFolder, newKeys, offered, packOf, served, tryRepository } from './try-repository.ts';

const empty = (path: string) => writeFileSync(path, '{}');
const longAgo = new Date('2020-01-01T00:00:00Z');
const textOf = (content: Uint8Array) => new TextDecoder().decode(content);
const packIn = (files: ReadonlyMap<string, Uint8Array>) => JSON.parse(textOf(files.get('pack.json')!)) as { version: number };

function hashedPack(version: number, hosts: readonly string[]) {
  const content = HashSet.from(hosts).bytes();
  const sha256 = sha256Of(new Uint8Array(content));
  const lists = { 'reported-hosts': { match: 'host' as const, indicators: true, count: hosts.length, sha256 } };
  return { ...offered({ ...packOf(version, ['pear.example']), lists }), bytes: new Map([[sha256, content]]) };
}

describe('publishPack', () => {
  it('makes what an independent client takes', async () => {
    const { folder, root } = tryRepository();
    const { files, roles } = await fetchPublished(await served(folder), root);
    expect(packIn(files).version).toBe(1);
    expect(roles.timestamp.version).toBe(1);
  });

  it('writes static files named by version or hash', () => {
    const { folder } = tryRepository();
    expect(readdirSync(join(folder, 'metadata')).sort()).toEqual(['1.root.json', '1.snapshot.json', '1.targets.json', 'timestamp.json']);
    expect(readdirSync(join(folder, 'targets')).filter((name) => !name.endsWith('.gz'))).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.pack\.json$/)]);
  });

  it('signs with the pack which versions of the extension understand it', () => {
    const { folder } = tryRepository();
    const { signed } = JSON.parse(readFileSync(join(folder, 'metadata', '1.targets.json'), 'utf8'));
    expect(signed.targets['pack.json'].custom).toEqual({ id: 'orchard', version: 1, needs: '0.1.0', issued: '2026-11-21' });
  });

  it('gives the newer pack to a client that started with the first root', async () => {
    const { folder, keys, root } = tryRepository();
    publishPack(folder, keys, offered(packOf(2, ['pear.example', 'plum.example'])));
    expect(packIn((await fetchPublished(await served(folder), root)).files).version).toBe(2);
  });

  it('refuses a key that the root does not name', () => {
    const { folder, keys } = tryRepository();
    expect(() => publishPack(folder, { ...keys, targets: createKey() }, offered(packOf(2, ['pear.example'])))).toThrow(/may not sign targets/);
  });
});

describe('packTargets', () => {
  it('offers a patch from the pack before when it saves more than half', async () => {
    const hosts = Array.from({ length: 400 }, (_, i) => `host-${i * 7919 % 1000}-${i}.example`);
    const { folder, keys, root } = tryRepository();
    publishPack(folder, keys, offered(packOf(2, hosts)));
    publishPack(folder, keys, offered(packOf(3, [...hosts, 'one-more.example'])));
    const { files } = await fetchPublished(await served(folder), root);
    const patches = [...files].filter(([name]) => name.startsWith('pack.') && name.endsWith('.patch'));
    expect(patches).toHaveLength(1);
    const patch = JSON.parse(textOf(patches[0]![1])) as LinePatch;
    expect(patches[0]![0]).toBe(`pack.${patch.from}.patch`);
    expect(applyLinePatch(packText(packOf(2, hosts)), patch)).toBe(textOf(files.get('pack.json')!));
  });

  it('offers a patch of a list that is a hash set', async () => {
    const hosts = Array.from({ length: 3_000 }, (_, i) => `host-${i}.example`);
    const { folder, keys, root } = tryRepository();
    publishPack(folder, keys, hashedPack(2, hosts));
    const next = hashedPack(3, [...hosts, 'one-more.example']);
    publishPack(folder, keys, next);
    const { files } = await fetchPublished(await served(folder), root);
    const [name, content] = [...files].find(([name]) => name.startsWith('list.'))!;
    const patch = JSON.parse(textOf(content)) as LinePatch;
    expect(name).toBe(`list.${patch.from}.${patch.to}.patch`);
    expect(next.bytes.has(patch.to)).toBe(true);
  });
});

describe('publish', () => {
  it('renews what runs out without new targets', async () => {
    const { folder, keys, root } = tryRepository({ now: longAgo, expiries: { root: 36_500, targets: 36_500 } });
    const url = await served(folder);
    await expect(fetchPublished(url, root)).rejects.toThrow(/expired/i);
    publish(folder, keys.online);
    const { roles } = await fetchPublished(url, root);
    expect([roles.targets.version, roles.snapshot.version, roles.timestamp.version]).toEqual([1, 2, 2]);
  });
});

describe('createRepository', () => {
  it('never makes a second root', () => {
    const { folder } = tryRepository();
    expect(() => createRepository(folder, newKeys(), { threshold: 2 })).toThrow(/holds a repository already/);
  });

  it.each([0, 4, 1.5])('refuses a threshold of %s for three keys', (threshold) => {
    expect(() => createRepository(emptyFolder(), newKeys(), { threshold })).toThrow(/1 to 3/);
  });
});

describe('rotateRoot', () => {
  it('leads a client from the first root to new keys', async () => {
    const { folder, keys, root } = tryRepository();
    const next = { ...newKeys(), root: [keys.root[0]!, keys.root[1]!, createKey()] };
    rotateRoot(folder, next, [...keys.root.slice(0, 2), ...next.root.slice(2)], { threshold: 2 });
    publishPack(folder, next, offered(packOf(2, ['fig.example'])));
    const { files, roles } = await fetchPublished(await served(folder), root);
    expect([packIn(files).version, roles.root.version]).toEqual([2, 2]);
  });

  it('refuses when too few of the old keys sign', () => {
    const { folder, keys } = tryRepository();
    const next = newKeys();
    expect(() => rotateRoot(folder, next, [keys.root[0]!, ...next.root], { threshold: 2 })).toThrow(/Too few of the old root keys/);
  });
});

describe('fetchPublished', () => {
  it.each([
    ['a changed pack', /hash|length/i, (folder: string) => {
      const targets = join(folder, 'targets');
      for (const name of readdirSync(targets)) (name.endsWith('.gz') ? rmSync : empty)(join(targets, name));
    }],
    ['metadata signed by nobody it knows', /signed by 0\/1 keys/, (folder: string) => {
      const other = tryRepository();
      cpSync(join(other.folder, 'metadata'), join(folder, 'metadata'), { recursive: true });
    }],
    ['a snapshot that does not belong to the timestamp', /snapshot|length|hash/i, (folder: string) => {
      copyFileSync(join(folder, 'metadata', '1.targets.json'), join(folder, 'metadata', '1.snapshot.json'));
    }],
  ])('refuses %s', async (_what, reason, attack) => {
    const { folder, root } = tryRepository();
    attack(folder);
    await expect(fetchPublished(await served(folder), root)).rejects.toThrow(reason);
  });
});
