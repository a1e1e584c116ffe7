import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync('components/tokens.css', 'utf8');
const [usual, more] = css.split('@media (prefers-contrast: more)') as [string, string];
type Theme = 'light' | 'dark';

/** Colours of a part of the sheet by name: `--ink: light-dark(#1d1b18, #edebe6)`. */
const coloursIn = (text: string, theme: Theme): Map<string, string> =>
  new Map([...text.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name!, theme === 'light' ? light! : dark!]));

/** Relative luminance of sRGB, 0 to 1: WCAG 2.2, "relative luminance". */
function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const grounds = ['ground', 'surface', 'hover', 'quote'];
const across = (names: readonly string[], on: readonly string[]) => names.flatMap((name) => on.map((behind) => [name, behind] as const));
/** What stands on what, somewhere. */
const words = [
  ...across(['ink', 'soft', 'accent', 'caution', 'danger'], grounds), ...across(['ink', 'soft', 'accent'], ['caution-wash', 'danger-wash', 'accent-wash']),
  ['caution', 'caution-wash'], ['danger', 'danger-wash'], ['on-accent', 'accent'],
] as const;
/** Borders of controls, the ring of the focus, the mark of the chosen tab. */
const edges = across(['line-strong', 'accent'], ['ground', 'surface', 'hover', 'accent-wash']);

describe.each([['light', 4.5, 3], ['dark', 4.5, 3]] as const)('the colours in %s', (theme, least, leastEdge) => {
  const colours = coloursIn(usual, theme);

  it.each(words)('read well: %s on %s', (name, behind) => {
    expect(contrast(colours.get(name)!, colours.get(behind)!)).toBeGreaterThanOrEqual(least);
  });

  it.each(edges)('show where a control ends: %s on %s', (name, behind) => {
    expect(contrast(colours.get(name)!, colours.get(behind)!)).toBeGreaterThanOrEqual(leastEdge);
  });
});

describe.each(['light', 'dark'] as const)('the colours in %s with more contrast', (theme) => {
  const colours = new Map([...coloursIn(usual, theme), ...coloursIn(more, theme)]);

  it.each(words)('read at 7 to 1, as for AAA: %s on %s', (name, behind) => {
    expect(contrast(colours.get(name)!, colours.get(behind)!)).toBeGreaterThanOrEqual(7);
  });

  it('take no colour over from the usual ones', () => {
    expect([...coloursIn(more, theme).keys()]).toEqual([...coloursIn(usual, theme).keys()]);
  });
});

const sheets = ['components', ...readdirSync('entrypoints', { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => `entrypoints/${name}`)]
  .flatMap((folder) => readdirSync(folder).filter((file) => file.endsWith('.css')).map((file) => `${folder}/${file}`));

describe('the style sheets', () => {
  it.each(sheets)('%s know no left and right, so that pages can run from right to left', (path) => {
    const text = readFileSync(path, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    expect([...text.matchAll(/[\w-]*\b(?:left|right)\b[\w-]*/g)].map(([word]) => word)).toEqual([]);
  });

  it.each(sheets.filter((path) => path !== 'components/tokens.css'))('%s take their colours from the tokens', (path) => {
    const text = readFileSync(path, 'utf8').replaceAll(/\/\*.*?\*\//gs, '');
    expect([...text.matchAll(/#[0-9a-fA-F]{3,8}\b|\blight-dark\(/g)].map(([colour]) => colour)).toEqual([]);
  });

  it.each(sheets)('%s use no token that there is none of', (path) => {
    const text = readFileSync(path, 'utf8');
    const known = new Set([...css.matchAll(/(--[\w-]+):/g), ...text.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
    expect([...text.matchAll(/var\((--[\w-]+)/g)].map(([, name]) => name!).filter((name) => !known.has(name))).toEqual([]);
  });
});
