import { browser } from 'wxt/browser';
import { browserName } from '../core/browser-name.ts';
import { roundedTime, type Teller } from '../core/event.ts';
import type { Settings } from '../core/settings-schema.ts';
import { uuidSeven } from '../core/uuid-seven.ts';
import { editRecord } from './events-record.ts';
import { packStates } from './pack-states.ts';

/** Days one installation id is used. Long enough to tell ten findings of one browser from those of ten browsers, too short for a file on somebody. */
const installDays = 30;

/** Who tells, made anew for each event: the id is the event's. */
export async function eventTeller({ tenantId, eventsFields, eventsDeviceLabel }: Settings): Promise<Teller> {
  const time = roundedTime(Date.now());
  const packs = (await packStates()).flatMap(({ id, version: number }) => (number === undefined ? [] : `${id}@${number}`));
  return {
    id: uuidSeven(time, crypto.getRandomValues(new Uint8Array(10))), time,
    version: browser.runtime.getManifest().version, browser: browserName(navigator.userAgent),
    install: await installId(), packs,
    tenant: tenantId || undefined, device: (eventsFields === 'standard' && eventsDeviceLabel) || undefined,
  };
}

async function installId(): Promise<string> {
  const now = Date.now();
  const isLiving = (since: number) => Math.abs(now - since) < installDays * 86_400_000;
  const { install } = await editRecord(({ install: kept }) => ({ install: kept && isLiving(kept.since) ? kept : { id: crypto.randomUUID(), since: now } }));
  return install!.id;
}
