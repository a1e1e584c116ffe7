import sharp, { type Sharp } from 'sharp';
import { framed, lossless, onScreen } from './round-frames.mts';

/** Changes a picture of 400 x 400 pixels the way sites, programs and people do; the result is a file as one meets it. */
type Change = (picture: Buffer) => Promise<Buffer>;
export interface Row {
  readonly name: string;
  readonly changes: readonly Change[];
  /** A part of the picture: what the deep check is for. */
  readonly cropped?: true;
}

const side = 400;
const jpeg = (quality: number) => (picture: Sharp | Buffer): Promise<Buffer> => asSharp(picture).jpeg({ quality }).toBuffer();
const webp = (quality: number) => (picture: Sharp | Buffer): Promise<Buffer> => asSharp(picture).webp({ quality, effort: 2 }).toBuffer();
const asSharp = (picture: Sharp | Buffer) => (Buffer.isBuffer(picture) ? sharp(picture) : picture);
const resize = (to: number): Change => (picture) => jpeg(85)(sharp(picture).resize(to, to));
const tone = (change: (picture: Sharp) => Sharp): Change => (picture) => jpeg(80)(change(sharp(picture)));
const contrast = (by: number) => tone((picture) => picture.linear(by, 128 * (1 - by)));
const mirror: Change = (picture) => lossless(sharp(picture).flop());

/** One change after another. */
const chain = (...changes: readonly Change[]): Change => async (picture) => {
  let changed = picture;
  for (const change of changes) changed = await change(changed);
  return changed;
};

/** The part of the picture that begins at `left`, `top`, stretched to the old size. */
const part = (left: number, top: number, width: number, height: number): Change => (picture) =>
  jpeg(85)(sharp(picture).extract({ left, top, width, height }).resize(side, side, { fit: 'fill' }));
/** Parts of a share of the sides: out of the middle, from a corner, a little off. */
const crops = (share: number): Change[] => {
  const [size, rest] = [Math.round(side * share), side - Math.round(side * share)];
  return [[0.5, 0.5], [0, 0], [0.7, 0.3]].map(([x, y]) => part(Math.round(rest * x!), Math.round(rest * y!), size, size));
};

const by = side * 0.05;
const shift: Change = async (picture) => {
  const wider = await lossless(sharp(picture).extend({ left: by, extendWith: 'mirror' }));
  return jpeg(85)(sharp(wider).extract({ left: 0, top: 0, width: side, height: side }));
};
const rotate: Change = async (picture) => {
  const margin = 20;
  const wider = await lossless(sharp(picture).extend({ left: margin, right: margin, top: margin, bottom: margin, extendWith: 'mirror' }));
  const turned = await lossless(sharp(wider).rotate(2));
  const corner = Math.round(((await sharp(turned).metadata()).width - side) / 2);
  return jpeg(85)(sharp(turned).extract({ left: corner, top: corner, width: side, height: side }));
};
const round = (frame: Parameters<typeof framed>[1]): Change => (picture) => framed(picture, frame);
const rings = [round('greenRing'), round('purpleRing'), round('squareRing')];
const after = (change: Change, firsts: readonly Change[]) => firsts.map((first) => chain(first, change));

export const rows: readonly Row[] = [
  { name: 'resized to 100, 200, 800 pixels', changes: [100, 200, 800].map(resize) },
  { name: 'JPEG, quality 30, 50, 70, 95', changes: [30, 50, 70, 95].map(jpeg) },
  { name: 'WebP, quality 60, 75, 90', changes: [60, 75, 90].map(webp) },
  { name: 'chains: 200 pixels, JPEG 60, 400 pixels, WebP 75; 100, JPEG 50, 400', changes: [chain(resize(200), jpeg(60), resize(side), webp(75)), chain(resize(100), jpeg(50), resize(side))] },
  { name: 'mirrored; mirrored, 200 pixels, JPEG 60', changes: [mirror, chain(mirror, resize(200), jpeg(60))] },
  { name: 'brighter, darker by a quarter', changes: [1.25, 0.75].map((brightness) => tone((picture) => picture.modulate({ brightness }))) },
  { name: 'contrast 0.7, 1.3', changes: [contrast(0.7), contrast(1.3)] },
  { name: 'gray; saturation 0.5, 1.6', changes: [tone((picture) => picture.grayscale()), ...[0.5, 1.6].map((saturation) => tone((picture) => picture.modulate({ saturation })))] },
  { name: 'sharpened; blurred (sigma 1.5)', changes: [tone((picture) => picture.sharpen({ sigma: 1.5 })), tone((picture) => picture.blur(1.5))] },
  { name: 'cut round, on white and dark, 400 and 100 pixels', changes: (['whiteCircle', 'darkCircle'] as const).flatMap((frame) => [chain(round(frame), jpeg(85)), chain(round(frame), resize(100))]) },
  { name: 'ringed (a band of 12 %, strokes as letters), 400 pixels', changes: after(jpeg(85), rings) },
  { name: 'ringed, 100 pixels', changes: after(resize(100), rings) },
  { name: 'ringed and mirrored, 200 pixels, JPEG 60', changes: after(chain(mirror, resize(200), jpeg(60)), rings) },
  { name: 'mirrored, then ringed, JPEG 60', changes: rings.map((ring) => chain(mirror, ring, jpeg(60))) },
  { name: 'cut out of a screen, round, 190 and 128 pixels', changes: [190, 128].map((size): Change => (picture) => onScreen(picture, size)) },
  { name: 'a badge at the corner', changes: [chain(round('badge'), jpeg(85)), chain(round('badge'), resize(100))] },
  ...[0.95, 0.9, 0.8].map((share): Row => ({ name: `${share * 100} % of the sides: middle, corner, off the middle`, changes: crops(share), cropped: true })),
  { name: 'shifted by 5 %', changes: [shift], cropped: true },
  { name: 'turned by 2 degrees', changes: [rotate] },
  { name: 'stretched by 5 % one way', changes: [part(0, by / 2, side, side - by)] },
];
