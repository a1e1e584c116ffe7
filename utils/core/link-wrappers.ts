import { readBase64Url } from './base64url.ts';
import { decodeProofpoint1, decodeProofpoint2, decodeProofpoint3 } from './proofpoint.ts';
import { unescapePercent } from './unescape-percent.ts';

/**
 * Services that put an address of their own around a link: mail gateways, sites that count who leaves, caches and click counters.
 * `host` is the end of a host name; or the whole name as a pattern, for one that exists under many suffixes. Formats: the vendors'
 * published decoders (Proofpoint) and real wrapped links in public repositories, looked up in November 2026.
 */
export interface Wrapper { readonly name: string; readonly host: string | RegExp; readonly path?: RegExp; readonly decode: Decode }
export type Decode = (url: URL) => string | undefined;

/**
 * Value of the parameters that may carry the address, however they are spelled: some services ignore case, and `&amp;` of a page's
 * source survives in copied links. Two that differ hide the address: which one the service takes is not known.
 */
const parameter = (...names: string[]): Decode => {
  const spelled = new RegExp(`^(?:amp;)?(?:${names.join('|')})$`, 'i');
  return (url) => {
    let found: string | undefined;
    for (const [name, value] of url.searchParams) {
      if (!value || !spelled.test(name)) continue;
      if (found !== undefined && found !== value) return undefined;
      found = value;
    }
    return found;
  };
};
/** The same in base64, which `skip` characters may precede. A bare `+` has become a space in the query. */
const encodedParameter = (name: string, skip = 0): Decode => (url) => {
  const value = parameter(name)(url)?.slice(skip).split('=')[0]!.replace(/[+ ]/g, '-').replaceAll('/', '_');
  const bytes = value ? readBase64Url(value) : undefined;
  return bytes && new TextDecoder().decode(bytes);
};
/** The rest of the path, behind as many parts as given. */
const pathAfter = (parts: number): Decode => (url) => unescapePercent(url.pathname.split('/').slice(parts + 1).join('/'));
const pathPart = (part: number): Decode => (url) => unescapePercent(url.pathname.split('/')[part + 1] ?? '');
const hidden: Decode = () => undefined;

/** Between runs of three underscores, where a slash may have got lost. Newer versions also scramble it: that stays hidden. */
const betweenUnderscores: Decode = ({ href }) => {
  const inner = /\/v\d\/(?:r\d\d\/)?___https?:\/\/?(.+?)___/.exec(href);
  return inner?.[1] && `${inner[0].includes('___https:') ? 'https' : 'http'}://${inner[1]}`;
};
/** `/amp/s/` stands for https and `/amp/` for http; caches write `/c/` for a page. */
const amp: Decode = ({ pathname, search }) => {
  const [, secure, rest] = /^\/(?:amp|[acivw])\/(s\/)?(.+)$/.exec(pathname) ?? [];
  return rest && `http${secure ? 's' : ''}://${rest}${search}`;
};
/** `task--force-example.translate.goog` is `task-force.example`. */
const translated: Decode = ({ hostname, pathname }) =>
  `https://${hostname.slice(0, -'.translate.goog'.length).replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-')}${pathname}`;

