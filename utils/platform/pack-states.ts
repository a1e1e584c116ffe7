import type { Pack } from '../core/pack.ts';
import { readPrivatePacks } from '../core/private-packs.ts';
import { database } from './database.ts';
import { endOf } from './pack-client.ts';
import type { PackFaultKind } from './pack-fault.ts';
import { readLooks, type PackLook } from './pack-looks.ts';
import { previousKey, privateKey, publicKey } from './pack-sources.ts';
import type { PackRow } from './rows.ts';
import { readSettings } from './settings.ts';

/**
 * `off`: nothing newer is looked for. `ageing`: the last look did not come through, or there was none yet. `stale`: signatures ran out, or nobody confirmed
 * for longer than the settings allow that this is the newest. `error`: what is offered was not taken. In every state the pack judges on.
 */
export const packConditions = ['fresh', 'ageing', 'stale', 'error', 'off'] as const;

/** A pack that judges, or should. Times are ISO 8601. Without a version nothing was fetched yet. */
export interface PackState {
  readonly id: string;
  readonly source: 'bundled' | 'public' | 'private';
  readonly version?: number;
  readonly issued?: string;
  readonly expires?: string;
  readonly checkedAt?: string;
  readonly nextAt?: string;
  readonly state: (typeof packConditions)[number];
  readonly kind?: PackFaultKind;
  /** A sentence for administrators, in English. */
  readonly fault?: string;
  /** The version that can be gone back to. */
  readonly previous?: number;
}

const day = 86_400_000;

/** How old the rules are that judge, and how the last looks for newer ones went. */
export async function packStates(now = Date.now()): Promise<PackState[]> {
  const [{ settings }, looks] = await Promise.all([readSettings(), readLooks()]);
  const { packs, faults } = readPrivatePacks(settings.privatePacks.value);
  const isOn = settings.packUpdates.value;
  const most = settings.packMaxAgeDays.value * day;
  const stateOf = (key: string, id: string, isWanted: boolean) => stateOfPack(key, id, isWanted ? (looks[key] ?? 'none yet') : undefined, most, now);
  const found = await Promise.all([
    stateOf(publicKey, publicKey, isOn && settings.packUrl.value !== ''), ...packs.map(({ id }) => stateOf(privateKey(id), id, isOn)),
  ]);
  return [...found, ...faults.map((fault): PackState => ({ id: '', source: 'private', state: 'error', kind: 'setup', fault }))];
}

async function stateOfPack(key: string, id: string, look: PackLook | 'none yet' | undefined, most: number, now: number): Promise<PackState> {
  const [row, previous, trust] = await Promise.all([database.get('packs', key), database.get('packs', previousKey(key)), database.get('trust', key)]);
  const issued = row && (JSON.parse(row.json) as Pack).issued;
  const end = trust && row?.from ? endOf(trust.metadata) : Infinity;
  const { checkedAt, nextAt, fault } = look === 'none yet' || !look ? ({} as Partial<PackLook>) : look;
  const isBehind = now < Math.max(checkedAt ?? 0, issued ? Date.parse(issued) : 0) - 2 * day;
  const confirmed = checkedAt ?? (issued === undefined ? now : Date.parse(issued));
  return {
    id, source: row?.from ?? (key === publicKey ? 'bundled' : 'private'), version: row?.version, issued, expires: timeOf(end), checkedAt: timeOf(checkedAt), nextAt: timeOf(nextAt),
    ...(previous && { previous: previous.version }),
    ...conditionOf(look, { isBehind, isOver: end <= now || now - confirmed > most, row, fault }),
  };
}

interface Signs { readonly isBehind: boolean; readonly isOver: boolean; readonly row?: PackRow; readonly fault?: PackLook['fault'] }

function conditionOf(look: PackLook | 'none yet' | undefined, { isBehind, isOver, row, fault }: Signs): Pick<PackState, 'state' | 'kind' | 'fault'> {
  if (!look) return { state: 'off' };
  if (isBehind) return { state: 'error', kind: 'clock', fault: 'The clock of this computer is behind: the rules were made, or last confirmed, later than it says now.' };
  const told = fault && { kind: fault.kind, fault: fault.sentence };
  if (fault && fault.kind !== 'unreachable' && fault.kind !== 'expired') return { state: 'error', ...told };
  if (isOver || fault) return { state: isOver || fault?.kind === 'expired' ? 'stale' : 'ageing', ...told };
  return { state: look === 'none yet' || !row ? 'ageing' : 'fresh' };
}

const timeOf = (ms: number | undefined): string | undefined => (ms === undefined || !Number.isFinite(ms) ? undefined : new Date(ms).toISOString());
