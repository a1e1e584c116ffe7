import { beforeAll, describe, expect, it } from 'vitest';
import { Facts } from '../../utils/core/facts.ts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';
import { asWritten, loadPage, pagesOf } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
const pages = surfaces.flatMap((surface) => pagesOf(surface.id).map((page) => ({ ...page, surface })));

describe.each(surfaces)('the surface $id', (surface) => {
  const own = pagesOf(surface.id);

  it('has saved pages', () => {
    expect(own.length).toBeGreaterThanOrEqual(3);
  });

  it('finds nothing in an empty page', () => {
    for (const { url } of own) expect(surface.read(loadPage(''), new URL(url), seenAt)).toEqual([]);
  });
});

// Loading a page takes longer than reading it, and reading leaves it as it was: the last test of each page sees to that.
describe.each(pages)('on the page $name', ({ name, html, url, expected, surface }) => {
  const others = surfaces.filter(({ id }) => id !== surface.id);
  const address = new URL(url);
  let served: string;

  beforeAll(() => {
    served = loadPage(html).documentElement.outerHTML;
  });

  it('its surface reads what is written beside it', () => {
    const readings = surface.read(document, address, seenAt);
    expect(readings.map(({ facts }) => asWritten(facts))).toEqual(expected.map(({ facts }) => facts));
    expect(readings.map(({ facts }) => Facts.safeParse(facts).success)).toEqual(expected.map(() => true));
    expect(readings.map(({ facts }) => [facts.surface, facts.seenAt])).toEqual(expected.map(() => [surface.id, seenAt]));
    expect(readings.filter(({ element }, i) => !element.matches(expected[i]?.element ?? '*'))).toEqual([]);
    for (const { facts, links, files } of readings) {
      expect([links.length, files.length]).toEqual([facts.links?.length ?? 0, facts.files?.length ?? 0]);
    }
  });

  it('its surface expects something at the address or needs no address, or knows that there is nothing to judge', () => {
    const knows = expected.length > 0 ? surface.expects(address, document) : surface.isOwn(document, address);
    expect(knows).toBe(expected.length === 0 || !name.includes('overlay-'));
  });

  it.each(others)('$id finds nothing', (other) => {
    expect(other.read(document, address, seenAt)).toEqual([]);
  });

  it('everything is left as it was', () => {
    expect(document.documentElement.outerHTML).toBe(served);
  });
});