export const wrappers: readonly Wrapper[] = [
  { name: 'SafeLinks', host: 'safelinks.protection.outlook.com', decode: parameter('url') },
  { name: 'SafeLinks', host: 'safelinks.protection.office365.us', decode: parameter('url') },
  { name: 'SafeLinks', host: /^(?:statics\.teams\.cdn\.office\.net|teams\.public\.onecdn\.static\.microsoft)$/,
    path: /\/safelinks\//, decode: parameter('url') },
  { name: 'SafeLinks', host: /^outlook\.(?:office(?:365)?\.com|live\.com|cloud\.microsoft)$/,
    path: /\/safelink\.html$/, decode: parameter('url') },
  { name: 'Microsoft', host: 'safelink.emails.azure.net', decode: parameter('destination') },
  // A suffix of one or two labels: google.de, google.co.uk, google.com.br.
  { name: 'Google', host: /^(?:www\.|images\.|maps\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/,
    path: /^\/url$/, decode: parameter('q', 'url') },
  { name: 'Google AMP', host: /^(?:www\.)?google\.(?:[a-z]{2,3}|com?\.[a-z]{2})$/,
    path: /^\/amp\/./, decode: amp },
  { name: 'Google AMP', host: 'cdn.ampproject.org', path: /^\/[acivw]\//, decode: amp },
  { name: 'Google Translate', host: 'translate.google.com', decode: parameter('u') },
  { name: 'Google Translate', host: 'translate.goog', decode: translated },
  { name: 'Google ads', host: /(?:^|\.)(?:doubleclick\.net|googleadservices\.com)$/,
    decode: parameter('adurl') },
  { name: 'LinkedIn', host: 'linkedin.com',
    path: /^\/(?:safety\/go|redir\/[a-z-]+|jobs\/view\/externalApply\/\d+)\/?$/, decode: parameter('url') },
  { name: 'LinkedIn smart link', host: 'linkedin.com', path: /^\/(?:slink|smart-links)\b/, decode: hidden },
  { name: 'LinkedIn short link', host: 'lnkd.in', decode: hidden },
  { name: 'Proofpoint', host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v1\/url$/, decode: decodeProofpoint1 },
  { name: 'Proofpoint', host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v2\/url$/, decode: decodeProofpoint2 },
  { name: 'Proofpoint', host: /^urldefense(?:\.proofpoint)?\.(?:com|us)$/,
    path: /^\/v3\/__/, decode: decodeProofpoint3 },
  { name: 'Proofpoint', host: 'urlisolation.com', path: /^\/browser/, decode: parameter('url') },
  { name: 'Proofpoint Essentials', host: 'url.emailprotection.link', decode: hidden },
  { name: 'Barracuda', host: 'linkprotect.cudasvc.com', path: /^\/url$/, decode: parameter('a') },
  { name: 'Cisco', host: 'secure-web.cisco.com', decode: pathAfter(1) },
  { name: 'Sophos', host: 'protection.sophos.com', decode: encodedParameter('u') },
  { name: 'Trend Micro', host: 'trendmicro.com', path: /^\/wis\/clicktime\//, decode: parameter('url') },
  { name: 'Trend Micro', host: 'check.trendmicro.com', decode: parameter('url') },
  { name: 'Symantec', host: 'clicktime.symantec.com', decode: parameter('u') },
  { name: 'Symantec', host: 'clicktime.cloud.postoffice.net', decode: parameter('u') },
  { name: 'Trellix', host: /^protect[\w-]*\.(?:fireeye|trellix)\.com$/,
    path: /^\/(?:v\d\/)?url$/, decode: parameter('u') },
  { name: 'Check Point', host: /^(?:url\.avanan\.click|(?:protect|url)\.checkpoint\.com)$/,
    decode: betweenUnderscores },
  { name: 'EdgePilot', host: 'link.edgepilot.com', decode: parameter('u') },
  { name: 'AppRiver', host: 'link.zixcentral.com', decode: parameter('u') },
  { name: 'Libraesva', host: 'urlsand.esvalabs.com', decode: parameter('u') },
  { name: 'Trustwave', host: 'scanmail.trustwave.com', decode: parameter('u') },
  { name: 'TitanHQ', host: 'linklock.titanhq.com', decode: parameter('url') },
  { name: 'Menlo', host: 'safe.menlosecurity.com', decode: pathAfter(0) },
  { name: 'Hornetsecurity', host: 'atpscan.global.hornetsecurity.com', decode: hidden },
  { name: 'INKY', host: 'shared.outlook.inky.com', decode: hidden },
  // Mimecast's `domain` parameter changes nothing about where the link leads: anybody may write it.
  { name: 'Mimecast', host: /\.(?:mimecast|mimecastprotect|mimecast-offshore)\.com$/,
    path: /^\/[rs]\//, decode: hidden },
  { name: 'Facebook', host: /^(?:lm?|www|m)\.facebook\.com$/,
    path: /^\/(?:l\.php|flx\/warn\/?)$/, decode: parameter('u') },
  { name: 'Facebook', host: /^l\.(?:messenger\.com|instagram\.com|threads\.(?:net|com)|wl\.co)$/,
    decode: parameter('u') },
  { name: 'Slack', host: 'slack-redir.net', path: /^\/link$/, decode: parameter('url') },
  { name: 'YouTube', host: /^(?:www\.|m\.)?youtube\.com$/, path: /^\/redirect$/, decode: parameter('q') },
  { name: 'X', host: 't.co', path: /^\/redirect$/, decode: parameter('url') },
  { name: 'Reddit', host: 'out.reddit.com', decode: parameter('url') },
  { name: 'Reddit', host: 'click.redditmail.com', path: /^\/CL0\//, decode: pathPart(1) },
  { name: 'Medium', host: 'medium.com', path: /^\/r\/?$/, decode: parameter('url') },
  { name: 'Telegram', host: 't.me', path: /^\/iv$/, decode: parameter('url') },
  { name: 'Steam', host: 'steamcommunity.com', path: /^\/linkfilter\/?$/, decode: parameter('url', 'u') },
  { name: 'DuckDuckGo', host: 'duckduckgo.com', path: /^\/l\/?$/, decode: parameter('uddg') },
  { name: 'Bing', host: 'www.bing.com', path: /^\/ck\//, decode: encodedParameter('u', 'a1'.length) },
  { name: 'Baidu', host: 'www.baidu.com', path: /^\/link$/, decode: hidden },
  { name: 'Yahoo', host: 'r.search.yahoo.com',
    decode: ({ pathname }) => unescapePercent(/\/RU=([^/]+)/.exec(pathname)?.[1] ?? '') },
  { name: 'Yandex', host: /^mail\.yandex\.(?:ru|com|kz|by|uz|com\.tr)$/,
    path: /^\/re\.jsx$/, decode: encodedParameter('l') },
  { name: 'Yandex', host: 'sba.yandex.ru', path: /^\/redirect$/, decode: parameter('url') },
  { name: 'Yandex', host: /^(?:clck\.)?yandex\.(?:ru|com)$/,
    path: /^\/(?:clck\/)?(?:jsredir|redir)\b/, decode: hidden },
  { name: 'Mail.ru', host: 'checklink.mail.ru', path: /^\/proxy$/, decode: parameter('url') },
  { name: 'Mail.ru', host: /^click(?:er)?\.(?:my\.)?mail\.ru$/, path: /^\/redir$/, decode: parameter('u') },
  { name: 'VK', host: /^(?:m\.)?vk\.(?:com|ru)$/, path: /^\/away(?:\.php)?$/, decode: parameter('to') },
  { name: 'Zhihu', host: 'link.zhihu.com', decode: parameter('target') },
  { name: 'Gitee', host: 'gitee.com', path: /^\/link$/, decode: parameter('target') },
  { name: 'QQ', host: 'c.pc.qq.com', decode: parameter('pfurl', 'url') },
  { name: 'QQ', host: 'mail.qq.com', path: /^\/cgi-bin\/readtemplate$/, decode: parameter('gourl') },
  { name: 'GMX and mail.com', host: /^deref-(?:gmx|mail|web|1und1)(?:-\d\d)?\.(?:net|com|de|fr|co\.uk)$/,
    path: /^\/mail\//, decode: parameter('redirecturl') },
  { name: 'Amazon mail', host: 'awstrack.me', path: /^\/L0\//, decode: pathPart(1) },
  { name: 'Postmark', host: 'click.pstmrk.it', path: /^\/3s\//, decode: pathPart(1) },
  // Click counters of mail services keep the address to themselves. Ordinary, and unknown all the same.
  { name: 'click counter', host: /\.(?:ct\.sendgrid\.net|list-manage\.com|hubspotlinks\.com|mailchimpapp\.com|rs6\.net)$/,
    decode: hidden },
  { name: 'click counter', host: 'mandrillapp.com', path: /^\/track\/click\b/, decode: hidden },
];
