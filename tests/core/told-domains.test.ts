import { describe, expect, it } from 'vitest';
import { toldDomains } from '../../utils/core/told-domains.ts';

const linked = (...urls: string[]) => toldDomains({ surface: 'gmail', links: urls.map((url) => ({ url })) }).linkDomains;

describe('told-domains', () => {
  it('tells what can be bought and nothing below or behind it', () => {
    expect(linked('https://jobs.team.birch-line.com/u/dana.brook?mail=dana@x.com#me', 'https://birch-test.vercel.app/secret')).toEqual(['birch-line.com', 'birch-test.vercel.app']);
    expect(toldDomains({ surface: 'gmail', sender: { email: 'dana.brook@mail.birch-line.com' } }).senderDomain).toBe('birch-line.com');
  });

  it('tells where a wrapped link leads', () => {
    expect(linked('https://www.google.com/url?q=https://app.birch-line.com/a')).toEqual(['birch-line.com']);
  });

  it('tells no numbers, no names inside a network and nothing that is no address', () => {
    expect(linked('http://10.0.0.1/x', 'http://[::1]/', 'http://intranet/', 'http://wiki.corp.internal/', 'mailto:dana@birch-line.com', 'javascript:alert(1)', 'not a link')).toEqual([]);
    expect(toldDomains({ surface: 'gmail' })).toEqual({ senderDomain: undefined, linkDomains: [] });
  });
});
