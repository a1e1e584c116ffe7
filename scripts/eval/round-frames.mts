import sharp, { type Sharp } from 'sharp';

/** What lies over a square picture of 400 pixels, drawn once: as a drawing it would be read anew for each picture. */
const over = (shapes: string) => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="400">${shapes}</svg>`)).png().toBuffer();
const square = 'M0,0H400V400H0Z';
const circleOf = (radius: number) => `M${200 - radius},200 a${radius},${radius} 0 1,0 ${2 * radius},0 a${radius},${radius} 0 1,0 ${-2 * radius},0Z`;
const outside = (fill: string) => `<path d="${square} ${circleOf(200)}" fill-rule="evenodd" fill="${fill}"/>`;

/**
 * The ring "#OpenToWork" or "#Hiring" stands in for: a band of 12 % of the side along the edge that fades out at both ends, with strokes
 * in place of letters, so that no font is needed. LinkedIn's own frames were not at hand.
 */
function ring(colour: string, from: number, to: number): string {
  const steps = 90;
  const at = (degrees: number, radius: number) => {
    const turn = (degrees * Math.PI) / 180;
    return `${(200 + radius * Math.cos(turn)).toFixed(1)},${(200 - radius * Math.sin(turn)).toFixed(1)}`;
  };
  const band = Array.from({ length: steps }, (_, i) => {
    const [start, end] = [from + ((to - from) * i) / steps, from + ((to - from) * (i + 1.2)) / steps];
    const faded = Math.min(1, Math.min(i, steps - 1 - i) / 18);
    return `<path d="M${at(start, 176)} A176,176 0 0,0 ${at(end, 176)}" stroke="${colour}" stroke-width="48" fill="none" opacity="${faded.toFixed(2)}"/>`;
  });
  const letters = Array.from({ length: 12 }, (_, i) => {
    const middle = from + ((to - from) * (i + 4)) / 20;
    return `<path d="M${at(middle - 2, 164)} L${at(middle - 2, 188)} M${at(middle - 2, i % 2 ? 164 : 188)} L${at(middle + 3, i % 3 ? 176 : 188)} L${at(middle + 3, 164)}" stroke="#fff" stroke-width="6" fill="none"/>`;
  });
  return band.join('') + letters.join('');
}

const badge = '<circle cx="350" cy="350" r="46" fill="#fff"/><circle cx="350" cy="350" r="38" fill="#0a66c2"/><path d="M330,350L344,364L370,336" stroke="#fff" stroke-width="9" fill="none"/>';

/** What sites do to the shape of a profile photo. */
const frames = {
  whiteCircle: await over(outside('#fff')),
  darkCircle: await over(outside('#1b1f23')),
  greenRing: await over(ring('#5f7f3a', 150, 345) + outside('#fff')),
  purpleRing: await over(ring('#7a3e9d', 160, 380) + outside('#fff')),
  squareRing: await over(ring('#5f7f3a', 150, 345)),
  badge: await over(badge),
} as const;

/** A file without loss, and without the time that making it small takes. */
export const lossless = (picture: Sharp): Promise<Buffer> => picture.png({ compressionLevel: 0 }).toBuffer();

/** A square picture of 400 pixels with a frame over it. */
export const framed = (picture: Buffer, frame: keyof typeof frames): Promise<Buffer> => lossless(sharp(picture).composite([{ input: frames[frame] }]));

/** A picture cut out of a screen on which it stands round, between whole pixels, `side` pixels large. */
export async function onScreen(picture: Buffer, side: number): Promise<Buffer> {
  const round = await framed(picture, 'whiteCircle');
  const shown = await lossless(sharp(round).resize(side - 1, side - 1));
  return lossless(sharp({ create: { width: side, height: side, channels: 3, background: '#fff' } }).composite([{ input: shown, left: 0, top: 1 }]));
}
