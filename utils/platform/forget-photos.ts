import { database } from './database.ts';
import { today } from './day.ts';
import { cropRows } from './photo-crops.ts';
import { forgetSlots, photoSlots } from './photo-slots.ts';
import { inTurn } from './remember-photo.ts';
import type { PhotoRow } from './rows.ts';
import { readSetting } from './settings.ts';

/** Removes the photos that expired: rows, hashes and crops. */
export async function expirePhotos(): Promise<void> {
  const before = today() - (await readSetting('rememberPhotosDays'));
  await inTurn(async () => drop(await database.oldestPhotos({ before })));
}

/** Forgets one photo, by the key of its row. */
export async function forgetPhoto(key: string): Promise<void> {
  await inTurn(async () => {
    const row = await database.get('photos', key);
    await drop(row ? [row] : []);
  });
}

/** Rows with what is kept of them elsewhere. */
async function drop(rows: readonly PhotoRow[]): Promise<void> {
  if (rows.length === 0) return;
  const held = rows.map(({ slot }) => slot);
  const slots = await photoSlots();
  for (const slot of held) slots.release(slot);
  try {
    const photoCrops = await cropRows(new Map(held.map((slot) => [slot, undefined])));
    await database.change({ drop: { photos: rows.map(({ key }) => key) }, put: { photoHashes: slots.rows(held), photoCrops } });
  } catch (error) {
    // Their rows still stand on the disk: a slot given away would make them the owners of another's photo.
    forgetSlots();
    throw error;
  }
}

/** Number of remembered photos, without those that have expired by now. */
export async function countPhotos(): Promise<number> {
  await expirePhotos();
  return database.countPhotos();
}

/** Forgets all photos and nothing else; gives how many. */
export async function forgetPhotos(): Promise<number> {
  const count = await database.countPhotos();
  await inTurn(async () => {
    await database.change({ clear: ['photos', 'photoHashes', 'photoCrops'] });
    forgetSlots();
  });
  return count;
}
