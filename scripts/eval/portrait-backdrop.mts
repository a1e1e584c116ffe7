import type { SeededRandom } from './seeded-random.mts';

const colour = ({ between }: SeededRandom, light: readonly [number, number], saturation = 35) =>
  `hsl(${between(0, 360).toFixed(0)},${between(0, saturation).toFixed(0)}%,${between(...light).toFixed(0)}%)`;
const box = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${width.toFixed(1)}" height="${height.toFixed(1)}" fill="${fill}"/>`;
const many = (count: number, draw: (i: number) => string) => Array.from({ length: Math.round(count) }, (_, i) => draw(i)).join('');

/** What people stand in front of, on a square of 400: each draws shapes, which are blurred afterwards. */
const scenes: readonly ((random: SeededRandom) => string)[] = [
  // A wall, perhaps with a picture or a door.
  (random) => many(random.between(0, 3), () => box(random.between(-60, 380), random.between(-40, 160), random.between(40, 160), random.between(60, 340), colour(random, [20, 85]))),
  // Windows.
  (random) => {
    const [step, left] = [random.between(60, 150), random.between(-80, 0)];
    return many(8, (i) => box(left + i * step, random.between(-30, 20), step * random.between(0.55, 0.9), random.between(180, 420), colour(random, [55, 95])));
  },
  // Shelves of books.
  (random) => {
    const height = random.between(60, 120);
    return many(6, (row) => many(16, (i) => box(i * 26 + random.between(-6, 6), row * height + random.between(4, 24), random.between(12, 26), height * 0.8, colour(random, [15, 80], 60))));
  },
  // Houses against the sky.
  (random) => box(0, 0, 400, 400, colour(random, [70, 92]))
    + many(9, () => box(random.between(-30, 390), random.between(60, 260), random.between(30, 110), 400, colour(random, [15, 65]))),
  // Leaves.
  (random) => many(90, () =>
    `<ellipse cx="${random.between(0, 400)}" cy="${random.between(0, 400)}" rx="${random.between(8, 45)}" ry="${random.between(8, 45)}" fill="hsl(${random.between(70, 150)},${random.between(15, 50)}%,${random.between(12, 75)}%)"/>`),
  // Lights of a street at night.
  (random) => box(0, 0, 400, 400, colour(random, [8, 25])) + many(35, () =>
    `<circle cx="${random.between(0, 400)}" cy="${random.between(0, 400)}" r="${random.between(6, 34)}" fill="${colour(random, [45, 85], 80)}" opacity=".7"/>`),
  // A slope, a beach, a table: bands.
  (random) => many(random.between(2, 5), (i) => box(-100, i * random.between(60, 130) + random.between(0, 60), 600, 420, colour(random, [20, 88]))),
];

/** A backdrop as SVG elements, light falling in from one side. */
export function drawBackdrop(random: SeededRandom): string {
  const [from, to] = [colour(random, [20, 92]), colour(random, [12, 85])];
  const turn = random.between(0, 360).toFixed(0);
  return `<linearGradient id="wall" gradientTransform="rotate(${turn} .5 .5)"><stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient>
<rect width="400" height="400" fill="url(#wall)"/>
<g transform="rotate(${random.between(-6, 6).toFixed(1)} 200 200)" opacity="${random.between(0.55, 1).toFixed(2)}">${random.oneOf(scenes)(random)}</g>`;
}
