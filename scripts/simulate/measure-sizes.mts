import { appendFileSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPack } from '../../utils/cli/build-pack.ts';
import { buildWords } from '../../utils/cli/build-words.ts';
import { encodeOtlp } from '../../utils/core/encode-otlp.ts';
import { findingEvent, stateEvent, type Teller } from '../../utils/core/event.ts';
import { createRepository } from '../../utils/packs-publishing/create-repository.ts';
import { publish, publishPack } from '../../utils/packs-publishing/publish.ts';
import { createKey } from '../../utils/packs-publishing/signing-key.ts';

/** Bytes as they travel, packed where the server may pack. Measured on what is published and encoded, not assumed. */
export interface Sizes {
  readonly timestamp: number;
  readonly snapshot: number;
  readonly targets: number;
  /** The pack with all its lists. */
  readonly pack: number;
  /** Files that the pack is fetched as. */
  readonly packFiles: number;
  /** Patches to a version in which two lists gained a hundredth. */
  readonly patches: number;
  readonly patchFiles: number;
  /** Bodies of requests with one event: a finding, the word of the day. */
  readonly finding: number;
  readonly heartbeat: number;
}

/** Lists that change in the version that is measured, and by which part. */
const growing = ['dynamic-dns.txt', 'disposable-mail.txt'];
const growth = { 'dynamic-dns.txt': 355, 'disposable-mail.txt': 83 } as Readonly<Record<string, number>>;

export function measureSizes(): Sizes {
  const room = mkdtempSync(join(tmpdir(), 'bonafide-sizes-'));
  try {
    return { ...publishedSizes(room), ...eventSizes() };
  } finally {
    rmSync(room, { recursive: true });
  }
}

function publishedSizes(room: string): Omit<Sizes, 'finding' | 'heartbeat'> {
  const [assets, folder] = [join(room, 'assets'), join(room, 'published')];
  cpSync('assets', assets, { recursive: true });
  const keys = { root: [createKey(), createKey(), createKey()], targets: createKey(), online: createKey() };
  createRepository(folder, keys, { threshold: 2 });
  const put = (version: number) => publishPack(folder, keys, { ...buildPack(assets, 'base', { wordsOf: buildWords, version }), needs: '0.1.0' });
  put(1);
  const before = new Set(readdirSync(join(folder, 'targets')));
  const first = [...before].filter(isServed);
  for (const list of growing) appendFileSync(join(assets, 'lists', list), Array.from({ length: growth[list]! }, (_, i) => `new-${i}.example\n`).join(''));
  put(2);
  publish(folder, keys.online);
  const targets = readdirSync(join(folder, 'targets'));
  const patches = targets.filter((name) => isServed(name) && name.endsWith('.patch'));
  const weigh = (names: readonly string[], below: string) => names.reduce((sum, name) => sum + travelling(join(folder, below, name)), 0);
  return {
    timestamp: weigh(['timestamp.json'], 'metadata'), snapshot: weigh(['2.snapshot.json'], 'metadata'), targets: weigh(['2.targets.json'], 'metadata'),
    pack: weigh(first, 'targets'), packFiles: first.length, patches: weigh(patches, 'targets'), patchFiles: patches.length,
  };
}

const isServed = (name: string): boolean => !name.endsWith('.gz');
const travelling = (path: string): number => statSync(existsSync(`${path}.gz`) ? `${path}.gz` : path).size;

const teller: Teller = {
  id: '01890a5d-ac96-774b-bcce-b302099a8057', time: 1_795_300_000_000, version: '0.1.0', browser: 'chrome 156', install: '3f2b8c1e-5d4a-4e6f-9a7b-8c9d0e1f2a3b', packs: ['base@1'], tenant: 'example',
};

function eventSizes(): Pick<Sizes, 'finding' | 'heartbeat'> {
  const found = findingEvent(teller, {
    uid: teller.id, level: 'danger', site: 'linkedin', isUpdate: false, score: 0.9, strongest: 'high', shown: 'page',
    rules: ['assignment-asks-to-run-unknown-code', 'sender-domain-is-not-the-employers', 'first-contact-asks-to-run'],
  });
  const bytesOf = (event: typeof found) => new Blob([encodeOtlp([event], teller.version)]).size;
  return { finding: bytesOf(found), heartbeat: bytesOf(stateEvent(teller, 'heartbeat', { 'bonafide.waiting': 0 })) };
}
