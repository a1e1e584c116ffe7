import { hostsOf } from '../core/reading-places.ts';
import { languageOf, titleOf } from './dom.ts';
import { aboutPlaces, readAboutThisProfile } from './about-this-profile.ts';
import { contactPlaces, readContactDialog } from './contact-dialog.ts';
import { isIdentifier, profileAddress, slugIn } from './linkedin-person.ts';
import { findAt, type Places } from './places.ts';
import type { ProfileCard } from './profile-card.ts';
import { classicPlaces, readEmberCard } from './profile-card-ember.ts';
import { readSduiCard, sduiPlaces } from './profile-card-sdui.ts';
import type { Reading, Surface } from './surface.ts';

/** LinkedIn draws two front ends at once, per account: each is tried, the newer first. */
const layouts = [readSduiCard, readEmberCard];

/** Only the owner's page has them. */
const ownPlaces = {
  own: [
    'a[href*="/edit/intro"]', // pencil on the card, 2025 and 2026
    'a[href*="/edit/forms/intro"]', // the same, /edit/forms/intro/new/, 2021 to 2024
    '.pv-top-card--is-self', // class of the card, 2020 to 2021
  ],
} satisfies Places;

/** `/in/<slug>/`, its dialogs, its versions in other languages (`/in/<slug>/de/`); the address of old links. */
const isProfile = (path: string) => /^\/(?:in\/[^/]+\/?(?:overlay\/.*|detail\/contact-info\/?|[a-z]{2}\/?)?|pub\/.+)$/.test(path);
/** Sales Navigator and Recruiter show persons in markup nobody has recorded: better told than passed over. */
const isUnknown = (path: string) => /^\/(?:sales\/(?:lead|people)|talent)\/./.test(path);

/** A person's page: `/in/<slug>/` and the dialogs that open over it. */
export const linkedinProfile: Surface = {
  id: 'linkedin-profile',
  hosts: hostsOf('linkedin-profile'),
  places: { ...sduiPlaces, ...classicPlaces, ...aboutPlaces, ...contactPlaces, ...ownPlaces },
  expects: ({ pathname }) => isProfile(pathname) || isUnknown(pathname),
  isOwn: (document) => findAt(document, ownPlaces.own) !== undefined,
  read: (document, url, seenAt) => {
    if (!isProfile(url.pathname) || linkedinProfile.isOwn(document, url)) return [];
    const language = languageOf(document);
    const about = readAboutThisProfile(document, url, language);
    const card = firstCard(document, language);
    const contact = readContactDialog(document, language);
    const element = card?.element ?? about?.element ?? contact?.element;
    if (!element) return [];
    return [readingOf(element, { card, about, contact }, { document, url, seenAt })];
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

interface Parts {
  readonly card: ProfileCard | undefined;
  readonly about: ReturnType<typeof readAboutThisProfile>;
  readonly contact: ReturnType<typeof readContactDialog>;
}

function readingOf(element: Element, { card, about, contact }: Parts, { document, url, seenAt }: Page): Reading {
  const slug = slugOfPage(card, url);
  const isSamePerson = !card || slug === slugIn(url.pathname) || isIdentifier(slugIn(url.pathname));
  const stated = about && isSamePerson
    ? { joined: about.joined, contactUpdated: about.contactUpdated, photoUpdated: about.photoUpdated } : {};
  const isTheirs = contact?.slug === undefined ? isSamePerson : contact.slug === slug || isIdentifier(slug);
  const linked = isTheirs ? contact : undefined;
  return {
    element, links: linked?.elements ?? [], files: [],
    ...(card?.photo?.url && { photo: card.photo.element }),
    facts: {
      surface: 'linkedin-profile',
      seenAt,
      sender: { ...(card?.sender ?? { name: about?.name ?? nameInTitle(titleOf(document)) }), profileUrl: profileAddress(slug) },
      ...(linked?.links[0] && { links: linked.links }),
      profile: { ...card?.profile, ...stated, ...(linked && { connectedSince: linked.connectedSince }) },
    },
  };
}

/** While LinkedIn moves to another profile the address is new and the card still old: the card's own link tells whose it is. */
function slugOfPage(card: ProfileCard | undefined, url: URL): string | undefined {
  return card?.slug ?? slugIn(url.pathname);
}

/** `(3) Ada Example | LinkedIn` */
const nameInTitle = (title: string) => /^(?:\(\d+\+?\)\s*)?(.+?)\s*\|\s*LinkedIn$/.exec(title)?.[1];
