import { describe, expect, it } from 'vitest';
import { linkedinInvitation } from '../../utils/surfaces/linkedin-invitation.ts';
import { loadPage } from './load-page.ts';

const seenAt = '2026-11-21T09:00:00.000Z';
const token = (letter: string) => `ACoAAFVcQzQB${letter.repeat(27)}`;
const site = 'https://www.linkedin.com';
const page = (inside: string, attributes = 'role="listitem" componentkey="urn:li:invitation:7300000000000000001"') => loadPage(`<main><div ${attributes}>
<a href="/in/dana-brook-example/"><figure><svg id="person-accent-4"></svg></figure></a><p><a href="/in/dana-brook-example/"><strong>Dana Brook</strong></a></p>
<p>Recruiter</p>${inside}<button><span>Ignore</span></button><button><span>Accept</span></button></div></main>`);
const read = (document: Document, path = '/mynetwork/invitation-manager/received/') => linkedinInvitation.read(document, new URL(path, site), seenAt);

describe('linkedin-invitation', () => {
  it.each(['/mynetwork/', '/mynetwork/grow/', '/mynetwork/invitation-manager/'])('reads cards on %s', (path) => {
    expect(read(page(''), path).map(({ facts }) => facts.sender?.name)).toEqual(['Dana Brook']);
  });

  it('takes no identifier out of what the sender wrote', () => {
    const document = page(`<p><span data-testid="expandable-text-box">See <a href="/in/${token('Q')}/">my colleague</a></span></p>`);
    expect(read(document)[0]!.facts.profile?.identifier).toBeUndefined();
  });

  it('takes no identifier where two are told', () => {
    const document = page(`<a href="/messaging/compose/?recipient=${token('Q')}">x</a><a href="/messaging/compose/?recipient=${token('R')}">y</a>`);
    expect(read(document)[0]!.facts.profile?.identifier).toBeUndefined();
  });

  it('takes a note that speaks of shared things for a note', () => {
    const [reading] = read(page('<p>2 days ago</p><p>We have 14 mutual friends!</p>'));
    expect([reading!.facts.message?.text, reading!.facts.profile?.mutual]).toEqual(['We have 14 mutual friends!', undefined]);
  });

  it('reads no line as a note where no age tells where it begins', () => {
    expect(read(page('<p>Works at Quarrel & Finch</p>'))[0]!.facts.message?.text).toBeUndefined();
  });

  it('counts shared connections only where the page counts them', () => {
    const mutual = (line: string) => read(page(`<p>${line}</p>`))[0]!.facts.profile?.mutual;
    expect([
      mutual('3 mutual connections'), mutual('<strong>Ada</strong> is a mutual connection'),
      mutual('<strong>Ada</strong> and 3 other mutual connections'), mutual('Ada and 3 other mutual connections'),
    ]).toEqual([3, 1, 4, undefined]);
  });

  it('has one reading of a card whose key stands on two elements', () => {
    expect(read(page('<div componentkey="urn:li:invitation:7300000000000000001"><a href="/in/dana-brook-example/">x</a></div>'))).toHaveLength(1);
  });

  it('cannot read a list it does not know', () => {
    const document = page('', 'role="listitem" data-new-mark');
    const url = new URL('/mynetwork/invitation-manager/received/', site);
    expect([read(document), linkedinInvitation.expects(url, document), linkedinInvitation.isOwn(document, url)]).toEqual([[], true, false]);
  });

  it('reads nothing before the page is drawn, without calling it unreadable', () => {
    const document = loadPage('<main><div data-testid="loader"></div></main>');
    expect([read(document), linkedinInvitation.expects(new URL('/mynetwork/invitation-manager/', site), document)]).toEqual([[], false]);
  });
});
