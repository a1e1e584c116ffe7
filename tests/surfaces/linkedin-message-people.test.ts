import { describe, expect, it } from 'vitest';
import { Facts } from '../../utils/core/facts.ts';
import { linkedinMessage } from '../../utils/surfaces/linkedin-message.ts';
import { loadPage } from './load-page.ts';

const url = new URL('https://www.linkedin.com/messaging/thread/2-aW52ZW50ZWQ=/');
/** Whose mailbox it is: its identifier stands in the address of every message. */
const mine = 'ACoAABPf9csBUVFRUVFRUVFRUVFRUVFRUVFRUVE';
const ada = 'ACoAAFloLwEBU1NTU1NTU1NTU1NTU1NTU1NTU1M';
const bea = 'ACoAAFloLwIBVFRUVFRUVFRUVFRUVFRUVFRUVFQ';
const photoOf = (who: string) => `https://media.licdn.com/dms/image/v2/D4E03AQ${who}/profile-displayphoto-shrink_100_100/x/0/1793348062417?e=1`;
const face = (who: string) => `<img class="msg-s-event-listitem__profile-picture" src="${photoOf(who)}" title="${who}">`;

interface Said { readonly who: string; readonly slug?: string; readonly isMine?: boolean; readonly picture?: string }
const urn = 'urn:li:msg_message:(urn:li:fsd_profile:' + mine + ',2-MTc5NDAwMDAwMDAwMGIxMDAwMS0xMDA=)';
const link = (slug: string | undefined, name: string, content: string) => (slug ? `<a class="${name}" href="/in/${slug}/">${content}</a>` : content);

/** A message of 2024 to 2026: what others wrote is marked, the picture stands in a link of its own. */
const now = ({ who, slug, isMine, picture = face(who) }: Said) => `<li class="msg-s-message-list__event">
<div class="msg-s-event-listitem ${isMine ? '' : 'msg-s-event-listitem--other'}" data-event-urn="${urn}">${link(slug, 'msg-s-event-listitem__link', picture)}
<div class="msg-s-message-group__meta">${link(slug, 'msg-s-message-group__profile-link', `<span class="msg-s-message-group__name">${who}</span>`)}</div>
<div class="msg-s-event__content"><p class="msg-s-event-listitem__body">Words of ${who}.</p></div></div></li>`;
/** The same of 2021: nothing marks who wrote what. */
const then = (said: Said) => now(said).replace('msg-s-event-listitem--other', '');

const page = (messages: readonly string[]) => loadPage(`<main><section class="msg-convo-wrapper msg-thread"><h2 class="msg-entity-lockup__entity-title">Three of us</h2>
<div class="msg-s-message-list"><ul class="msg-s-message-list-content">${messages.join('')}</ul></div></section></main>`);
const read = (messages: readonly string[]) => {
  const readings = linkedinMessage.read(page(messages), url, '2026-11-21T09:00:00.000Z');
  expect(readings.every(({ facts }) => Facts.safeParse(facts).success)).toBe(true);
  return readings.map(({ facts }) => facts.message?.people);
};

const three: readonly Said[] = [
  { who: 'Ada', slug: ada }, { who: 'Bea', slug: bea }, { who: 'Noor', slug: mine, isMine: true },
];
const others = [
  { profileUrl: `https://www.linkedin.com/in/${ada}/`, identifier: ada, photo: photoOf('Ada') },
  { profileUrl: `https://www.linkedin.com/in/${bea}/`, identifier: bea, photo: photoOf('Bea') },
];

describe('the people of a LinkedIn conversation', () => {
  it.each([['of today', now], ['of 2021', then]])('are the others with the photo the page shows, in the markup %s', (_, write) => {
    expect(read(three.map(write))).toEqual([others, others]);
  });

  it('are told once each, however much they wrote', () => {
    expect(read([...three, ...three].map(now))[0]).toEqual(others);
  });

  it('are not told where one other writes: nobody shares a photo alone', () => {
    expect(read([three[0]!, three[2]!].map(now))).toEqual([undefined]);
  });

  it.each([
    ['without a link to the profile', { who: 'Bea' }],
    ['without a picture', { who: 'Bea', slug: 'bea-stone', picture: '' }],
    ['with a picture of nobody', { who: 'Bea', slug: 'bea-stone', picture: '<img class="msg-s-event-listitem__profile-picture ghost-person" src="data:,">' }],
    ['with a picture that is no profile photo', { who: 'Bea', slug: 'bea-stone', picture: '<img class="msg-s-event-listitem__profile-picture" src="https://media.licdn.com/dms/image/v2/x/company-logo_100_100/0/1">' }],
  ] satisfies [string, Said][])('leave out somebody %s', (_, second) => {
    expect(read([three[0]!, second, { who: 'Cleo', slug: 'cleo-marsh' }].map(now))[0]?.map(({ photo }) => photo)).toEqual([photoOf('Ada'), photoOf('Cleo')]);
  });

  it('are twenty at most', () => {
    const many = Array.from({ length: 30 }, (_, i) => now({ who: `P${i}`, slug: `person-${i}-example` }));
    expect(read(many)[0]).toHaveLength(20);
  });
});
