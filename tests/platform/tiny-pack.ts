import { createHash } from 'node:crypto';
import { vi } from 'vitest';
import { HashSet } from '../../utils/core/hash-set.ts';

const bytes = HashSet.from(['bad.example']).bytes();
export const listName = createHash('sha256').update(new Uint8Array(bytes)).digest('hex');

const words = { why: 'Somebody said hello.', rationale: 'It is the test of a test.', normal: 'People say hello.', advice: 'Say hello as well.' };
const rule = (id: string, when: object) => ({
  id, title: 'A rule for tests', severity: 'high', theme: 'text', status: 'stable', since: '2026-01-01', when, ...words, references: [],
});

/** A pack with one rule for words, one for a large list and one for each remembered fact. */
export const tinyPack = (version = 1, greeting = 'hello') => ({
  format: 1, id: 'base', version, issued: '2026-01-01', sites: [], anchors: [],
  rules: [
    rule('says-hello', { fact: 'message.text', says: [greeting] }),
    rule('leads-to-reported', { some: 'links', where: { fact: 'host', in: 'reported' } }),
    rule('writes-first-time', { fact: 'known.firstContact', is: true }),
  ],
  lists: { reported: { match: 'host', indicators: true, sha256: listName, count: 1 } },
});

/** Serves the extension's own files. Undefined instead of a pack: the file is missing. */
export function bundle(pack: unknown, list: ArrayBuffer | undefined = bytes) {
  const served = vi.fn<(url: URL) => Promise<Response>>(async (url) => {
    const body = url.pathname.endsWith('/packs/base.json') ? pack && JSON.stringify(pack) : url.pathname.endsWith(`/packs/${listName}.bin`) ? list : undefined;
    return body === undefined ? new Response(null, { status: 404 }) : new Response(body as BodyInit);
  });
  vi.stubGlobal('fetch', served);
  return served;
}
