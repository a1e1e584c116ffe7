import { describe, expect, it } from 'vitest';
import { Facts } from '../../utils/core/facts.ts';
import { linkedinPeople } from '../../utils/surfaces/linkedin-people.ts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';
import { asWritten, loadPage, pagesOf } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
const search = new URL('https://www.linkedin.com/search/results/people/?keywords=x');
const face = (i: number) => `<li><a href="/in/person-${i}-example/"><img src="https://media.licdn.com/dms/image/v2/D4E03AQ/profile-displayphoto-scale_100_100/B4E/0/${1_700_000_000_000 + i}"></a></li>`;
const others = surfaces.filter(({ id }) => !['linkedin-profile', 'linkedin-company'].includes(id)).flatMap(({ id }) => pagesOf(id));

describe('linkedin-people', () => {
  it.each(pagesOf('linkedin-people'))('reads $name as written beside it', ({ html, url, expected }) => {
    const readings = linkedinPeople.read(loadPage(html), new URL(url), seenAt);
    expect(readings.map(({ facts }) => asWritten(facts))).toEqual(expected.map(({ facts }) => facts));
    expect(readings.every(({ facts, isPassing }) => isPassing && Facts.safeParse(facts).success)).toBe(true);
  });

  it('says of everybody that they only pass by', () => {
    const page = loadPage(face(1));
    expect(linkedinPeople.read(page, search, seenAt).map(({ isPassing }) => isPassing)).toEqual([true]);
  });

  it('takes 24 of a long list', () => {
    const page = loadPage(Array.from({ length: 60 }, (_, i) => face(i)).join(''));
    expect(linkedinPeople.read(page, search, seenAt)).toHaveLength(24);
  });

  it('remembers nobody who is met elsewhere', () => {
    const page = loadPage(face(1));
    for (const path of ['/feed/', '/messaging/thread/2-abc/', '/mynetwork/', '/jobs/view/1234567890/']) {
      expect(linkedinPeople.read(page, new URL(path, search), seenAt)).toEqual([]);
    }
  });

  it.each(others)('finds nobody in $name', ({ html, url }) => {
    expect(linkedinPeople.read(loadPage(html), new URL(url), seenAt)).toEqual([]);
  });

  it('asks for nothing to be read on a page', () => {
    expect(linkedinPeople.expects(search, document)).toBe(false);
  });
});
