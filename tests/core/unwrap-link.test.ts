import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapLink } from '../../utils/core/unwrap-link.ts';

/** Made by hand after the services' published formats. */
const vectors: readonly (readonly [service: string, wrapped: string, target: string])[] = [
  ['SafeLinks', 'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Ftask.example%2Fa%3Fb%3D1%26c%3D2&data=05%7C02&reserved=0', 'https://task.example/a?b=1&c=2'],
  ['Google q', 'https://www.google.com/url?q=https://task.example/x%3Fa%3D1&source=gmail&ust=1', 'https://task.example/x?a=1'],
  ['Google url', 'https://www.google.com/url?hl=de&url=http%3A%2F%2Ftask.example%2F', 'http://task.example/'],
  ['LinkedIn safety', 'https://www.linkedin.com/safety/go?url=https%3A%2F%2Ftask%2Eexample%2Fp&urlhash=AbCd', 'https://task.example/p'],
  ['LinkedIn safety with slash', 'https://www.linkedin.com/safety/go/?url=https%3A%2F%2Ftask%2Eexample%2F', 'https://task.example/'],
  ['LinkedIn redirect', 'https://www.linkedin.com/redir/redirect?url=http%3A%2F%2Ftask.example&urlhash=x', 'http://task.example'],
  ['Proofpoint 1', 'https://urldefense.proofpoint.com/v1/url?u=http://task.example/a&k=x%0A&r=y', 'http://task.example/a'],
  ['Proofpoint 2', 'https://urldefense.proofpoint.com/v2/url?u=https-3A__task.example_a_b-3Fq-3D1&d=DwMFaQ&c=x', 'https://task.example/a/b?q=1'],
  ['Proofpoint 3', 'https://urldefense.com/v3/__https://task.example/run*2Fnow__;JQ!!TENANT!sig$', 'https://task.example/run%2Fnow'],
  ['Proofpoint 3, a run of two bytes', 'https://urldefense.com/v3/__https://task.example/**A__;JSs!!T!sig$', 'https://task.example/%+'],
  ['Google of a country', 'https://www.google.co.uk/url?q=https%3A%2F%2Ftask.example%2Fx', 'https://task.example/x'],
  ['Google with both parameters alike', 'https://www.google.de/url?q=https%3A%2F%2Ftask.example%2F&url=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Facebook', 'https://l.facebook.com/l.php?u=https%3A%2F%2Ftask.example%2Fx%3Ffbclid%3D1&h=AT0', 'https://task.example/x?fbclid=1'],
  ['Instagram', 'https://l.instagram.com/?u=https%3A%2F%2Ftask.example%2F&e=AT1', 'https://task.example/'],
  ['Slack', 'https://slack-redir.net/link?url=https%3A%2F%2Ftask.example%2Fx&v=3', 'https://task.example/x'],
  ['GMX', 'https://deref-gmx.net/mail/client/AbC-1/dereferrer/?redirectUrl=https%3A%2F%2Ftask.example%2Fx', 'https://task.example/x'],
  ['mail.com', 'https://deref-mail.com/mail/client/AbC-1/dereferrer/?redirectUrl=https%3A%2F%2Ftask.example%2Fx', 'https://task.example/x'],
  ['Barracuda', 'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2ftask.example%2fx&c=E,1', 'https://task.example/x'],
  ['Cisco', 'https://secure-web.cisco.com/1Token/https%3A%2F%2Ftask.example%2Fx%3Fy%3D1', 'https://task.example/x?y=1'],
  ['two wrappers', 'https://nam11.safelinks.protection.outlook.com/?url=https%3A%2F%2Furldefense.com%2Fv3%2F__https%3A%2F%2Ftask.example%2Fx__%3B!!T!s%24', 'https://task.example/x'],
];

describe('unwrapLink', () => {
  it.each(vectors)('opens %s', (_, wrapped, target) => {
    expect(unwrapLink(wrapped)).toMatchObject({ url: target, opaque: false });
  });

  it('matches the end of the host name, never a piece of it', () => {
    const imitation = 'https://safelinks.protection.outlook.com.evil.example/?url=https%3A%2F%2Fgood.example';
    expect(unwrapLink(imitation)).toEqual({ url: imitation, wrappers: [], opaque: false });
  });

  it('leaves a search alone', () => {
    const search = 'https://www.google.com/search?q=https://task.example';
    expect(unwrapLink(search).url).toBe(search);
  });

  it.each([
    'https://lnkd.in/gAbCdEfG', 'https://url.us.m.mimecastprotect.com/s/AbCd', 'https://www.bing.com/ck/a?!&&p=ab&u=a1aHR0cHM6Ly90YXNrLmV4YW1wbGU',
  ])('calls %s hidden', (address) => {
    expect(unwrapLink(address)).toMatchObject({ url: address, opaque: true });
  });

  it('believes no domain that a Mimecast link names, which anybody may write', () => {
    const wrapped = 'https://protect-us.mimecast.com/s/AbCd?domain=task.example';
    expect(unwrapLink(wrapped)).toEqual({ url: wrapped, wrappers: ['Mimecast'], opaque: true });
  });

  it.each([
    'https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fgood.example&url=https%3A%2F%2Fevil.example',
    'https://www.google.com/url?q=https%3A%2F%2Fgood.example&url=https%3A%2F%2Fevil.example',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__good.example&u=https-3A__evil.example&d=x',
  ])('calls %s hidden, because it names two places', (address) => {
    expect(unwrapLink(address)).toMatchObject({ url: address, opaque: true });
  });

  it.each(['https://www.google.com.evil.example/url?q=https%3A%2F%2Fgood.example', 'https://www.google.evil.example/url?q=https%3A%2F%2Fgood.example'])(
    'takes %s for no Google', (address) => expect(unwrapLink(address).url).toBe(address));

  it.each([
    ['Proofpoint 1', `https://urldefense.proofpoint.com/v1/url?${'&u='.repeat(7_000)}`],
    ['Proofpoint 3', `https://urldefense.com/v3/__${'/v3/__a'.repeat(3_000)}`],
  ])('gives up on a hostile %s address at once', (_, address) => {
    const start = performance.now();
    unwrapLink(address);
    expect(performance.now() - start).toBeLessThan(300);
  });

  it('keeps an address whose escapes are broken', () => {
    const broken = 'https://secure-web.cisco.com/1Token/https%3A%2F%2Ftask%E0%A4%A';
    expect(unwrapLink(broken)).toMatchObject({ url: broken, opaque: true });
  });

  it('never throws and stops at a fixed depth', () => {
    fc.assert(fc.property(fc.oneof(fc.webUrl(), fc.string()), fc.nat(12), (inner, depth) => {
      let address = inner;
      for (let i = 0; i < depth; i++) address = `https://www.google.com/url?q=${encodeURIComponent(address)}`;
      expect(unwrapLink(address).wrappers.length).toBeLessThanOrEqual(5);
    }));
  });
});
