/** Whose host packages are taken from: as far as the name tells. */
export type HostKind = 'registry' | 'own network' | 'throw-away' | 'bare number' | 'unknown';

/** Registries that many use, their mirrors, and services where companies rent one. */
const registries = new RegExp(`(?:^|\\.)(?:${[
  'npmjs\\.org', 'npmjs\\.com', 'yarnpkg\\.com', 'npmmirror\\.com', 'npm\\.taobao\\.org', 'cnpmjs\\.org', 'npm\\.pkg\\.github\\.com', 'npm\\.jsr\\.io', 'codeload\\.github\\.com',
  'github\\.com', 'gitlab\\.com', 'bitbucket\\.org', 'fontawesome\\.com', 'pkgs\\.dev\\.azure\\.com', 'pkgs\\.visualstudio\\.com', 'jfrog\\.io', 'cloudsmith\\.io', 'gemfury\\.com', 'fury\\.io',
  'codeartifact\\.[\\w-]+\\.amazonaws\\.com', 'pkg\\.dev', 'mycloudrepo\\.io', 'packagecloud\\.io', 'repositories\\.tech', 'buf\\.build', 'greensock\\.com', 'tiptap\\.dev', 'pypi\\.org',
  'pythonhosted\\.org', 'download\\.pytorch\\.org', 'pypi\\.nvidia\\.com', 'pypi\\.ngc\\.nvidia\\.com', 'tuna\\.tsinghua\\.edu\\.cn', 'mirrors\\.aliyun\\.com', 'mirrors\\.ustc\\.edu\\.cn',
  'mirrors\\.cloud\\.tencent\\.com', 'mirrors\\.huaweicloud\\.com', 'repo\\.huaweicloud\\.com', 'mirrors\\.163\\.com', 'pypi\\.douban\\.com', 'cdn\\.sheetjs\\.com', 'storage\\.googleapis\\.com',
  'data\\.pyg\\.org', 'artifactory\\.[\\w.-]+', 'nexus\\d*\\.[\\w.-]+', 'verdaccio\\.[\\w.-]+',
].join('|')})$`);

const ownNetwork = /^(?:localhost|127\.|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.|0\.0\.0\.0|[^.]+$)|\.(?:local|localhost|internal|intranet|intern|lan|corp|home|private|home\.arpa)$/;

/**
 * Hosts that anybody gets without a name or money, and that go as fast: tunnels to somebody's computer, free places for applications, pages
 * and files. Nobody keeps a registry there for others. Source: the services' own documentation, 2026-11.
 */
const throwAway = new RegExp(`(?:^|\\.)(?:${[
  'ngrok\\.io', 'ngrok\\.app', 'ngrok\\.dev', 'ngrok-free\\.app', 'ngrok-free\\.dev', 'trycloudflare\\.com', 'loca\\.lt', 'localtunnel\\.me', 'serveo\\.net', 'localhost\\.run', 'lhr\\.life',
  'pinggy\\.link', 'pinggy\\.io', 'bore\\.pub', 'devtunnels\\.ms', 'telebit\\.io', 'pagekite\\.me', 'vercel\\.app', 'netlify\\.app', 'onrender\\.com', 'herokuapp\\.com', 'railway\\.app', 'fly\\.dev',
  'workers\\.dev', 'pages\\.dev', 'web\\.app', 'firebaseapp\\.com', 'glitch\\.me', 'replit\\.app', 'replit\\.dev', 'repl\\.co', 'surge\\.sh', 'deno\\.dev', 'koyeb\\.app', 'cyclic\\.app',
  'pythonanywhere\\.com', 'tiiny\\.site', 'duckdns\\.org', 'no-ip\\.org', 'ddns\\.net', 'hopto\\.org', 'zapto\\.org', 'sytes\\.net', 'nip\\.io', 'sslip\\.io', 'dropboxusercontent\\.com', 'transfer\\.sh',
  'file\\.io', 'gofile\\.io', 'catbox\\.moe', 'cdn\\.discordapp\\.com', 'npoint\\.io', 'jsonkeeper\\.com', 'pastebin\\.com', 'rentry\\.co', 'anonfiles\\.com', 'bashupload\\.com', 'temp\\.sh', 'oshi\\.at',
].join('|')})$`);

export function hostKind(host: string): HostKind {
  if (ownNetwork.test(host)) return 'own network';
  if (/^(?:\d{1,3}\.){3}\d{1,3}$|^\[/.test(host)) return 'bare number';
  return throwAway.test(host) ? 'throw-away' : registries.test(host) ? 'registry' : 'unknown';
}
