import { crc32, deflateSync } from 'node:zlib';

/** Side of the picture in pixels: the size of a profile photo. */
const side = 400;
type Colour = readonly [red: number, green: number, blue: number];
/** An ellipse: centre, half axes, all in parts of the side. */
interface Shape { readonly x: number; readonly y: number; readonly width: number; readonly height: number; readonly colour: Colour }

/** Nobody: a head, shoulders and hair out of ellipses in front of a lamp and a plant, the last one on top. */
const shapes: readonly Shape[] = [
  { x: 0.86, y: 0.16, width: 0.2, height: 0.24, colour: [246, 232, 196] },
  { x: 0.1, y: 0.42, width: 0.16, height: 0.3, colour: [104, 128, 92] },
  { x: 0.2, y: 0.16, width: 0.1, height: 0.2, colour: [132, 156, 112] },
  { x: 0.9, y: 0.66, width: 0.13, height: 0.22, colour: [150, 120, 104] },
  { x: 0.5, y: 0.42, width: 0.27, height: 0.31, colour: [92, 62, 54] },
  { x: 0.5, y: 1.06, width: 0.42, height: 0.33, colour: [58, 92, 122] },
  { x: 0.5, y: 0.72, width: 0.09, height: 0.14, colour: [214, 168, 140] },
  { x: 0.5, y: 0.47, width: 0.185, height: 0.235, colour: [231, 189, 160] },
  { x: 0.43, y: 0.27, width: 0.22, height: 0.1, colour: [92, 62, 54] },
  { x: 0.43, y: 0.47, width: 0.02, height: 0.013, colour: [60, 44, 40] },
  { x: 0.57, y: 0.47, width: 0.02, height: 0.013, colour: [60, 44, 40] },
  { x: 0.5, y: 0.585, width: 0.055, height: 0.012, colour: [178, 104, 96] },
];

/** A profile photo of no real person, as PNG. */
export function drawPortrait(): Buffer {
  const rows = Array.from({ length: side }, (_, y) =>
    Buffer.from([0, ...Array.from({ length: side }, (_, x) => colourAt((x + 0.5) / side, (y + 0.5) / side)).flat()]));
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8); // eight bits, red green blue, no interlacing
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

/** Grain as a photo has it, the same every time: without it the picture counts as a drawing, which nobody's face is compared with. */
function grainAt(x: number, y: number): number {
  const wave = Math.sin(x * 12_989.8 + y * 78_233) * 43_758.5453;
  return (wave - Math.floor(wave) - 0.5) * 28;
}

function colourAt(x: number, y: number): number[] {
  let colour: Colour = [214 - 60 * y, 208 - 40 * y, 190 + 20 * x];
  for (const shape of shapes) {
    const distance = Math.hypot((x - shape.x) / shape.width, (y - shape.y) / shape.height);
    const cover = Math.min(1, Math.max(0, (1 - distance) * side * Math.min(shape.width, shape.height)));
    colour = mix(colour, shape.colour, cover);
  }
  const grain = grainAt(x, y);
  return colour.map((part) => Math.round(Math.min(255, Math.max(0, part + grain))));
}

const mix = (below: Colour, above: Colour, cover: number): Colour =>
  [0, 1, 2].map((i) => below[i]! + (above[i]! - below[i]!) * cover) as unknown as Colour;

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(content.length, 0);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
