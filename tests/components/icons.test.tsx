import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ActionIcon, actionShapes } from '../../components/action-icon.tsx';
import { ThemeIcon, themeShapes } from '../../components/theme-icon.tsx';
import { themes } from '../../utils/core/rule.ts';
import { inspectionThemes } from '../../utils/inspect/inspection-rule.ts';

let place: HTMLElement;
beforeEach(() => { place = document.body.appendChild(document.createElement('div')); });
afterEach(() => {
  render(null, place);
  place.remove();
});

describe('the icons', () => {
  it('have one for each theme of findings and of inspections, each a different one', () => {
    expect(Object.keys(themeShapes).sort()).toEqual([...themes, ...inspectionThemes].sort());
    expect(new Set(Object.values(themeShapes)).size).toBe(themes.length + inspectionThemes.length);
  });

  it.each([...Object.entries(themeShapes), ...Object.entries(actionShapes)])('keep %s on the grid', (_, path) => {
    const starts = [...path.matchAll(/M([\d.]+)[ ,]?([\d.]+)/g)].flatMap(([, x, y]) => [Number(x), Number(y)]);
    expect(starts.length).toBeGreaterThan(0);
    expect(Math.min(...starts)).toBeGreaterThanOrEqual(2);
    expect(Math.max(...starts)).toBeLessThanOrEqual(18);
  });

  it('are never read out: the words beside them say the same', async () => {
    await act(() => render(<><ThemeIcon theme={'link'} /><ActionIcon action={'copy'} /></>, place));
    expect([...place.querySelectorAll('svg')].map((svg) => svg.getAttribute('aria-hidden'))).toEqual(['true', 'true']);
  });

  it('turn round with the writing only where they point along it', async () => {
    await act(() => render(<><ThemeIcon theme="channel" /><ThemeIcon theme="photo" /></>, place));
    expect([...place.querySelectorAll('svg')].map((svg) => svg.classList.contains('turns'))).toEqual([true, false]);
  });
});
