import { hostsOf } from '../core/reading-places.ts';
import { find, languageOf, titleOf } from './dom.ts';
import { readAboutThisProfile } from './about-this-profile.ts';
import { isIdentifier, profileAddress, slugIn } from './linkedin-person.ts';
import type { ProfileCard } from './profile-card.ts';
import { readEmberCard } from './profile-card-ember.ts';
import { readSduiCard } from './profile-card-sdui.ts';
import type { Reading, Surface } from './surface.ts';

/** LinkedIn draws two front ends at once, per account: each is tried, the newer first. */
const layouts = [readSduiCard, readEmberCard];

/** Links only the owner's page has: /in/<slug>/edit/intro/ (2026), /in/<slug>/edit/forms/intro/new/ (2023). */
const ownLinks = 'a[href*="/edit/intro"], a[href*="/edit/forms/intro"], .pv-top-card--is-self';

const isProfile = (path: string) => /^\/in\/[^/]+\/?(?:overlay\/.*)?$/.test(path);

/** A person's page: `/in/<slug>/` and the dialogs that open over it. */
export const linkedinProfile: Surface = {
  id: 'linkedin-profile',
  hosts: hostsOf('linkedin-profile'),
  places: {},
  expects: ({ pathname }) => isProfile(pathname),
  isOwn: (document) => find(document, ownLinks) !== undefined,
  read: (document, url, seenAt) => {
    if (!isProfile(url.pathname) || linkedinProfile.isOwn(document, url)) return [];
    const language = languageOf(document);
    const about = readAboutThisProfile(document, url, language);
    const card = firstCard(document, language);
    const element = card?.element ?? about?.element;
    if (!element) return [];
    return [readingOf(element, card, about, { document, url, seenAt })];
  },
};

function firstCard(document: Document, language: string | undefined): ProfileCard | undefined {
  for (const layout of layouts) {
    const card = layout(document, language);
    if (card) return card;
  }
  return undefined;
}

interface Page { readonly document: Document; readonly url: URL; readonly seenAt: string }

function readingOf(
  element: Element, card: ProfileCard | undefined, about: ReturnType<typeof readAboutThisProfile>, { document, url, seenAt }: Page,
): Reading {
  const slug = slugOfPage(card, url);
  const isSamePerson = !card || slug === slugIn(url.pathname) || isIdentifier(slugIn(url.pathname));
  const stated = about && isSamePerson
    ? { joined: about.joined, contactUpdated: about.contactUpdated, photoUpdated: about.photoUpdated } : {};
  return {
    element, links: [], files: [],
    ...(card?.photo?.url && { photo: card.photo.element }),
    facts: {
      surface: 'linkedin-profile',
      seenAt,
      sender: { ...(card?.sender ?? { name: about?.name ?? nameInTitle(titleOf(document)) }), profileUrl: profileAddress(slug) },
      profile: { ...card?.profile, ...stated },
    },
  };
}

/** While LinkedIn moves to another profile the address is new and the card still old: the card's own link tells whose it is. */
function slugOfPage(card: ProfileCard | undefined, url: URL): string | undefined {
  return card?.slug ?? slugIn(url.pathname);
}

/** `(3) Ada Example | LinkedIn` */
const nameInTitle = (title: string) => /^(?:\(\d+\+?\)\s*)?(.+?)\s*\|\s*LinkedIn$/.exec(title)?.[1];
