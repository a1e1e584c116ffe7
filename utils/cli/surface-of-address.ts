import type { SurfaceId } from '../core/facts.ts';

/**
 * Which surface an address names, for a page on which nothing was read. Ways in are those of LinkedIn's own
 * menus.
 */
const places: readonly (readonly [host: RegExp, path: RegExp, surface: SurfaceId])[] = [
  [/(?:^|\.)linkedin\.com$/, /^\/(?:in|sales\/(?:lead|people))\//, 'linkedin-profile'],
  [/(?:^|\.)linkedin\.com$/, /^\/messaging\b/, 'linkedin-message'],
  [/(?:^|\.)linkedin\.com$/, /^\/mynetwork\/invitation/, 'linkedin-invitation'],
  [/(?:^|\.)linkedin\.com$/, /^\/jobs\//, 'linkedin-job'],
  [/^mail\.google\.com$/, /^\//, 'gmail'],
];

export const surfaceOfAddress = ({ hostname, pathname }: URL): SurfaceId | undefined =>
  places.find(([host, path]) => host.test(hostname) && path.test(pathname))?.[2];
