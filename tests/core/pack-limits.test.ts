import { describe, expect, it } from 'vitest';
import { buildPack } from '../../utils/cli/build-pack.ts';
import { assetsFolder } from '../../utils/cli/load-knowledge.ts';
import { faultOfAmount, faultOfBytes, faultOfNames, packLimits } from '../../utils/core/pack-limits.ts';
import { scanJson } from '../../utils/core/scan-json.ts';
import { packText } from '../../utils/packs-publishing/pack-text.ts';

describe('pack-limits', () => {
  const { pack, bytes } = buildPack(assetsFolder);
  const text = new TextEncoder().encode(packText(pack));

  it('has room for twice the pack that the extension carries', () => {
    expect([faultOfBytes(text), faultOfNames(pack), faultOfAmount(pack)]).toEqual([undefined, undefined, undefined]);
    const { depth, values } = scanJson(text);
    const all = text.byteLength + [...bytes.values()].reduce((sum, { byteLength }) => sum + byteLength, 0);
    expect([text.byteLength < packLimits.pack / 2, values < packLimits.values / 2, depth < packLimits.depth / 2, all < packLimits.all / 2]).toEqual([true, true, true, true]);
  });

  it('finds names of the language at any depth', () => {
    expect(faultOfNames(JSON.parse('{"a":[{"b":{"__proto__":null}}]}'))).toMatch(/__proto__/);
    expect(faultOfNames(JSON.parse('{"constructor":1}'))).toMatch(/constructor/);
    expect(faultOfNames({ a: [null, 'constructor', { b: 1 }] })).toBeUndefined();
  });

  it('refuses a list with more entries than anybody reads', () => {
    const lists = { 'reported-hosts': { match: 'host' as const, indicators: true, sha256: 'a'.repeat(64), count: packLimits.entries + 1 } };
    expect(faultOfAmount({ ...pack, lists })).toMatch(/entries in "reported-hosts"/);
  });
});
