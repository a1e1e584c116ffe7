import { hostsOf } from '../core/reading-places.ts';
import { readPhotoAddress } from '../core/photo-address.ts';
import { attribute, closest, find, findAll } from './dom.ts';
import { accountIn, faceIn, photoOf, profileAddress, slugIn } from './linkedin-person.ts';
import { linkedinRoots } from './linkedin-roots.ts';
import { findAllAt, type Places } from './places.ts';
import type { Reading, Surface } from './surface.ts';

/** More are on a page only after a long scroll; each costs a request where the person switched that on. */
const most = 24;

const places = {
  face: [
    'img[src*="/profile-displayphoto-"], img[src*="/profile-framedphoto-"]', // shape of the address, every front end
  ],
} satisfies Places;

const person = 'a[href*="/in/"]';
/** One result: 2025 and 2026 by name or role, 2021 to 2025 by urn, else the item of a list. */
const item = '[data-view-name="people-search-result"], [data-chameleon-result-urn], [role="listitem"], li';
/** Bars around the page, where the own face is. */
const bars = 'header, nav, [role="banner"], .global-nav';

/**
 * People in lists, as long as only their photos are wanted: search results, and the people beside a profile. They are remembered, never
 * judged, and what was read of them goes nowhere else.
 */
export const linkedinPeople: Surface = {
  id: 'linkedin-profile',
  hosts: hostsOf('linkedin-profile'),
  places,
  expects: () => false,
  isOwn: () => false,
  read: (document, { pathname }, seenAt) => {
    if (!/^\/(?:search\/results\/(?:people|all)|in\/[^/]+)(?:\/|$)/.test(pathname)) return [];
    const found = new Map<string, Reading>();
    for (const root of linkedinRoots(document)) {
      const faces = findAllAt(root, places.face);
      const own = new Set(faces.filter((face) => closest(face, bars)).map(uploadOf));
      for (const face of faces) {
        const reading = found.size < most && !own.has(uploadOf(face)) ? readFace(face, seenAt) : undefined;
        const address = reading?.facts.sender?.profileUrl;
        if (reading && address && address !== profileAddress(slugIn(pathname)) && !found.has(address)) found.set(address, reading);
      }
    }
    return [...found.values()];
  },
};

/** The same picture in other sizes has other addresses and the same time. */
const uploadOf = (face: Element) => readPhotoAddress(attribute(face, 'src') ?? '')?.uploaded ?? face;

/** The first picture of a link to a person, or of an item of a list that begins with one: others are of shared connections. */
function readFace(face: Element, seenAt: string): Reading | undefined {
  const card = closest(face, item);
  const isFirst = (root: Element | null | undefined) => root && faceIn(root)?.element === face;
  const link = closest(face, person) ?? (card && isFirst(card) ? find(card, person) : undefined);
  const slug = link && slugIn(attribute(link, 'href'));
  const photo = photoOf(face);
  if (!link || !slug || !photo?.url || !isFirst(closest(face, person) ?? card)) return undefined;
  // An item can hold several people: what it says about accounts is then nobody's.
  const isAlone = card && findAll(card, person).every((other) => slugIn(attribute(other, 'href')) === slug || !faceIn(other));
  return {
    element: link, links: [], files: [], photo: face, isPassing: true,
    facts: {
      surface: 'linkedin-profile', seenAt,
      sender: { profileUrl: profileAddress(slug) },
      profile: { ...accountIn(isAlone ? card : link, slug), photo: { url: photo.url } },
    },
  };
}
