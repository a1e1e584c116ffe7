import { describe, expect, it } from 'vitest';
import { readPrivatePacks } from '../../utils/core/private-packs.ts';

const entry = (change: object = {}) => JSON.stringify({ id: 'orchard', url: 'https://packs.example/orchard/', root: Buffer.from('{"signed":"ü"}').toString('base64'), ...change });

describe('private-packs', () => {
  it('reads where rules of an organisation come from, and the root they are believed by', () => {
    expect(readPrivatePacks([entry()])).toEqual({ packs: [{ id: 'orchard', url: 'https://packs.example/orchard', root: '{"signed":"ü"}' }], faults: [] });
  });

  it.each([
    ['no JSON', 'orchard'], ['the name of the public rules', entry({ id: 'base' })], ['a name whose rules could be those of another pack', entry({ id: 'orchard--north' })], ['an address without a lock', entry({ url: 'http://packs.example' })], ['an address with a password', entry({ url: 'https://dana:secret@packs.example' })],
    ['a root that is no base64', entry({ root: '{}' })], ['something more', entry({ key: 1 })], ['no object', 'null'],
  ])('says which entry is not used, and uses the others: %s', (_, bad) => {
    const { packs, faults } = readPrivatePacks([bad, entry()]);
    expect([packs.map(({ id }) => id), faults]).toEqual([['orchard'], [expect.stringMatching(/^Entry 1 of privatePacks is not used: ./)]]);
  });

  it('takes the first of two with one id', () => {
    const { packs, faults } = readPrivatePacks([entry(), entry({ url: 'https://other.example' })]);
    expect([packs.map(({ url }) => url), faults]).toEqual([['https://packs.example/orchard'], [expect.stringMatching(/Entry 2 .*already/)]]);
  });
});
