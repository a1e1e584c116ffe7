import type { SeededRandom } from './seeded-random.mts';

const skins = ['#f3d3bf', '#eac0a2', '#e0ac86', '#c98d66', '#b0764f', '#8f5a3c', '#6f4530', '#4e3024'];
const hairs = ['#17120f', '#2c1d16', '#4a3020', '#6f4a2c', '#9a6f3c', '#c9a46a', '#8a3b20', '#8d8a86', '#d5d2cc'];

interface Head { readonly rx: number; readonly ry: number; readonly hair: string; readonly skin: string }
type Draw = (random: SeededRandom, head: Head) => string;

const ellipse = (x: number, y: number, rx: number, ry: number, fill: string, more = '') =>
  `<ellipse cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" rx="${rx.toFixed(1)}" ry="${ry.toFixed(1)}" fill="${fill}" ${more}/>`;
const path = (d: string, fill: string, more = '') => `<path d="${d.replace(/-?\d+\.\d{2,}/g, (n) => Number(n).toFixed(1))}" fill="${fill}" ${more}/>`;
const line = (d: string, stroke: string, width: number) => path(d, 'none', `stroke="${stroke}" stroke-width="${width.toFixed(1)}" stroke-linecap="round"`);

/** Hair behind the head, and hair in front of it. The head is an ellipse around 0, 0. */
const hairBehind: readonly Draw[] = [
  () => '',
  ({ between }, { rx, ry, hair }) => ellipse(0, ry * 0.3, rx * between(1.15, 1.5), ry * between(1.1, 1.6), hair),
  ({ between }, { rx, ry, hair }) => ellipse(0, -ry * between(1, 1.3), rx * 0.45, rx * 0.42, hair) + ellipse(0, -ry * 0.1, rx * 1.1, ry, hair),
  (random, { rx, ry, hair }) => Array.from({ length: 26 }, () =>
    ellipse(random.between(-1.2, 1.2) * rx, random.between(-1.2, 0.4) * ry, random.between(12, 26), random.between(12, 26), hair)).join(''),
];
const hairInFront: readonly Draw[] = [
  () => '',
  ({ between }, { rx, ry, hair }) => path(`M${-rx * 1.04},${-ry * 0.1} Q${-rx},${-ry * between(1.1, 1.5)} 0,${-ry * between(1.1, 1.35)} Q${rx},${-ry * between(1.1, 1.5)} ${rx * 1.04},${-ry * 0.1} Q${rx * 0.8},${-ry * between(0.4, 0.8)} 0,${-ry * between(0.55, 0.8)} Q${-rx * 0.8},${-ry * between(0.4, 0.8)} ${-rx * 1.04},${-ry * 0.1}Z`, hair),
  ({ between }, { rx, ry, hair }) => path(`M${-rx * 1.05},${ry * 0.2} Q${-rx * 1.2},${-ry * 1.2} ${rx * between(-0.2, 0.3)},${-ry * 1.2} Q${rx * 1.1},${-ry * 1.1} ${rx * 1.05},${ry * between(-0.2, 0.3)} Q${rx * 0.8},${-ry * 0.5} ${rx * between(-0.5, 0)},${-ry * 0.75} Q${-rx * 0.9},${-ry * 0.5} ${-rx * 1.05},${ry * 0.2}Z`, hair),
  ({ between, oneOf }, { rx, ry }) => path(`M${-rx * 1.12},${-ry * 0.3} Q${-rx * 1.1},${-ry * 1.4} 0,${-ry * 1.35} Q${rx * 1.1},${-ry * 1.4} ${rx * 1.12},${-ry * 0.3} Z`, `hsl(${between(0, 360).toFixed(0)},${between(5, 60).toFixed(0)}%,${oneOf([18, 35, 55, 75])}%)`),
];

const clothes: readonly Draw[] = [
  // A suit, a shirt, perhaps a tie.
  ({ between, holds }, { rx, ry, skin }) => path(`M${-rx * 0.5},${ry * 1.25} L0,${ry * 2.4} L${rx * 0.5},${ry * 1.25}Z`, `hsl(${between(0, 360).toFixed(0)},20%,${between(70, 97).toFixed(0)}%)`)
    + (holds(0.5) ? path(`M-9,${ry * 1.35} L9,${ry * 1.35} L14,${ry * 2.3} L-14,${ry * 2.3}Z`, `hsl(${between(0, 360).toFixed(0)},50%,${between(15, 45).toFixed(0)}%)`) : path(`M-14,${ry * 1.1} L0,${ry * 1.6} L14,${ry * 1.1}Z`, skin)),
  // Stripes.
  ({ between }, { rx, ry }) => Array.from({ length: 6 }, (_, i) => line(`M${-rx * 1.8},${ry * 1.7 + i * 34} Q0,${ry * 1.6 + i * 34 + between(-25, 25)} ${rx * 1.8},${ry * 1.6 + i * 34}`, `hsl(${between(0, 360).toFixed(0)},30%,${between(20, 90).toFixed(0)}%)`, between(6, 16))).join(''),
  // A scarf, a collar.
  ({ between }, { rx, ry }) => ellipse(0, ry * between(1.2, 1.45), rx * between(0.7, 1.1), ry * between(0.15, 0.3), `hsl(${between(0, 360).toFixed(0)},40%,${between(15, 85).toFixed(0)}%)`),
  () => '',
];

