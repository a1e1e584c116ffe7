import { describe, expect, it } from 'vitest';
import { Facts } from '../../utils/core/facts.ts';
import { surfaces } from '../../utils/surfaces/surfaces.ts';
import { loadPage, pagesOf } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
/** Not the own profile: it says whose it is at its end, and until then nothing on it is wrong. */
const pages = surfaces.flatMap((surface) => pagesOf(surface.id).map((page) => ({ ...page, surface }))).filter(({ expected }) => expected.length > 0);
/** Where loading stops, as a share of the page. */
const shares = [0.15, 0.3, 0.45, 0.6, 0.7, 0.8, 0.9, 0.97];

/** The page as far as it came, cut in front of an element: a browser shows no half of one. */
const cutAt = (html: string, share: number) => html.slice(0, html.lastIndexOf('<', Math.round(html.length * share)));

/** What of a person and a message a page that did not finish could get wrong. */
const said = ({ sender, profile, message, headers, files, links }: Omit<Facts, 'surface'>) => ({
  names: [sender?.name, sender?.email, sender?.profileUrl?.split('/').at(-2), sender?.headline, profile?.identifier, message?.subject, message?.sentAt, headers?.mailedBy,
    ...(files ?? []).map(({ name }) => name), ...(links ?? []).map(({ url }) => url)].filter((value): value is string => typeof value === 'string'),
  words: (message?.text ?? '').split(/\s+/).filter(Boolean),
});

describe('surfaces over pages that never finish loading', () => {
  it.each(pages)('say nothing of $name that the whole page does not say', ({ html, url, surface, expected, ownWords }) => {
    // An earlier message is the newest one for as long as no later one is there.
    const whole = JSON.stringify([expected, ownWords]);
    const isNew = (words: string) => !whole.includes(JSON.stringify(words).slice(1, -1));
    for (const share of shares) {
      for (const { facts } of surface.read(loadPage(cutAt(html, share)), new URL(url), seenAt)) {
        expect(Facts.safeParse(facts).success).toBe(true);
        const part = said(facts);
        expect(part.names.filter(isNew), `names at ${share}`).toEqual([]);
        expect(part.words.filter(isNew), `words at ${share}`).toEqual([]);
      }
    }
  });
});
