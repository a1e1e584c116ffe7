import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Facts } from '../../utils/core/facts.ts';
import { typedSite } from '../../utils/core/typed-site.ts';

const nobody: Facts = { surface: 'gmail' };
const at = (text: string, facts = nobody) => typedSite(text, facts);

describe('typedSite', () => {
  it('takes a bare name, and an address with its path', () => {
    expect(at(' Halden-Works.com ')).toEqual({ address: 'https://halden-works.com/', domain: 'halden-works.com', isTheirs: false });
    expect(at('https://jobs.halden-works.co.uk/careers?from=mail#top')).toEqual({ address: 'https://jobs.halden-works.co.uk/careers', domain: 'halden-works.co.uk', isTheirs: false });
  });

  it.each(['http://halden-works.com/', 'ftp://halden-works.com', 'https://halden-works.com:8443/'])('opens nothing but https: %s', (text) => {
    expect(at(text)).toBe('not https');
  });

  it.each([
    'halden works', 'halden', 'localhost', 'com', 'co.uk', '127.0.0.1', 'https://[::1]/', 'https://careers@halden-works.com/', 'https://a:b@halden-works.com/',
    'javascript://halden-works.com/%0aalert(1)', 'data:text/html,hello', '//', '', 'setup.deploy',
  ])('takes no address for one that is none: %s', (text) => {
    expect(typeof at(text)).toBe('string');
  });

  it('writes a name of another alphabet as it is asked for', () => {
    expect(at('https://аpple.com/')).toMatchObject({ domain: 'xn--pple-43d.com' });
  });

  it('says when they write from there or link there, behind a wrapper too', () => {
    const facts: Facts = {
      surface: 'gmail', sender: { email: 'dana@mail.halden-works.com' }, links: [{ url: 'https://www.google.com/url?q=https%3A%2F%2Fapply.larkspur-tasks.net%2Fx&sa=D' }],
    };
    expect(at('halden-works.com', facts)).toMatchObject({ isTheirs: true });
    expect(at('larkspur-tasks.net/jobs', facts)).toMatchObject({ isTheirs: true });
    expect(at('quillpost.org', facts)).toMatchObject({ isTheirs: false });
  });

  it('only ever leads to https and to a name under which somebody can register', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.webUrl({ validSchemes: ['http', 'https', 'ftp'] }), fc.domain()), (text) => {
      const site = at(text);
      if (typeof site === 'string') return;
      const url = new URL(site.address);
      expect(url.protocol).toBe('https:');
      expect(url.hostname === site.domain || url.hostname.endsWith(`.${site.domain}`)).toBe(true);
      expect(url.username + url.password + url.search + url.hash + url.port).toBe('');
    }), { numRuns: 40 });
  });
});
