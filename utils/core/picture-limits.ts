/** Size of a picture in pixels, as its header states it. */
export interface PictureSize { readonly width: number; readonly height: number }

/**
 * Larger pictures are never decoded: 40 million pixels take 160 MB, and a file of a few kilobytes can state 900 million. LinkedIn's largest
 * profile photo has 800 pixels a side, the largest usual screen 7,680 by 4,320.
 */
export const mostSide = 8_000;
export const mostPixels = 40_000_000;
/** Largest file that is looked at: an 800-pixel photo has 30 to 200 kB. Pictures of the screen come from the browser itself and may be larger. */
export const mostPictureBytes = 2 * 1024 * 1024;

export const isTooLarge = ({ width, height }: PictureSize): boolean =>
  Math.max(width, height) > mostSide || width * height > mostPixels;
