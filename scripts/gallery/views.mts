/** How a person may have the window. `drawnWidth`: CSS pixels of its picture on the sheet. */
export interface View {
  readonly name: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly scheme: 'light' | 'dark';
  readonly scale: number;
  readonly drawnWidth: number;
}

const usual = { width: 1280, height: 800 };

/** Zoom of 200 % leaves a page half the window and draws each of its pixels as four. */
export const views: readonly View[] = [
  { name: 'light', size: usual, scheme: 'light', scale: 1, drawnWidth: 780 },
  { name: 'dark', size: usual, scheme: 'dark', scale: 1, drawnWidth: 780 },
  { name: 'narrow', size: { width: 400, height: 800 }, scheme: 'light', scale: 1, drawnWidth: 400 },
  { name: 'zoom-200', size: { width: usual.width / 2, height: usual.height / 2 }, scheme: 'light', scale: 2, drawnWidth: 780 },
  // The least that a page has to get by with: WCAG 2.2, 1.4.10 (1280 by 1024 at 400 %).
  { name: 'zoom-400', size: { width: 320, height: 256 }, scheme: 'light', scale: 4, drawnWidth: 320 },
];
