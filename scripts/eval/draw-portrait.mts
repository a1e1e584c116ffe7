import sharp from 'sharp';
import { drawBackdrop } from './portrait-backdrop.mts';
import { drawPerson } from './portrait-person.mts';
import { seededRandom, type SeededRandom } from './seeded-random.mts';

/** Side in pixels of what is drawn: the size of a profile photo. */
export const portraitSide = 400;
const pixels = portraitSide * portraitSide;

/**
 * A drawing in place of a profile photo: somebody who does not exist, in front of something, in some light, with the grain of a camera,
 * as a JPEG of quality 85. Each seed gives another one, the same every time. These are drawings: sharper at the edges and smoother inside
 * than photos.
 */
export async function drawPortrait(seed: number): Promise<Buffer> {
  const random = seededRandom(seed);
  // Blurred by sharp: filters inside the drawing take ten times as long.
  const far = await sharp(asDrawing(drawBackdrop(random))).flatten().blur(random.between(1, 9)).png({ compressionLevel: 0 }).toBuffer();
  const near = await sharp(far).composite([{ input: asDrawing(drawPerson(random)) }]).png({ compressionLevel: 0 }).toBuffer();
  const drawn = await sharp(near).blur(random.between(0.6, 1.6)).removeAlpha().raw().toBuffer();
  const exposed = expose(drawn, await drawMottle(random), random);
  return sharp(exposed, { raw: { width: portraitSide, height: portraitSide, channels: 3 } }).jpeg({ quality: 85 }).toBuffer();
}

const asDrawing = (shapes: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${portraitSide}" height="${portraitSide}">${shapes}</svg>`);

/** Unevenness of skin, cloth and walls: noise in patches of 3 to 10 pixels, around 128. */
async function drawMottle({ part, oneOf }: SeededRandom): Promise<Buffer> {
  const side = oneOf([40, 64, 96, 160]);
  const noise = Buffer.from(Uint8Array.from({ length: side * side }, () => part() * 256));
  return sharp(noise, { raw: { width: side, height: side, channels: 1 } }).resize(portraitSide, portraitSide, { kernel: 'cubic' }).raw().toBuffer();
}

/** Brightness, contrast, mottle and grain of one camera in one light. */
function expose(drawn: Buffer, mottle: Buffer, { part, between }: SeededRandom): Buffer {
  const [contrast, brightness, uneven, grain] = [between(0.95, 1.3), between(-15, 15), between(0.05, 0.12), between(6, 22)];
  const channels = mottle.length / pixels;
  for (let i = 0; i < pixels; i++) {
    const change = brightness + (mottle[i * channels]! - 128) * uneven + (part() - 0.5) * grain;
    for (let k = 0; k < 3; k++) {
      drawn[i * 3 + k] = Math.round(Math.min(255, Math.max(0, (drawn[i * 3 + k]! - 128) * contrast + 128 + change)));
    }
  }
  return drawn;
}
