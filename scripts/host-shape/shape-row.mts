import { createHash } from 'node:crypto';
import { parseHost, type Host } from '../../utils/core/address.ts';
import { hasShape } from '../../utils/core/host-shape.ts';

/** One host name with what is known of it. */
export interface ShapeRow {
  readonly host: Host;
  /** True when it was reported in a fake interview or meeting, false when it is honest. */
  readonly bad: boolean;
  /** What kind of site it is, as its source says. */
  readonly kind: string;
  /** Month it was first seen, `2025-03`. */
  readonly firstSeen?: string;
  /** True when its source may be built upon in what ships. */
  readonly open: boolean;
}

/** A row; undefined for what has no shape (numbers, encoded names). */
export function shapeRow(name: string, rest: Omit<ShapeRow, 'host'>): ShapeRow | undefined {
  const host = parseHost(name.toLowerCase());
  return host && hasShape(host) ? { host, ...rest } : undefined;
}

const digests = new Map<string, number>();

/** Rows of one registrable domain always fall into the same part. */
export function partOf({ host: { domain } }: ShapeRow, parts: number): number {
  let digest = digests.get(domain);
  if (digest === undefined) digests.set(domain, (digest = createHash('sha1').update(domain).digest().readUInt32LE()));
  return digest % parts;
}

/** Each name once (with and without `www.` is one); what was reported comes before what is honest. */
export function distinct(rows: readonly ShapeRow[]): ShapeRow[] {
  const names = new Map<string, ShapeRow>();
  for (const row of [...rows].sort((a, b) => Number(b.bad) - Number(a.bad))) {
    const name = row.host.host.replace(/^www\d?\./, '');
    const earlier = names.get(name);
    if (!earlier || (!earlier.firstSeen && row.firstSeen && earlier.bad === row.bad)) names.set(name, row);
  }
  return [...names.values()];
}
