import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveAddresses, archiveHosts } from '../../utils/core/repository-archive.ts';
import { repositoryLink, repositoryPlace } from '../../utils/core/repository-link.ts';

const archives = (address: string) => archiveAddresses(repositoryLink(address)!);
const placeAt = (address: string) => { const link = repositoryLink(address); return link && repositoryPlace(link); };

describe('repositoryLink', () => {
  it.each([
    ['https://github.com/Quiet-Harbor/Shop-Task', 'https://codeload.github.com/Quiet-Harbor/Shop-Task/zip/HEAD'],
    ['https://github.com/quiet-harbor/shop.git?tab=readme-ov-file#start', 'https://codeload.github.com/quiet-harbor/shop/zip/HEAD'],
    ['git@github.com:quiet-harbor/shop.git', 'https://codeload.github.com/quiet-harbor/shop/zip/HEAD'],
    ['https://github.com/quiet-harbor/shop/tree/dev', 'https://codeload.github.com/quiet-harbor/shop/zip/dev'],
    ['https://github.com/quiet-harbor/shop/archive/refs/heads/main.zip', 'https://codeload.github.com/quiet-harbor/shop/zip/refs/heads/main'],
    ['https://github.com/quiet-harbor/shop/pull/7/files', 'https://codeload.github.com/quiet-harbor/shop/zip/refs/pull/7/head'],
    ['https://codeload.github.com/quiet-harbor/shop/tar.gz/v1.0.0', 'https://codeload.github.com/quiet-harbor/shop/zip/v1.0.0'],
    ['https://gist.github.com/dana/0123456789abcdef0123456789abcdef', 'https://codeload.github.com/gist/0123456789abcdef0123456789abcdef/zip/HEAD'],
    ['https://gitlab.com/quiet/web/shop', 'https://gitlab.com/api/v4/projects/quiet%2Fweb%2Fshop/repository/archive.zip?sha=HEAD'],
    ['https://gitlab.com/quiet/shop/-/archive/main/shop-main.zip', 'https://gitlab.com/api/v4/projects/quiet%2Fshop/repository/archive.zip?sha=main'],
    ['https://bitbucket.org/quiet/shop/src/main/', 'https://bitbucket.org/quiet/shop/get/main.zip'],
    ['https://bitbucket.org/quiet/shop/get/HEAD.zip', 'https://bitbucket.org/quiet/shop/get/HEAD.zip'],
  ])('finds the archive of %s', (address, archive) => {
    expect(archives(address)[0]).toBe(archive);
  });

  it('tries longer names of a branch after the shortest', () => {
    expect(archives('https://github.com/quiet/shop/tree/feature/cart/src/app')).toEqual(['feature', 'feature/cart', 'feature/cart/src']
      .map((ref) => `https://codeload.github.com/quiet/shop/zip/${ref}`));
  });

  it.each([
    'https://github.com/quiet/shop;curl$IFS', 'https://gitlab.com/quiet/$(web)/shop', 'https://bitbucket.org/quiet/a&b',
    'https://github.com/quiet-harbor', 'https://github.com/login/oauth', 'https://github.com/quiet/shop/releases/download/v1/setup.zip', 'https://github.com.quiet.example/a/b',
    'https://gitlab.com/users/sign_in', 'https://quiet.example/a/b', 'ftp://github.com/a/b', 'javascript:alert(1)', 'https://github.com/a/..%2F..%2Fb', 'https://github.com/a/b%3Fc', '',
  ])('leaves %s alone', (address) => {
    expect(repositoryLink(address)).toBeUndefined();
  });

  it('has one place for all branches, folders and ways to write a repository', () => {
    const places = ['https://github.com/Quiet/Shop', 'http://www.github.com/quiet/shop.git', 'https://github.dev/quiet/shop', 'https://raw.githubusercontent.com/quiet/shop/main/a.js',
      'https://api.github.com/repos/quiet/shop/zipball', 'https://github.com/quiet/shop/blob/dev/a/b.ts'].map(placeAt);
    expect(new Set(places)).toEqual(new Set(['github.com/quiet/shop']));
  });

  it('keeps a gist apart from repositories, and groups apart from their projects', () => {
    expect(placeAt('https://gist.github.com/0123456789abcdef0123')).toBe('gist.github.com/0123456789abcdef0123');
    expect(placeAt('https://gitlab.com/quiet/web/shop')).not.toBe(placeAt('https://gitlab.com/quiet/web'));
  });

  it('asks no host but those three, whatever stands in an address', () => {
    const part = fc.oneof(fc.string(), fc.constantFrom('-', 'tree', 'get', 'archive', '..', '%2e%2e', '@quiet.example', '//quiet.example', '\\', '?x=', '#'));
    fc.assert(fc.property(fc.constantFrom('github.com', 'gitlab.com', 'bitbucket.org', 'gist.github.com', 'codeload.github.com'), fc.array(part, { maxLength: 6 }), (host, parts) => {
      const link = repositoryLink(`https://${host}/${parts.join('/')}`);
      for (const address of link ? archiveAddresses(link) : []) {
        const url = new URL(address);
        expect([...archiveHosts]).toContain(url.hostname);
        expect([url.protocol, url.username, url.port, url.hash]).toEqual(['https:', '', '', '']);
        expect(url.href).toBe(address);
      }
    }));
  });
});
