import type { CasesOf, Row } from './cases.mts';
import type { Sizes } from './measure-sizes.mts';

/** Three digits are more than the model knows. */
const digits = 3;
const plainNumber = (value: number): string =>
  Number.isNaN(value) ? '-' : value === 0 ? '0' : Number(value.toPrecision(digits)).toLocaleString('en', { maximumFractionDigits: Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value)))) });

const steps = ['', 'k', 'M', 'G', 'T'];
function withUnit(value: number, unit: string): string {
  const step = value < 1_000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(value) / 3));
  return `${plainNumber(value / 1_000 ** step)} ${steps[step]}${unit}`;
}

type Cell = (value: number) => string;
const [count, bytes, bits, hours]: Cell[] = [plainNumber, (value) => withUnit(value, 'B'), (value) => withUnit(value, 'bit/s'), (value) => (Number.isNaN(value) ? '-' : value < 1 ? `${Math.round(value * 60)} min` : `${plainNumber(value)} h`)];

const load = ['requests a day', 'bytes a day', 'requests/s, mean', 'requests/s, busiest minute', 'busiest minute'];
const loadCells = [count!, bytes!, count!, count!, bits!];

function table(names: readonly string[], cells: readonly Cell[], rows: readonly Row[]): string {
  const line = (words: readonly string[]): string => `| ${words.join(' | ')} |`;
  return [line(names), line(names.map((_, i) => (i === 0 ? '---' : '---:'))),
    ...rows.map((row) => line([row.case, ...row.cells.map((value, i) => (typeof value === 'number' ? cells[i]!(value) : value))]))].join('\n');
}

export function tablesOf(sizes: Sizes, fleets: readonly CasesOf[]): string {
  const measured = [
    ['timestamp, snapshot, targets', `${sizes.timestamp}, ${sizes.snapshot}, ${sizes.targets} B`],
    ['the base pack and its lists, gzip', `${withUnit(sizes.pack, 'B')} in ${sizes.packFiles} files`],
    ['patches when two lists gain a hundredth', `${withUnit(sizes.patches, 'B')} in ${sizes.patchFiles} files`],
    ['a request with one finding, with one heartbeat', `${sizes.finding}, ${sizes.heartbeat} B`],
  ].map(([what, size]) => `| ${what} | ${size} |`).join('\n');
  const parts = fleets.flatMap(({ browsers, looks, events }) => [
    `### ${browsers.toLocaleString('en')} browsers`, '', '**The place of the packs**', '',
    table(['', ...load, 'half have it after', '95 % after'], [...loadCells, hours!, hours!], looks), '',
    '**The collector**', '',
    table(['', ...load, 'most waiting in a browser', 'dropped', 'half arrive after', '95 % after'], [...loadCells, count!, count!, hours!, hours!], events), '',
  ]);
  return ['### Measured sizes', '', '| | |', '|---|---|', measured, '', ...parts].join('\n');
}
