/** Times kept inside identifiers, so that no localised date has to be read. All are ISO 8601; undefined when none is in it. */

const iso = (ms: number): string | undefined =>
  ms > Date.UTC(2003, 0) && ms < Date.UTC(2100, 0) ? new Date(ms).toISOString() : undefined;

/** Gmail: `1a1a0aeabb2f0480` (hexadecimal) or `msg-f:1880827797659649152`; the number without its last 20 bits is ms. */
export function gmailMessageTime(id: string): string | undefined {
  const decimal = /^#?msg-[fa]:(?:r-?)?(\d{15,20})$/.exec(id)?.[1];
  const number = decimal ? BigInt(decimal) : /^[0-9a-f]{15,16}$/i.test(id) ? BigInt(`0x${id}`) : undefined;
  return number === undefined ? undefined : iso(Number(number >> 20n));
}

/** LinkedIn messages: the urn ends in base64 of `<ms>b<...>`. */
export function linkedinMessageTime(urn: string): string | undefined {
  const encoded = /,2-([\w+/-]+=*)\)?$/.exec(urn)?.[1];
  if (!encoded) return undefined;
  try {
    return iso(Number(/^\d{13}/.exec(atob(encoded.replaceAll('-', '+').replaceAll('_', '/')))?.[0]));
  } catch {
    return undefined;
  }
}

/**
 * LinkedIn activities, shares, posts and invitations: the number without its last 22 bits is ms. Of invitations one is known with its
 * time, in LinkedIn's documentation of member snapshots: half a minute apart.
 */
export function activityTime(urn: string): string | undefined {
  const number = /(?:activity|share|ugcPost|invitation)[:-](\d{18,20})/.exec(urn)?.[1];
  return number === undefined ? undefined : iso(Number(BigInt(number) >> 22n));
}
