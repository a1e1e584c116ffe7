import { createHash } from 'node:crypto';
import type { Row } from './row.mts';

export const foldCount = 5;

/** Near-duplicates share a group and therefore a fold. */
export const foldOf = ({ group }: Pick<Row, 'group'>): number => createHash('sha1').update(group).digest()[0]! % foldCount;
