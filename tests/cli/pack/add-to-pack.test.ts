import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { marmalade } from '../rule-example.ts';
import { newPack, pack } from './pack-folder.ts';

const membersOf = (folder: string, list: string) => {
  const path = join(folder, 'lists', `${list}.tsv`);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')[0]) : [];
};
const bundle = (...objects: object[]) => JSON.stringify({ type: 'bundle', id: 'bundle--1', objects });
const indicator = (pattern: string, more: object = {}) => ({ type: 'indicator', id: 'indicator--1', pattern, pattern_type: 'stix', valid_from: '2026-01-01T00:00:00Z', ...more });
const event = (...attributes: object[]) => JSON.stringify({ response: [{ Event: { info: 'x', Attribute: attributes } }] });

describe('pack add', () => {
  it('puts each line of a plain list where it is looked for', async () => {
    const { folder, at } = await newPack({ 'seen.txt': [
      '# from the mail gateway', 'evil-talent.example', 'hxxps://meet[.]pear-hiring.example/join/', 'https://github.com/evil-owner/take-home-task.git  # a repository',
      'https://github.com/other-owner', 'https://www.npmjs.com/package/evil-logger', 'Dana@Pear-Hiring.example', '192.0.2.7', 'evil.vercel.app',
    ].join('\n') });
    const { stdout, code } = await pack('add', folder, at('seen.txt'));
    expect([code, stdout]).toEqual([0, expect.stringContaining('8 taken')]);
    expect(membersOf(folder, 'reported-hosts')).toEqual(['192.0.2.7', 'evil-talent.example', 'evil.vercel.app']);
    expect(membersOf(folder, 'reported-addresses')).toEqual(['meet.pear-hiring.example/join']);
    expect(membersOf(folder, 'reported-repositories')).toEqual(['github.com/evil-owner/take-home-task']);
    expect(membersOf(folder, 'reported-accounts')).toEqual(['github.com/other-owner']);
    expect(membersOf(folder, 'reported-packages')).toEqual(['evil-logger']);
    expect(membersOf(folder, 'reported-senders')).toEqual(['dana@pear-hiring.example']);
    expect(readdirSync(join(folder, 'rules'))).toEqual(['sender-reported-to-us.json']);
  });

  it.each(['github.com', 'google.com', 'docs.google.com', 'www.linkedin.com', 'microsoft.com', 'gmail.com', 'https://zoom.us/', 'vercel.app', 'github.io', 'co.uk', 'duckdns.org',
    'https://www.google.com/search?q=x', 'https://drive.google.com/uc?id=1', 'https://github.com/login', '10.1.2.3', 'http://127.0.0.1/x', '192.0.2.0/24', 'localhost', 'a'.repeat(64), 'no host'])('never takes %s', async (value) => {
    const { folder, at } = await newPack({ 'seen.txt': value });
    expect((await pack('add', folder, at('seen.txt'))).stdout).toContain('0 taken');
    expect(readdirSync(join(folder, 'lists'))).toEqual([]);
  });

  it('warns of popular places and writes down where they stand', async () => {
    const { folder, at } = await newPack({ 'seen.txt': 'pear.example\ngithub.com\n' });
    const { stderr, code } = await pack('add', folder, at('seen.txt'));
    expect([stderr, code]).toEqual([expect.stringContaining('github.com'), 0]);
    expect(readFileSync(join(folder, 'reports', 'seen.txt.tsv'), 'utf8')).toBe('seen.txt line 2\tgithub.com\tbelongs to github.com, which honest people link to: name the address of the page\n');
  });

  it('takes of MISP what is marked for detection', async () => {
    const { folder, at } = await newPack({ 'event.json': event(
      { type: 'domain', value: 'one.example', to_ids: true }, { type: 'domain', value: 'two.example', to_ids: false }, { type: 'hostname|port', value: 'three.example|443', to_ids: true },
      { type: 'github-repository', value: 'Evil/Task', to_ids: true }, { type: 'sha256', value: 'a'.repeat(64), to_ids: true }, { type: 'email-src', value: 'a@four.example', to_ids: true },
    ) });
    const { stdout } = await pack('add', folder, at('event.json'));
    expect(membersOf(folder, 'reported-hosts')).toEqual(['one.example', 'three.example']);
    expect(membersOf(folder, 'reported-repositories')).toEqual(['github.com/evil/task']);
    expect(stdout).toContain('left 1: is not marked for detection (to_ids)');
    expect(stdout).toContain('left 1: is of the type sha256');
  });

  it('takes of STIX what is valid, and only single values', async () => {
    const { folder, at } = await newPack({ 'bundle.json': bundle(
      { type: 'identity', id: 'identity--1' }, indicator("[domain-name:value = 'one.example' OR url:value = 'https://two.example/a']", { valid_until: '2099-01-01T00:00:00Z' }),
      indicator("[domain-name:value = 'old.example']", { valid_until: '2020-01-01T00:00:00Z' }), indicator("[domain-name:value = 'a.example' AND url:value = 'https://b.example']"),
      { type: 'domain-name', id: 'domain-name--1', value: 'seen.example' },
    ) });
    const { stdout } = await pack('add', folder, at('bundle.json'));
    expect(membersOf(folder, 'reported-hosts')).toEqual(['one.example']);
    expect(membersOf(folder, 'reported-addresses')).toEqual(['two.example/a']);
    expect(stdout).toContain('left 1: was valid until 2020-01-01');
    expect(readFileSync(join(folder, 'lists', 'reported-hosts.tsv'), 'utf8')).toContain('one.example\t2026-01-01\t2099-01-01\t');
  });

  it('takes out again what its source took back', async () => {
    const { folder, at } = await newPack({ 'one.json': bundle(indicator("[domain-name:value = 'one.example']")), 'two.json': event({ type: 'domain', value: 'two.example', to_ids: true }) });
    await pack('add', folder, at('one.json'), at('two.json'));
    expect(membersOf(folder, 'reported-hosts')).toEqual(['one.example', 'two.example']);
    writeFileSync(at('one.json'), bundle(indicator("[domain-name:value = 'one.example']", { revoked: true })));
    writeFileSync(at('two.json'), event({ type: 'domain', value: 'two.example', to_ids: true, deleted: true }));
    const { stdout } = await pack('add', folder, at('one.json'), at('two.json'));
    expect(membersOf(folder, 'reported-hosts')).toEqual([]);
    expect(stdout).toContain('1 taken back');
  });

  it('takes rules and refuses faulty ones, and still does the rest', async () => {
    const { folder, at } = await newPack({
      'speaks-of-marmalade.json': JSON.stringify(marmalade), 'a-b.json': JSON.stringify({ ...marmalade, id: 'a-b', colour: 'orange' }), 'seen.txt': 'pear.example',
    });
    const { stderr, code } = await pack('add', folder, at('a-b.json'), at('speaks-of-marmalade.json'), at('seen.txt'), at('gone.txt'));
    expect(readdirSync(join(folder, 'rules'))).toEqual(['speaks-of-marmalade.json']);
    expect(membersOf(folder, 'reported-hosts')).toEqual(['pear.example']);
    expect([stderr.includes('a-b.json'), stderr.includes('gone.txt: there is no such file'), code]).toEqual([true, true, 2]);
  });

  it.each([
    ['is cut off', '{"type":"bundle","objects":[{"type":"indicator"', /bundle.json is no JSON after byte \d+: the file ends too early/],
    ['holds nothing of the kind', '{"a":1}', /no MISP attributes and no STIX objects/],
    ['nests without end', `{"objects":${'['.repeat(5_000)}`, /100 containers/],
    ['is empty', '', /is empty/],
  ])('names a file that %s', async (_what, content, reason) => {
    const { folder, at } = await newPack({ 'bundle.json': content });
    const { stderr, code } = await pack('add', folder, at('bundle.json'));
    expect([stderr, code]).toEqual([expect.stringMatching(reason), 2]);
    expect(readdirSync(join(folder, 'lists'))).toEqual([]);
  });

  it('is not led astray by names of prototypes', async () => {
    const { folder, at } = await newPack({ 'bundle.json': '{"__proto__":{"x":1},"objects":[{"type":"indicator","id":"i","__proto__":{"pattern":"[domain-name:value = \'a.example\']"}},{"type":"constructor"}]}' });
    const { stdout } = await pack('add', folder, at('bundle.json'));
    expect(stdout).toContain('0 taken');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
