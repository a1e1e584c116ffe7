import { describe, expect, it } from 'vitest';
import { readableList } from '../../../utils/core/named-list.ts';
import { listedHosts } from '../../../utils/inspect/detectors/listed-hosts.ts';
import { lineIndexOf } from '../../../utils/inspect/text-file.ts';

const lists = {
  'reported-hosts': readableList(['bad.example', 'one.shared.example'], 'host', true), 'reported-addresses': readableList(['shared.example/api/x', 'shared.example:6168/v7'], 'value', true),
  'reported-repositories': readableList(['github.com/acme/bad-game'], 'value', true),
};
const seen = (text: string, path = 'a.js') => listedHosts({ path, text, lines: lineIndexOf(text) }, { name: '', files: [], skipped: [] }, lists)
  .map(({ kind, line, detail }) => `${line} ${kind} ${detail!.url}`);

describe('listedHosts', () => {
  it('sees reported hosts and what lies under them', () => expect(seen('\nfetch("https://API.bad.example/x")')).toEqual(['2 listed-host api.bad.example']));
  it('does not take a parent for its child', () => expect(seen('https://shared.example/ https://two.shared.example')).toEqual([]));
  it('sees reported addresses whole, with their port', () => {
    expect(seen('http://shared.example/api/x?y=1 http://shared.example:6168/v7 http://shared.example/api')).toEqual(['1 listed-address shared.example/api/x', '1 listed-address shared.example:6168/v7']);
  });
  it('sees reported repositories, however deep the link', () => {
    expect(seen('git clone https://github.com/Acme/Bad-Game.git https://github.com/acme/bad-game/tree/main https://github.com/acme/other')).toEqual(['1 listed-address github.com/acme/bad-game']);
  });
  it('tells each once a file', () => expect(seen('https://bad.example/a https://bad.example/b')).toHaveLength(1));
  it('leaves lock files to their own detector', () => expect(seen('https://bad.example/a.tgz', 'yarn.lock')).toEqual([]));
  it('ends soon on a file of very many addresses', () => {
    const text = Array.from({ length: 50_000 }, (_, i) => `https://h${i}.example/`).join(' ');
    const started = performance.now();
    expect(seen(text)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});
