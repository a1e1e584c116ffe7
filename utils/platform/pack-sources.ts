import type { Settings } from '../core/settings-schema.ts';
import { readPrivatePacks } from '../core/private-packs.ts';
import { fetchOwn } from './bundled-pack.ts';

/** A place that a pack is fetched from. `key`: of the row of its pack. `root`: undefined when nobody holds keys for it yet. */
export interface PackSource { readonly key: string; readonly id: string; readonly url: string; readonly root?: string }

export const publicKey = 'base';
export const privateKey = (id: string): string => `private:${id}`;
/** Where the pack is kept that judged before another took its place. */
export const previousKey = (key: string): string => `previous:${key}`;

/** Where packs are fetched, as the settings say. Without an address for the public rules those inside the extension judge. */
export async function packSources({ packUpdates, packUrl, privatePacks }: Pick<Settings, 'packUpdates' | 'packUrl' | 'privatePacks'>): Promise<PackSource[]> {
  if (!packUpdates) return [];
  const own = readPrivatePacks(privatePacks).packs.map(({ id, url, root }): PackSource => ({ key: privateKey(id), id, url, root }));
  return [...(packUrl ? [{ key: publicKey, id: publicKey, url: packUrl.replace(/\/+$/, ''), root: await publicRoot() }] : []), ...own];
}

/** The root of trust of the public rules. The file holds an empty object until its keys are made (docs/packs.md). */
async function publicRoot(): Promise<string | undefined> {
  const text = await (await fetchOwn('packs-root.json')).text();
  return Object.hasOwn(JSON.parse(text) as object, 'signed') ? text : undefined;
}
