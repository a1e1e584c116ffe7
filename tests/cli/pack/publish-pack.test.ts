import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { serveFolder } from '../../../utils/packs-publishing/serve-folder.ts';
import { marmalade } from '../rule-example.ts';
import { newPack, pack } from './pack-folder.ts';

const hosts = (count: number) => Array.from({ length: count }, (_, i) => `host-${i}.example`).join('\n');
const patience = 120_000;

/** A pack that was published once. */
async function publishedPack() {
  const made = await newPack({ 'seen.txt': hosts(600) });
  for (const args of [['add', made.folder, made.at('seen.txt')], ['build', made.folder], ['sign', made.folder], ['publish', made.folder]]) await pack(...args);
  return made;
}

afterEach(() => vi.unstubAllEnvs());

describe('pack init', () => {
  it('makes keys that only their owner may read', async () => {
    const { folder, made } = await newPack();
    const keys = readdirSync(join(folder, 'keys'));
    expect(keys.sort()).toEqual(['online.pem', 'root-1.pem', 'root-2.pem', 'root-3.pem', 'targets.pem']);
    for (const name of keys) expect(statSync(join(folder, 'keys', name)).mode & 0o777).toBe(0o600);
    expect(made.stdout).toContain('NOT encrypted');
    expect(readFileSync(join(folder, '.gitignore'), 'utf8')).toContain('keys/');
  });

  it('encrypts them when there is a passphrase, and asks for it again', async () => {
    vi.stubEnv('BONAFIDE_PASSPHRASE', 'marmalade on toast');
    const { folder, at } = await newPack({ 'seen.txt': 'pear.example' });
    expect(readFileSync(join(folder, 'keys', 'targets.pem'), 'utf8')).toContain('ENCRYPTED');
    await pack('add', folder, at('seen.txt'));
    await pack('build', folder);
    vi.stubEnv('BONAFIDE_PASSPHRASE', '');
    expect(await pack('sign', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('BONAFIDE_PASSPHRASE') });
    vi.stubEnv('BONAFIDE_PASSPHRASE', 'honey');
    expect(await pack('sign', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('is the passphrase right') });
    vi.stubEnv('BONAFIDE_PASSPHRASE', 'marmalade on toast');
    expect(await pack('sign', folder)).toMatchObject({ code: 0 });
  }, patience);

  it('never writes over a pack', async () => {
    const { folder } = await newPack();
    expect(await pack('init', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('holds a pack already') });
  });

  it.each([['--keys', '0'], ['--threshold', '4'], ['--keys', 'many'], ['--id', 'base'], ['--id', 'Ä'], ['--id', 'pear--north']])('refuses %s %s', async (option, value) => {
    const { at } = await newPack();
    const { code } = await pack('init', at('other'), option, value);
    expect([code, existsSync(join(at('other'), 'keys'))]).toEqual([2, false]);
  });
});

describe('pack build', () => {
  it('says when nothing changed', async () => {
    const { folder } = await publishedPack();
    expect((await pack('build', folder)).stdout).toContain('Nothing changed since version 1');
  }, patience);

  it('builds no rule whose case fails', async () => {
    const [first, ...rest] = marmalade.tests.match;
    const wrong = { ...marmalade, tests: { ...marmalade.tests, match: [...rest, { ...first, facts: { surface: 'text', message: { text: 'tea' } } }] } };
    const { folder, at } = await newPack({ 'speaks-of-marmalade.json': JSON.stringify(wrong) });
    await pack('add', folder, at('speaks-of-marmalade.json'));
    expect(await pack('build', folder)).toMatchObject({ code: 1, stdout: expect.stringContaining('must fire and does not') });
    expect(existsSync(join(folder, 'built'))).toBe(false);
  }, patience);

  it('leaves out what is no longer valid', async () => {
    const { folder } = await newPack();
    const head = ['match: host', 'indicators: yes', 'licence: x', 'date: 2026-01-01', 'origin: x', 'until: column 3'].map((line) => `# ${line}`);
    writeFileSync(join(folder, 'lists', 'reported-hosts.tsv'), [...head, 'old.example\t\t2020-01-01\tx', 'new.example\t\t2099-01-01\tx', 'always.example\t\t\tx'].join('\n'));
    expect((await pack('build', folder)).stdout).toContain('1 lists with 2 entries');
  }, patience);

  it('takes no rule of the extension\'s own', async () => {
    const { folder, at } = await newPack({ 'link-reported-host.json': readFileSync('assets/rules/link-reported-host.json', 'utf8') });
    await pack('add', folder, at('link-reported-host.json'));
    expect(await pack('build', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('another id') });
  }, patience);
});

