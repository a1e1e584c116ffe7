import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lookAlike } from '../../utils/core/look-alike.ts';
import { readableList } from '../../utils/core/named-list.ts';
import { processorTime } from '../processor-time.ts';

const brands = readableList(['zoom.us', 'zoom.com', 'hackerrank.com', 'calendly.com', 'willo.video', 'coinbase.com', 'mettl.com', 'okta.com', 'google.com'], 'host', false);
const host = (name: string) => new URL(`https://${name}`).hostname;

describe('lookAlike', () => {
  it.each([
    ['same name elsewhere', 'zoom.us', ['zoom.live', 'app.zoom.live']], ['same name elsewhere', 'willo.video', ['willo.online']],
    ['same name elsewhere', 'hackerrank.com', ['hacker-rank.net', 'jobs.hackerrank.top']],
    ['letters disguised', 'coinbase.com', ['сoinbase.com', 'c0inbase.com', 'coinbаse-hiring.com']],
    ['letters disguised', 'zoom.us', ['z00m.us', 'zооm.us', 'zσσm.com', 'z๐๐m.us']], ['letters disguised', 'willo.video', ['wіllo.com', 'wi11o.net', 'w1llo.com', 'w1llo-talent.com']],
    ['letters disguised', 'google.com', ['ɢoogle.net', 'goog1e.net']], ['letters disguised', 'mettl.com', ['rnettl.com', 'mett1.com']],
    ['name inside', 'zoom.us', ['us04-zoom.com', 'zoom-call.net', 'zoommeeting.org', 'joinzoomvideo.com', 'zoom365.com']],
    ['name inside', 'willo.video', ['willoassess.com', 'app.willocandidates.com', 'willo-talent.net', 'willovideointerview.com']],
    ['name inside', 'hackerrank.com', ['hackerrankforwork.xyz', 'tryhackerrank.com']], ['name inside', 'okta.com', ['okta-login.net', 'oktasupport.com']],
    ['name in front', 'calendly.com', ['calendly.agency-north.com', 'my.calendly-north.meadow.net']], ['name in front', 'zoom.us', ['zoom.meadow.net', 'us04.zoom.meadow.net']],
    ['letters changed', 'hackerrank.com', ['hackerrnak.com', 'hakcerrank.com', 'hackerank.com', 'hackerranc-test.com']],
    ['letters changed', 'calendly.com', ['calendyl.com', 'calendlly.net', 'calenly.com']],
    ['letters changed', 'willo.video', ['wilo-talent.com', 'wiilotalent.com', 'wilio-talent.net', 'wlilo-interview.com']],
  ] as const)('calls it "%s" of %s: %j', (how, of, names) => {
    for (const name of names) expect([name, lookAlike(host(name), brands)]).toEqual([name, { of, how }]);
  });

  it.each([
    'zoom.us', 'us02web.zoom.us', 'zoom.com', 'zoomania.com', 'bloom.us', 'example.com', '10.0.0.1', '', 'willow.com', 'willows.net', 'mettle.com', 'metal.com',
    'room.us', 'octa.com', 'okra-jobs.com', 'legalzoom.com', 'zoominfo.com', 'coinbureau.com', 'goggles.com', 'willowtalent-group.com', 'hacker.rank.com', 'calendar.com',
  ])('lets %s be itself', (name) => {
    expect(lookAlike(name, brands)).toBeUndefined();
  });

  it('names the strongest of several resemblances', () => {
    expect(lookAlike('zoom.hackerrank.net', brands)).toEqual({ of: 'hackerrank.com', how: 'same name elsewhere' });
  });

  it.each(['xn--', 'xn--a', 'xn--zzzzzz-.com', 'a..b', '-.-', '\ud800.com', 'מבחן.zoom.com.example', `${'a-'.repeat(30_000)}.com`, `${'zoom.'.repeat(12_000)}com`])(
    'answers for %.40s, and at once', (name) => {
      const start = processorTime();
      expect(() => lookAlike(name, brands)).not.toThrow();
      expect(processorTime() - start).toBeLessThan(100);
    });

  it('never throws', () => {
    fc.assert(fc.property(fc.oneof(fc.domain(), fc.string({ unit: 'binary' })), (name) => {
      lookAlike(name, brands);
    }));
  });

  it('never accuses a member, whatever stands in front of it', () => {
    fc.assert(fc.property(fc.domain(), fc.constantFrom('zoom.us', 'coinbase.com'), (name, member) => {
      expect(lookAlike(`${name}.${member}`, brands)).toBeUndefined();
    }));
  });
});
