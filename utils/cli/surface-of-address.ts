import type { SurfaceId } from '../core/facts.ts';
import { hostsOf } from '../core/reading-places.ts';

/**
 * Which surface an address names, for a page on which nothing was read. Ways in are those of LinkedIn's own
 * menus.
 */
const places: readonly (readonly [host: RegExp, path: RegExp, surface: SurfaceId])[] = [
  [/(?:^|\.)linkedin\.com$/, /^\/(?:in|sales\/(?:lead|people))\//, 'linkedin-profile'],
  [/(?:^|\.)linkedin\.com$/, /^\/messaging\b/, 'linkedin-message'],
  [/(?:^|\.)linkedin\.com$/, /^\/mynetwork\/invitation/, 'linkedin-invitation'],
  [/(?:^|\.)linkedin\.com$/, /^\/jobs\//, 'linkedin-job'],
  [/(?:^|\.)linkedin\.com$/, /^\/(?:company|showcase|school)\//, 'linkedin-company'],
];
/** Webmail that has its hosts for itself. */
const mails = ['gmail', 'outlook', 'yahoo', 'proton', 'icloud', 'fastmail', 'zoho'] as const;

export const surfaceOfAddress = ({ hostname, pathname }: URL): SurfaceId | undefined =>
  places.find(([host, path]) => host.test(hostname) && path.test(pathname))?.[2]
  ?? mails.find((surface) => hostsOf(surface).includes(hostname));
