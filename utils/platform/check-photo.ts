import { browser } from 'wxt/browser';
import { differenceHash } from '../core/perceptual-hash.ts';
import { rememberPhoto } from './photos.ts';
import type { Ask, PhotoAnswer } from './questions.ts';
import { readPixels } from './read-pixels.ts';

/**
 * Compares the photo as it stands on the screen, at the person's click: no request leaves the browser. `activeTab` allows the
 * picture of this one tab, and only the photo's part of it is ever decoded.
 */
export async function checkPhoto({ tabId, windowId, place, facts }: Ask<'checkPhoto'>): Promise<PhotoAnswer> {
  const tab = await browser.tabs.get(tabId);
  if (tab.incognito) return { skipped: 'Nothing is remembered from private windows.' };
  if (!tab.active || tab.windowId !== windowId) return { skipped: 'The page is not in front any more: open it and try again.' };
  const screen = blobOf(await browser.tabs.captureVisibleTab(windowId, { format: 'png' }));
  const { x, y, width, height, ratio } = place;
  const part = { x: Math.round(x * ratio), y: Math.round(y * ratio), width: Math.round(width * ratio), height: Math.round(height * ratio) };
  if (part.x < 0 || part.y < 0 || part.width < 1 || part.height < 1) return { skipped: outOfView };
  const hashed = differenceHash.hash(await readPixels(screen, part));
  if ('unusable' in hashed) return { skipped: unusable[hashed.unusable] };
  return (await rememberPhoto(facts, hashed)) ?? { skipped: 'The page does not say whose photo this is.' };
}

const outOfView = 'The photo is not wholly in view: scroll to it and try again.';
const unusable = {
  'too small': 'The photo is shown too small to compare: open the profile and try again.',
  'too flat': 'There is no photo, or too little in it to compare.',
};

/** `fetch` would do it too, but the extension's content security policy rightly refuses data addresses. */
function blobOf(dataUrl: string): Blob {
  const binary = atob(dataUrl.slice(dataUrl.indexOf(',') + 1));
  return new Blob([Uint8Array.from(binary, (character) => character.charCodeAt(0))], { type: 'image/png' });
}