describe('pack verify', () => {
  it('accepts what was published, and the next version with a patch of its list', async () => {
    const { folder, at } = await publishedPack();
    writeFileSync(at('seen.txt'), `${hosts(600)}\none-more.example`);
    for (const args of [['add', folder, at('seen.txt')], ['build', folder], ['sign', folder], ['publish', folder]]) await pack(...args);
    const { stdout, code } = await pack('verify', folder, '--json');
    expect([JSON.parse(stdout), code]).toEqual([expect.objectContaining({ accepted: true, id: 'orchard', version: 2 }), 0]);
    expect(readdirSync(join(folder, 'public', 'targets')).filter((name) => /\.list\..*\.patch$/.test(name))).toHaveLength(1);
  }, patience);

  it('follows new keys from the first root, with one root key lost', async () => {
    const { folder } = await publishedPack();
    rmSync(join(folder, 'keys', 'root-3.pem'));
    expect(await pack('rotate', folder, 'root-3', 'targets', 'online')).toMatchObject({ code: 0 });
    expect(await pack('publish', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('targets') });
    for (const action of ['build', 'sign', 'publish']) await pack(action, folder);
    const { stdout } = await pack('verify', folder, '--json');
    expect(JSON.parse(stdout)).toMatchObject({ accepted: true, root: 2 });
  }, patience);

  it('cannot be given new keys when two of three are lost', async () => {
    const { folder } = await publishedPack();
    for (const name of ['root-2', 'root-3']) rmSync(join(folder, 'keys', `${name}.pem`));
    expect(await pack('rotate', folder, 'root-2')).toMatchObject({ code: 2, stderr: expect.stringContaining('2 must sign') });
    expect(existsSync(join(folder, 'keys', 'root-2.pem'))).toBe(false);
  }, patience);

  it('refuses what another root signed, with exit code 1', async () => {
    const [{ folder }, other] = [await publishedPack(), await publishedPack()];
    expect(await pack('verify', folder, '--root', join(other.folder, 'public', 'metadata', '1.root.json'))).toMatchObject({ code: 1, stdout: expect.stringContaining('Refused') });
  }, patience);

  it('names an address that nobody answers at, with exit code 2', async () => {
    const { folder } = await newPack();
    const { url, server } = await serveFolder(join(folder, 'public'));
    server.close();
    expect(await pack('verify', url, '--root', join(folder, 'public', 'metadata', '1.root.json'))).toMatchObject({ code: 2, stderr: expect.stringContaining('cannot be reached') });
    expect(await pack('verify', url)).toMatchObject({ code: 2, stderr: expect.stringContaining('--root') });
  });
});

describe('pack publish', () => {
  it('brings a whole copy to where it is served, the timestamp last', async () => {
    const { folder, at } = await publishedPack();
    expect((await pack('publish', folder, '--to', at('www'))).code).toBe(0);
    expect((await pack('verify', at('www'), '--json')).stdout).toContain('"accepted":true');
  }, patience);

  it('says what is missing before anything is signed', async () => {
    const { folder } = await newPack();
    expect(await pack('publish', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('Nothing is signed') });
    expect(await pack('sign', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('pack build') });
    rmSync(join(folder, 'keys', 'online.pem'));
    expect(await pack('publish', folder)).toMatchObject({ code: 2, stderr: expect.stringContaining('--keys-in') });
  });
});

describe('pack diff', () => {
  it('tells rules, lists and the cases that come to another level', async () => {
    const { folder, at } = await publishedPack();
    const rule = { ...marmalade, severity: 'critical' };
    writeFileSync(at('speaks-of-marmalade.json'), JSON.stringify(rule));
    writeFileSync(at('seen.txt'), 'one-more.example');
    await pack('add', folder, at('speaks-of-marmalade.json'), at('seen.txt'));
    const { stdout, code } = await pack('diff', join(folder, 'public'), folder, '--json', '--own-cases');
    const told = JSON.parse(stdout) as { rules: unknown; lists: unknown; levels: { rule: string; before: string }[] };
    expect(code).toBe(0);
    expect(told.rules).toEqual({ added: ['speaks-of-marmalade'], removed: [], changed: [] });
    expect(told.lists).toEqual([{ name: 'reported-hosts', added: 1, removed: 0, count: 601 }]);
    expect(told.levels.map(({ rule: id, before }) => [id, before])).toContainEqual(['speaks-of-marmalade', 'none']);
  }, patience);

  it('says that nothing changed', async () => {
    const { folder } = await publishedPack();
    expect((await pack('diff', folder, folder)).stdout).toContain('nothing changed');
  }, patience);
});
