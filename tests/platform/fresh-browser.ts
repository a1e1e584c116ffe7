import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Facts } from '../../utils/core/facts.ts';

/** A browser just installed: nothing stored anywhere. Only the date stands still; timers run. */
export function freshBrowser(date = '2026-03-02T10:00:00') {
  fakeBrowser.reset();
  menuBar();
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime(new Date(date));
  vi.resetModules();
}

interface Click { readonly menuItemId: string; readonly selectionText?: string; readonly linkUrl?: string }

/** Menus and shortcuts, which the stand-in browser has not. Gives the way to choose from the menu. */
export function menuBar() {
  let clicked: ((click: Click) => void) | undefined;
  Object.assign(fakeBrowser, {
    contextMenus: { create: () => undefined, removeAll: () => Promise.resolve(), onClicked: { addListener: (listener: typeof clicked) => { clicked = listener; } } },
    commands: { onCommand: { addListener: () => undefined } },
  });
  return (click: Omit<Click, 'menuItemId'>) => clicked!({ menuItemId: 'check', ...click });
}

/** What the next worker of the same browser loads: modules forget, storage stays. */
export async function restart<T>(load: () => Promise<T>): Promise<T> {
  vi.resetModules();
  return load();
}

export const at = (date: string) => vi.setSystemTime(new Date(`${date}T10:00:00`));

export const mail = (change: Partial<Facts> = {}): Facts => ({
  surface: 'gmail', sender: { name: 'Dana Brook', email: 'dana@talent.example' }, message: { text: 'Hello, we have a role for you.' }, ...change,
});

export const profile = (slug: string, change: Partial<Facts> = {}): Facts => ({
  surface: 'linkedin-profile', sender: { name: 'Dana Brook', profileUrl: `https://www.linkedin.com/in/${slug}/` }, ...change,
});

export const photoAddress = (uploaded: number) =>
  `https://media.licdn.com/dms/image/v2/D4E03/profile-displayphoto-shrink_400_400/x/0/${uploaded}?e=1`;

/** No table of well-known places. */
export const noPlaces = { sites: new Map(), lists: {}, companies: { owned: new Set<string>() } };
