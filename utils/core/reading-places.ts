import type { SurfaceId } from './facts.ts';

/**
 * Where Bonafide reads, by the content script that runs there: a page carries only what can read it. The manifest, the check of who
 * asks, the popup and the surfaces all take their hosts from here.
 * Sources: the vendors' own addresses; Microsoft's list of Microsoft 365 endpoints (2026-08) for Outlook; Zoho's data centres.
 */
const scripts = {
  'watch-linkedin': { linkedin: ['www.linkedin.com'] },
  'watch-gmail': { gmail: ['mail.google.com'] },
  'watch-outlook': { outlook: ['outlook.live.com', 'outlook.office.com', 'outlook.office365.com', 'outlook.cloud.microsoft'] },
  'watch-webmail': {
    yahoo: ['mail.yahoo.com', 'mail.aol.com'],
    proton: ['mail.proton.me', 'mail.protonmail.com'],
    icloud: ['www.icloud.com', 'www.icloud.com.cn'],
    fastmail: ['app.fastmail.com', 'www.fastmail.com'],
    zoho: ['mail.zoho.com', 'mail.zoho.eu', 'mail.zoho.in', 'mail.zoho.com.au', 'mail.zoho.jp', 'mail.zohocloud.ca', 'mail.zoho.sa'],
  },
} as const;

/** Script for a site of the person's own choice: a company's or a provider's webmail on its own address. */
export const ownSiteScript = 'watch-webmail';

/**
 * Frames of another origin that a webmail draws each mail's words in: the one place Bonafide reads that is no page of its own. iCloud's, in
 * a frame since 2021, is the only host on record (2022 to 2026; an app for www.icloud.com.cn lets it through too); what a person writes has another path, mail2-rte.
 */
export const mailFrame = {
  script: 'read-mail-frame', surface: 'icloud', host: 'www-mail.icloud-sandbox.com', path: '/applications/mail*-message/*',
} as const;

/** Host names by script, as the manifest wants them. */
export const hostsByScript: Readonly<Record<string, readonly string[]>> =
  Object.fromEntries(Object.entries(scripts).map(([script, places]) => [script, Object.values(places).flat()]));

const hostsBySite: Readonly<Record<string, readonly string[]>> = Object.assign({}, ...Object.values(scripts));

/** Hosts of a surface; none for one that stands on sites of the person's own choice, or on no site. */
export const hostsOf = (surface: SurfaceId): readonly string[] => hostsBySite[surface.split('-')[0]!] ?? [];

/** The site a host belongs to, as a person would name it. */
export const siteOf = (host: string): string | undefined => Object.keys(hostsBySite).find((site) => hostsBySite[site]!.includes(host));

/** True where the manifest lets a script read. */
export const isReadingPlace = (host: string): boolean => Object.values(hostsBySite).some((hosts) => hosts.includes(host));
