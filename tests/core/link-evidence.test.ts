import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkEvidence, linksEvidence } from '../../utils/core/link-evidence.ts';
import { lookAlike } from '../../utils/core/look-alike.ts';
import { readableList } from '../../utils/core/named-list.ts';
import { indexSites } from '../../utils/core/site.ts';
import { processorTime } from '../processor-time.ts';

const sites = indexSites([{ at: 'vercel.app', kind: 'hosting' }]);
const vendors = readableList(['zoom.us', 'hackerrank.com', 'coinbase.com'], 'host', false);
const link = (url: string, text?: string, target?: string) => linkEvidence({ url, text, target }, sites)!;
const read = (url: string, text?: string) => {
  const evidence = linkEvidence({ url, text }, sites);
  return evidence?.host === undefined ? evidence : { ...evidence, like: lookAlike(evidence.host, vendors) };
};

/** The best of three, so that another program on the machine does not fail the test. */
function milliseconds(work: () => unknown): number {
  const times = [0, 1, 2].map(() => {
    const start = processorTime();
    work();
    return processorTime() - start;
  });
  return Math.min(...times);
}

describe('linkEvidence', () => {
  it('takes a page\'s word for the target where the wrapper says nothing, and unwraps it too', () => {
    expect(link('https://eur02.safelinks.protection.outlook.com/?data=05', undefined, 'https://task.example/x')).toMatchObject({ host: 'task.example', hidden: false });
    expect(link('https://protect-eu.mimecast.com/s/AbC', undefined, 'https://www.google.com/url?q=https%3A%2F%2Ftask.example%2F')).toMatchObject({ host: 'task.example', hidden: false });
    expect(link('https://protect-eu.mimecast.com/s/AbC', undefined, 'https://lnkd.in/x')).toMatchObject({ host: 'lnkd.in', hidden: true });
  });

  it('believes the wrapper before the page', () => {
    expect(link('https://www.google.com/url?q=https%3A%2F%2Fevil.example%2F', undefined, 'https://zoom.us/').host).toBe('evil.example');
  });

  it.each([
    ['https://zoom.us@evil.example/j/1', 'zoom.us'], ['https://www.north.example%2Fcareers@evil.example/', 'www.north.example'],
    ['https://GitHub.com:x@evil.example/', 'github.com'], ['https://zoom.us%5Cj@evil.example', 'zoom.us'],
  ])('sees the false host in %s', (url, userHost) => {
    expect(link(url)).toMatchObject({ userHost, hasUser: true, host: 'evil.example' });
  });

  it.each(['https://dana@bitbucket.org/a/b.git', 'https://dana.wolf@git.north.example/a', 'https://north.example/@dana', 'https://birch:review@staging.north.example/'])(
    'sees no false host in %s', (url) => expect(link(url).userHost).toBeUndefined());

  it.each([
    ['http://3232235777/', '192.168.1.1'], ['http://0x7f.1/', '127.0.0.1'], ['http://0300.0250.0.1/', '192.168.0.1'], ['http://203.0.113.9:8080/x', '203.0.113.9'],
    ['http://①②③.①.②.③/', '123.1.2.3'], ['http://203.0.113.9./', '203.0.113.9'],
  ])('reads the number in %s', (url, host) => {
    expect(link(url)).toMatchObject({ isIp: true, host });
  });

  it('reads a long number as one', () => {
    expect(link('http://[2001:db8::1]:8080/x')).toMatchObject({ isIp: true, port: 8080 });
    expect(link('http://[::ffff:203.0.113.9]/').isIp).toBe(true);
  });

  it.each([
    ['javascript', 'java\tscript:alert(1)'], ['javascript', '\u0001javascript:alert(1)'], ['javascript', 'javascript:1/alert(1)'], ['data', 'DATA:text/html,x'],
    ['blob', 'blob:https://task.example/1'], ['file', 'file:///C:/x.exe'], ['applescript', 'applescript://com.apple.scripteditor?action=new'],
  ])('reads the scheme %s out of %j', (scheme, url) => {
    expect(link(url)).toMatchObject({ scheme });
  });

  it('still reads a host with an umlaut after thousands of plain ones', () => {
    const read = Array.from({ length: 20_000 }, (_, i) => link(i % 100 === 0 ? 'https://bücher.example/' : 'https://task.example/').host);
    expect(new Set(read)).toEqual(new Set(['xn--bcher-kva.example', 'task.example']));
  });

  it.each([['localhost:3000/x', 'localhost'], ['task.example:8080?x=1', 'task.example'], ['https:\\\\task.example\\x', 'task.example'], ['https:task.example', 'task.example']])(
    'reads the host in %s', (url, host) => expect(link(url).host).toBe(host));

  it.each([
    ['https://a.example/JD.pdf.exe', 'program', true], ['https://a.example/JD%20.pdf%20%20%20.scr?dl=1', 'program', true], ['https://a.example/fix.applescript', 'program', false],
    ['https://a.example/exercise.tar.gz', 'archive', false], ['https://a.example/app.min.js', 'site', false], ['https://a.example/offer.iso', 'program', false],
  ])('knows what %s is', (url, kind, isDisguised) => {
    expect(link(url)).toMatchObject({ kind, isDisguised });
  });

  it('lets no padding hide what a file is', () => {
    expect(link(`https://a.example/${'x'.repeat(64_000)}.exe`)).toMatchObject({ kind: 'program', extension: 'exe' });
    expect(link(`https://a.example/setup.exe?${'x'.repeat(64_000)}`)).toMatchObject({ kind: 'program' });
  });

  it('judges shared hosting by the whole host', () => {
    expect(link('https://north-task.vercel.app/x')).toMatchObject({ domain: 'north-task.vercel.app', isShared: true, kind: 'hosting' });
  });

  it.each(['https://xn--/', 'https://xn--a.example/', 'https://a\u202eb%zz/', 'https://\ud800.example/', 'http://[::1', 'https://a b.example/', 'http://999.1.1.1/'])(
    'says of %j that its host is unknown', (url) => {
      const evidence = link(url);
      expect([evidence.url, evidence.host, evidence.kind]).toEqual([url.trim(), undefined, undefined]);
    });

  const hostile = [
    `https://a.example/${'%'.repeat(64_000)}`, `https://a.example/${'%E0%A4%A'.repeat(8_000)}`, `https://${'a.'.repeat(32_000)}example/`, `https://${'a-'.repeat(32_000)}.example/`,
    `https://${'a@'.repeat(32_000)}b.example/`, `https://www.google.com/url?${'q=x&'.repeat(16_000)}`, `https://www.google.com/url?q=${'https%3A%2F%2F'.repeat(4_000)}`,
    `https://secure-web.cisco.com/1/${'%25'.repeat(20_000)}`, `https://urldefense.com/v3/__${'*'.repeat(64_000)}__;JQ!!x`, `https://url.avanan.click/v2/${'___https://'.repeat(6_000)}`, `https://eu.protection.sophos.com/?u=${'= '.repeat(30_000)}x`,
    `javascript:${'a'.repeat(64_000)}`, `data:text/html,${'\ud83d'.repeat(60_000)}`, '\u202e'.repeat(64_000), `https://${'пример'.repeat(10_000)}.рф/`, ' '.repeat(64_000), `https://${'\u0300'.repeat(60_000)}.example`,
    `${'\0'.repeat(64_000)}x`, `https://a.example/${'.'.repeat(64_000)}`, `https://a.example/${'/'.repeat(64_000)}`, `${'x:'.repeat(32_000)}`, `https://a.example/x.${'pdf .'.repeat(12_000)}exe`,
  ];
  it.each(hostile.map((url) => [url.slice(0, 50), url]))('answers within 5 ms for %j and so on to 64 kB', (_, url) => {
    expect(milliseconds(() => read(url, url))).toBeLessThan(5);
  });

  it('never throws, whatever stands in the address and the text', () => {
    const scripts = fc.string({ unit: fc.constantFrom('a', 'z', 'о', 'ο', '０', 'ש', '\u202e', '\u200f', '%', '%2e', '\ud83d', '.', '-', 'xn--', '@', ':', '/', '?', '#', '\\', '\0', '中', '\u0301') });
    const address = fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' }), scripts, scripts.map((name) => `https://${name}`), scripts.map((name) => `https://${name}.example/${name}`));
    const wrapper = fc.constantFrom('https://www.google.com/url?q=', 'https://urldefense.com/v3/__', 'https://secure-web.cisco.com/1/', 'https://eu.protection.sophos.com/?u=', 'https://x.translate.goog/');
    fc.assert(fc.property(wrapper, address, fc.boolean(), scripts, (outer, inner, isWrapped, text) => {
      const evidence = read(isWrapped ? outer + inner : inner, text);
      expect(['boolean', 'undefined']).toContain(typeof evidence?.hidden);
    }), { numRuns: 2_000 });
  });
});

describe('linksEvidence', () => {
  it('reads a text full of half addresses within a fraction of a second', () => {
    const text = 'https://\u202e.example/ www. xn--.com/x a.b.c/%zz '.repeat(400);
    expect(milliseconds(() => linksEvidence(undefined, text, sites))).toBeLessThan(200);
  });
});
