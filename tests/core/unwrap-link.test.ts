import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unwrapLink } from '../../utils/core/unwrap-link.ts';
import { processorTime } from '../processor-time.ts';

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
  ['SafeLinks of a government', 'https://gcc02.safelinks.protection.office365.us/?url=https%3A%2F%2Ftask.example%2F&data=x', 'https://task.example/'],
  ['SafeLinks with a capital parameter', 'HTTPS://EUR02.SafeLinks.Protection.Outlook.com/?URL=https%3A%2F%2Ftask.example%2FPath', 'https://task.example/Path'],
  ['SafeLinks copied out of a page\'s source', 'https://eur02.safelinks.protection.outlook.com/?data=1&amp;url=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['SafeLinks in Teams', 'https://statics.teams.cdn.office.net/evergreen-assets/safelinks/2/atp-safelinks.html?url=https%3A%2F%2Ftask.example%2F&locale=en', 'https://task.example/'],
  ['SafeLinks in Outlook', 'https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Ftask.example%2F&corid=1', 'https://task.example/'],
  ['Google AMP', 'https://www.google.com/amp/s/task.example/x%3Fa=1', 'https://task.example/x%3Fa=1'],
  ['Google AMP without encryption', 'https://www.google.de/amp/task.example/x', 'http://task.example/x'],
  ['an AMP cache', 'https://task-example.cdn.ampproject.org/c/s/task.example/x?y=1', 'https://task.example/x?y=1'],
  ['Google Translate', 'https://translate.google.com/translate?sl=auto&tl=de&u=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Google Translate\'s hosts', 'https://task--force-north-example.translate.goog/x?_x_tr_sl=en', 'https://task-force.north.example/x'],
  ['Google ads', 'https://adclick.g.doubleclick.net/pcs/click?xai=AK&sai=A&adurl=https://task.example/x', 'https://task.example/x'],
  ['LinkedIn\'s warning', 'https://www.linkedin.com/redir/suspicious-page?url=https%3A%2F%2Ftask%2eexample', 'https://task.example'],
  ['LinkedIn of a country', 'https://de.linkedin.com/redir/redirect/?URL=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Proofpoint 2 on its newer host', 'https://urldefense.com/v2/url?u=http-3A__task.example_&d=D', 'http://task.example/'],
  ['Proofpoint 3 of a government', 'https://urldefense.us/v3/__https://task.example/__;!!T!s$', 'https://task.example/'],
  ['Proofpoint 3 after a slash was lost', 'https://urldefense.com/v3/__https:/task.example/x__;!!T!s$', 'https://task.example/x'],
  ['Proofpoint\'s isolation', 'https://urlisolation.com/browser?clickId=1&url=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Sophos', `https://eu-west-1.protection.sophos.com/?d=task.example&u=${btoa('https://task.example/x?y=1')}&i=N&t=T`, 'https://task.example/x?y=1'],
  ['Sophos without padding', `https://us-west-2.protection.sophos.com?d=task.example&u=${btoa('https://task.example/run').replace(/=+$/, '')}`, 'https://task.example/run'],
  ['Sophos with a bare plus', `https://us-west-2.protection.sophos.com/?u=${btoa('https://task.example/?a=~~~>>>')}`, 'https://task.example/?a=~~~>>>'],
  ['Trend Micro', 'https://imsva91-ctp.trendmicro.com:443/wis/clicktime/v1/query?url=https%3a%2f%2ftask.example%2fx&umid=1&auth=2', 'https://task.example/x'],
  ['Trend Micro\'s newer check', 'https://eu.check.trendmicro.com/?url=https%3A%2F%2Ftask.example%2F&x=1', 'https://task.example/'],
  ['Symantec', 'https://clicktime.symantec.com/15tStdWW?h=zRUj&u=https%3A%2F%2Ftask.example%2Fx', 'https://task.example/x'],
  ['Symantec, in the clear', 'https://clicktime.symantec.com/3Mns?u=https://task.example/index.php?route%3Dlogin', 'https://task.example/index.php?route=login'],
  ['FireEye', 'https://protect2.fireeye.com/v1/url?k=84f6-e57d&q=1&e=6739&u=https%3A%2F%2Ftask.example%2Fx', 'https://task.example/x'],
  ['FireEye before versions', 'https://protect2.fireeye.com/url?k=1ffa&u=https://task.example/x', 'https://task.example/x'],
  ['Check Point', 'https://url.avanan.click/v2/___https://task.example/x?y=1___.YXAzOm5vcnRo', 'https://task.example/x?y=1'],
  ['Check Point after a slash was lost', 'https://protect.checkpoint.com/v2/r01/___https:/task.example/x___.YXAz', 'https://task.example/x'],
  ['EdgePilot', 'https://link.edgepilot.com/s/4239f747/ca21cbCp?u=https://task.example/x', 'https://task.example/x'],
  ['Libraesva', 'https://urlsand.esvalabs.com/?u=https%3A%2F%2Ftask.example%2F&e=1&h=2', 'https://task.example/'],
  ['Trustwave', 'https://scanmail.trustwave.com/?c=1&d=2&s=5&u=https%3a%2f%2ftask%2eexample%2f', 'https://task.example/'],
  ['Menlo', 'https://safe.menlosecurity.com/https://task.example/x', 'https://task.example/x'],
  ['Facebook\'s warning', 'https://www.facebook.com/flx/warn/?u=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Messenger', 'https://l.messenger.com/l.php?u=https%3A%2F%2Ftask.example%2F&h=AT', 'https://task.example/'],
  ['WhatsApp', 'https://l.wl.co/l?u=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['YouTube', 'https://www.youtube.com/redirect?event=comments&redir_token=Q&q=https%3A%2F%2Ftask.example%2F&v=x', 'https://task.example/'],
  ['Reddit', 'https://out.reddit.com/t3_x?url=https%3A%2F%2Ftask.example%2F&token=1', 'https://task.example/'],
  ['Reddit mail', 'https://click.redditmail.com/CL0/https:%2F%2Ftask.example%2Fx/1/0100', 'https://task.example/x'],
  ['Steam', 'https://steamcommunity.com/linkfilter/?u=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Steam before', 'https://steamcommunity.com/linkfilter/?url=https://task.example/', 'https://task.example/'],
  ['DuckDuckGo', 'https://duckduckgo.com/l/?uddg=https%3A%2F%2Ftask.example%2F&rut=1', 'https://task.example/'],
  ['Bing', `https://www.bing.com/ck/a?!&&p=ab&u=a1${btoa('https://task.example/').replace(/=+$/, '')}&ntb=1`, 'https://task.example/'],
  ['Yahoo', 'https://r.search.yahoo.com/_ylt=A/RV=2/RE=1/RO=10/RU=https%3a%2f%2ftask.example%2fx/RK=2/RS=s', 'https://task.example/x'],
  ['Yandex mail', `https://mail.yandex.ru/re.jsx?uid=1&h=a,c&l=${btoa('https://task.example/')}`, 'https://task.example/'],
  ['Yandex', 'https://sba.yandex.ru/redirect?url=https%3A%2F%2Ftask.example%2F&client=x', 'https://task.example/'],
  ['Mail.ru', 'https://checklink.mail.ru/proxy?es=1&url=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['VK', 'https://vk.com/away.php?to=https%3A%2F%2Ftask.example%2F&cc_key=', 'https://task.example/'],
  ['QQ', 'https://c.pc.qq.com/middlem.html?pfurl=https%3A%2F%2Ftask.example%2F', 'https://task.example/'],
  ['Amazon mail', 'https://abcd.r.eu-west-1.awstrack.me/L0/https:%2F%2Ftask.example%2Fx/1/0102', 'https://task.example/x'],
  ['three wrappers', `https://www.linkedin.com/safety/go?url=${encodeURIComponent(`https://l.facebook.com/l.php?u=${encodeURIComponent('https://secure-web.cisco.com/1T/https%3A%2F%2Ftask.example%2F')}`)}`, 'https://task.example/'],
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
    'https://lnkd.in/gAbCdEfG', 'https://url.us.m.mimecastprotect.com/s/AbCd', 'https://protect-eu.mimecast.com/r/AbCd', 'https://www.bing.com/ck/a?!&&p=ab&u=a1%',
    'https://www.linkedin.com/slink?code=dAbC', 'https://url.emailprotection.link/?bAbC~', 'https://us-east-2.protection.sophos.com/?d=task.example',
    'https://u123.ct.sendgrid.net/ls/click?upn=u001.AbC', 'https://north.us1.list-manage.com/track/click?u=1&id=2', 'https://www.google.com/url?q=interview',
    'https://url.avanan.click/v2/r02/___mjjux://yfxp.jcfruqj___.YXAz', 'https://clicktime.symantec.com/15tStdWW', 'https://www.baidu.com/link?url=AbC_d',
    'https://yandex.ru/clck/jsredir?from=yandex.ru&text=&etext=1', 'https://eur02.safelinks.protection.outlook.com/?url=&data=05',
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
    const start = processorTime();
    unwrapLink(address);
    expect(processorTime() - start).toBeLessThan(300);
  });

  it.each([
    'https://slack-redir.net.evil.example/link?url=https%3A%2F%2Fgood.example', 'https://evil.example/l.php?u=https%3A%2F%2Fgood.example',
    'https://task.example/redirect?url=https%3A%2F%2Fgood.example', 'https://www.youtube.com/watch?v=1&q=https%3A%2F%2Fgood.example',
    'https://www.linkedin.com/jobs/view/1?url=https%3A%2F%2Fgood.example', 'https://www.bing.com/search?q=task', 'https://t.me/north_group',
    'https://github.com/amp/s/task.example', 'https://url1.evil.example/ls/click?upn=u001.AbC', 'https://evilmimecast.com/s/AbC', 'mailto:dana@lnkd.in', 'javascript:"https://lnkd.in/x"',
  ])('leaves %s as it is, which no wrapper writes', (address) => {
    expect(unwrapLink(address)).toEqual({ url: address, wrappers: [], opaque: false });
  });

  it('calls one wrapper too many hidden', () => {
    let address = 'https://task.example/';
    for (let i = 0; i < 6; i++) address = `https://www.google.com/url?q=${encodeURIComponent(address)}`;
    expect(unwrapLink(address)).toMatchObject({ opaque: true });
  });

  it('shows what runs in the browser from behind a wrapper', () => {
    expect(unwrapLink('https://www.google.com/url?q=javascript%3Aalert(1)').url).toBe('javascript:alert(1)');
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
