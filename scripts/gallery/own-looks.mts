import type { Page } from 'playwright';

/** How a person may have the screen. `light-narrow` is the narrow one. */
export interface Look { readonly name: string; readonly isNarrow: boolean; readonly media: Parameters<Page['emulateMedia']>[0] }

const calm = { reducedMotion: 'reduce' } as const;
const looks: readonly Look[] = [
  { name: 'light', isNarrow: false, media: { ...calm, colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } },
  { name: 'dark', isNarrow: false, media: { ...calm, colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'none' } },
  { name: 'contrast', isNarrow: false, media: { ...calm, colorScheme: 'light', contrast: 'more', forcedColors: 'none' } },
  { name: 'forced', isNarrow: false, media: { ...calm, colorScheme: 'dark', contrast: 'no-preference', forcedColors: 'active' } },
  { name: 'light-narrow', isNarrow: true, media: { ...calm, colorScheme: 'light', contrast: 'no-preference', forcedColors: 'none' } },
];

/** More contrast and forced colours change colours, which are the same in every language. */
export const looksIn = (lang: string): readonly Look[] => (lang === 'en' ? looks : looks.filter(({ name }) => name !== 'contrast' && name !== 'forced'));

type Size = Readonly<Record<'width' | 'height', number>>;
interface Sizes { readonly usual: Size; readonly narrow: Size; /** Stands in a window of a site: there is no more than the window. */ readonly isInWindow?: boolean }
const inWindow: Sizes = { usual: { width: 840, height: 640 }, narrow: { width: 340, height: 640 }, isInWindow: true };
/** Widths: that of popup.css; a side panel as it opens, and the least that Chromium gives it. */
const sizes: Readonly<Record<string, Sizes>> = {
  card: inWindow,
  'repository-note': inWindow,
  popup: { usual: { width: 380, height: 200 }, narrow: { width: 320, height: 200 } },
  sidepanel: { usual: { width: 440, height: 400 }, narrow: { width: 320, height: 400 } },
};
const column: Sizes = { usual: { width: 1080, height: 700 }, narrow: { width: 390, height: 700 } };
export const sizesOf = (show: string): Sizes => sizes[show] ?? column;
