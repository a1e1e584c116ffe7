import { describe, expect, it } from 'vitest';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import { buildPack } from '../../utils/cli/build-pack.ts';
import { isMember } from '../../utils/core/named-list.ts';
import { knowledgeOf, parsePack } from '../../utils/core/pack.ts';

const { pack, bytes } = buildPack(assetsFolder);
const knowledge = knowledgeOf(pack, (sha256) => bytes.get(sha256));

describe('parsePack', () => {
  it('reads back what was built', () => expect(parsePack(JSON.parse(JSON.stringify(pack)))).toEqual(pack));

  it.each([
    ['no pack at all', null], ['another format', { ...pack, format: 2 }], ['a rule without words', { ...pack, rules: [{ id: 'a-b' }] }],
    ['an unknown field', { ...pack, code: 'alert(1)' }],
  ])('refuses %s and says where', (_, value) => expect(() => parsePack(value)).toThrow('does not fit its schema'));
});

describe('knowledgeOf', () => {
  it('says which list is missing', () => expect(() => knowledgeOf(pack, () => undefined)).toThrow(/list "[a-z-]+" of pack "base" is missing/));

  it('finds a listed host and its subdomains, but never a neighbour on shared hosting', () => {
    const list = knowledge.lists['free-mail']!;
    expect([isMember(list, 'gmail.com'), isMember(list, 'northwind.example')]).toEqual([true, false]);
    const reported = knowledge.lists['reported-hosts']!;
    expect(isMember(reported, 'some-honest-demo.vercel.app')).toBe(false);
  });

  it('finds nothing in lists of indicators when they are switched off', () => {
    const without = knowledgeOf(pack, (sha256) => bytes.get(sha256), { indicators: false });
    expect(isMember(without.lists['free-mail']!, 'gmail.com')).toBe(true);
    expect(without.lists['reported-hosts']!.has('anything')).toBe(false);
  });

  it('lists no vendor of hiring or meetings as reported', () => {
    const vendors = [...knowledge.lists['hiring-vendors']!.members!, ...knowledge.lists['meeting-vendors']!.members!];
    expect(vendors.filter((vendor) => isMember(knowledge.lists['reported-hosts']!, vendor))).toEqual([]);
  });
});
