import { describe, expect, it } from 'vitest';
import { Facts } from '../../utils/core/facts.ts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';
import { asWritten, loadPage, pagesOf } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';

describe.each(surfaces)('the surface $id', (surface) => {
  const own = pagesOf(surface.id);
  const others = surfaces.filter(({ id }) => id !== surface.id).flatMap(({ id }) => pagesOf(id));

  it('has saved pages', () => {
    expect(own.length).toBeGreaterThanOrEqual(3);
  });

  it.each(own)('reads $name as written beside it', ({ html, url, expected }) => {
    const readings = surface.read(loadPage(html), new URL(url), seenAt);
    expect(readings.map(({ facts }) => asWritten(facts))).toEqual(expected.map(({ facts }) => facts));
    expect(readings.map(({ facts }) => Facts.safeParse(facts).success)).toEqual(expected.map(() => true));
    expect(readings.map(({ facts }) => [facts.surface, facts.seenAt])).toEqual(expected.map(() => [surface.id, seenAt]));
    expect(readings.filter(({ element }, i) => !element.matches(expected[i]?.element ?? '*'))).toEqual([]);
    for (const { facts, links, files } of readings) {
      expect([links.length, files.length]).toEqual([facts.links?.length ?? 0, facts.files?.length ?? 0]);
    }
  });

  it.each(own)('leaves $name as it was', ({ html, url }) => {
    const page = loadPage(html);
    const before = page.documentElement.outerHTML;
    surface.read(page, new URL(url), seenAt);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it.each(own.filter(({ expected }) => expected.length > 0))('expects something at the address of $name, or needs no address', ({ name, url, html }) => {
    expect(surface.expects(new URL(url), loadPage(html))).toBe(!name.includes('overlay-'));
  });

  it.each(own.filter(({ expected }) => expected.length === 0))('knows that $name is nothing to judge', ({ html, url }) => {
    expect(surface.isOwn(loadPage(html), new URL(url))).toBe(true);
  });

  it.each(others)('finds nothing in $name', ({ html, url }) => {
    expect(surface.read(loadPage(html), new URL(url), seenAt)).toEqual([]);
  });

  it('finds nothing in an empty page', () => {
    for (const { url } of own) expect(surface.read(loadPage(''), new URL(url), seenAt)).toEqual([]);
  });
});