function drawFace({ between, holds }: SeededRandom, { rx, ry, hair, skin }: Head): string {
  const [apart, eyes, brows, mouth] = [rx * between(0.36, 0.48), ry * between(-0.16, 0), between(2.5, 7), ry * between(0.45, 0.6)];
  const wide = rx * between(0.25, 0.5);
  const sides = [-1, 1].map((side) =>
    ellipse(side * apart, eyes, rx * between(0.14, 0.19), ry * between(0.05, 0.09), '#efe9e4') + ellipse(side * apart, eyes, rx * 0.085, ry * 0.065, '#241a15')
    + ellipse(side * apart, eyes + ry * 0.1, rx * 0.2, ry * 0.05, '#000', 'opacity=".12"')
    + line(`M${side * apart * 0.55},${eyes - ry * 0.19} Q${side * apart},${eyes - ry * between(0.22, 0.32)} ${side * apart * 1.45},${eyes - ry * 0.17}`, hair, brows)
    + ellipse(side * rx * 0.55, ry * 0.3, rx * 0.25, ry * 0.15, '#c2503c', 'opacity=".14"')).join('');
  const beard = holds(0.3) ? path(`M${-rx * 0.97},${ry * 0.1} Q${-rx * 0.95},${ry * between(1.05, 1.3)} 0,${ry * between(1.05, 1.35)} Q${rx * 0.95},${ry * 1.2} ${rx * 0.97},${ry * 0.1} Q${rx * 0.6},${ry * 0.35} 0,${ry * 0.36} Q${-rx * 0.6},${ry * 0.35} ${-rx * 0.97},${ry * 0.1}Z`, hair, `opacity="${between(0.35, 0.95).toFixed(2)}"`) : '';
  const smile = between(0, 0.2) * ry;
  const lips = path(`M${-wide},${mouth} Q0,${mouth + smile * 0.6} ${wide},${mouth} Q0,${mouth + smile * 2 + 6} ${-wide},${mouth}Z`, '#9c4a45')
    + (smile > ry * 0.08 ? path(`M${-wide * 0.8},${mouth + 2} Q0,${mouth + smile * 0.7} ${wide * 0.8},${mouth + 2} Q0,${mouth + smile * 1.5} ${-wide * 0.8},${mouth + 2}Z`, '#f4efe9') : '');
  const nose = line(`M${rx * between(-0.05, 0.12)},${eyes + 4} L${rx * between(0.08, 0.18)},${ry * 0.28} L${-rx * 0.08},${ry * 0.32}`, '#000" opacity=".22', between(2, 5));
  const glasses = holds(0.3) ? [-1, 1].map((side) => ellipse(side * apart, eyes, rx * 0.33, ry * between(0.17, 0.26), 'none', `stroke="#1c1a1a" stroke-width="${between(2, 6).toFixed(1)}"`)).join('') + line(`M-8,${eyes} L8,${eyes}`, '#1c1a1a', 3) : '';
  return ellipse(0, 0, rx, ry, skin) + beard + sides + nose + lips + glasses;
}

/** Somebody who does not exist, as SVG elements on a square of 400: head and shoulders, lit from one side. */
export function drawPerson(random: SeededRandom): string {
  const { between, oneOf } = random;
  const head: Head = { rx: between(58, 78), ry: between(78, 100), hair: oneOf(hairs), skin: oneOf(skins) };
  const { rx, ry, skin } = head;
  const coat = `hsl(${between(0, 360).toFixed(0)},${between(0, 50).toFixed(0)}%,${between(8, 85).toFixed(0)}%)`;
  const [wide, fall] = [rx * between(2, 2.9), ry * between(1.35, 1.6)];
  const shoulders = path(`M${-wide},420 Q${-wide * 1.02},${fall + between(20, 60)} ${-rx * 0.55},${fall} L${rx * 0.55},${fall} Q${wide * 1.02},${fall + between(20, 60)} ${wide},420Z`, coat);
  const neck = path(`M${-rx * 0.5},${ry * 0.6} L${-rx * 0.6},${ry * 1.6} L${rx * 0.6},${ry * 1.6} L${rx * 0.5},${ry * 0.6}Z`, skin) + ellipse(0, ry * 1.02, rx * 0.55, ry * 0.18, '#000', 'opacity=".25"');
  const [size, x, y] = [between(0.85, 1.3), between(170, 230), between(150, 195)];
  const lit = between(0, 360).toFixed(0);
  return `<linearGradient id="light" gradientTransform="rotate(${lit} .5 .5)"><stop offset="0" stop-color="#fff" stop-opacity="${between(0, 0.35).toFixed(2)}"/><stop offset=".5" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="${between(0.1, 0.6).toFixed(2)}"/></linearGradient>
<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${size.toFixed(3)})">
${shoulders}${neck}${oneOf(clothes)(random, head)}
<g transform="rotate(${between(-9, 9).toFixed(1)})">${oneOf(hairBehind)(random, head)}${drawFace(random, head)}${ellipse(0, 0, rx, ry, 'url(#light)')}${oneOf(hairInFront)(random, head)}</g></g>
<rect width="400" height="400" fill="url(#light)" opacity="${between(0.2, 0.8).toFixed(2)}"/>`;
}
