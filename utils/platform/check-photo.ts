import { browser } from 'wxt/browser';
import type { Facts } from '../core/facts.ts';
import type { Pixels } from '../core/pixels.ts';
import { centreCrops } from '../core/scale-grid.ts';
import { findCrop } from './photo-crops.ts';
import { photoIdentity } from './photos.ts';
import type { Print } from './print-bytes.ts';
import type { Ask, PhotoAnswer } from './questions.ts';
import { readPrint } from './read-print.ts';
import { rememberCrop, rememberPhoto } from './remember-photo.ts';

/**
 * Compares the photo as it stands on the screen, at the person's click: no request leaves the browser. `activeTab` allows the
 * picture of this one tab, and only the photo's part of it is ever decoded. `deep` looks for cut-outs too when nothing else was found.
 */
export async function checkPhoto({ tabId, windowId, place, facts, deep }: Ask<'checkPhoto'>): Promise<PhotoAnswer> {
  const isInFront = async () => {
    const tab = await browser.tabs.get(tabId);
    return tab.active && tab.windowId === windowId;
  };
  if ((await browser.tabs.get(tabId)).incognito) return { skipped: 'Nothing is remembered from private windows.' };
  if (!(await isInFront())) return { skipped: notInFront };
  const screen = blobOf(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }));
  // The picture is of the tab in front: whoever changed tabs meanwhile would lend this profile a part of another page.
  if (!(await isInFront())) return { skipped: notInFront };
  const { x, y, width, height, ratio } = place;
  const part = { x: Math.round(x * ratio), y: Math.round(y * ratio), width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (part.x < 0 || part.y < 0 || part.width < 1 || part.height < 1) return { skipped: outOfView };
  const read = await readPrint(screen, part);
  if ('skipped' in read) return read;
  const outcome = await rememberPhoto(facts, { print: read.print, fetched: false, crops: centreCrops(read.pixels) });
  if (outcome === undefined) return { skipped: 'The page does not say whose photo this is.' };
  const isUnseen = outcome === 'remembered' || outcome === 'noRoom';
  return deep && isUnseen && (await isCropped(facts, read.print, read.pixels)) ? 'cropped' : outcome;
}

async function isCropped(facts: Facts, print: Print, pixels: Pixels): Promise<boolean> {
  const photo = (await photoIdentity(facts))!;
  const cropOf = await findCrop(photo, print, pixels);
  if (cropOf !== undefined) await rememberCrop(photo.key, cropOf);
  return cropOf !== undefined;
}

const notInFront = 'The page is not in front any more: open it and try again.';
const outOfView = 'The photo is not wholly in view: scroll to it and try again.';

/** `fetch` would do it too, but the extension's content security policy rightly refuses data addresses. */
function blobOf(dataUrl: string): Blob {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], { type: 'image/png' });
}
