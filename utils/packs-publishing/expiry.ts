export const expiryRoles = ['root', 'targets', 'snapshot', 'timestamp'] as const;
export type SignedRole = (typeof expiryRoles)[number];

/**
 * Days until signatures run out. Short where a machine signs every day, so that a frozen mirror is noticed within a week; a year
 * where people must meet.
 */
export type Expiries = Readonly<Record<SignedRole, number>>;
export const usualExpiries: Expiries = { root: 365, targets: 90, snapshot: 14, timestamp: 7 };

/** As metadata writes it: UTC without fractions of a second (TUF 1.0, 4.2). */
export const expiresAt = (now: Date, days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString().replace(/\.\d+Z$/, 'Z');
