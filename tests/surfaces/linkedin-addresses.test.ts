import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkedinProfile } from '../../utils/surfaces/linkedin-profile.ts';
import { loadPage } from './load-page.ts';

const german = readFileSync('tests/pages/linkedin-profile/sdui-no-photo-german.html', 'utf8');
/** The same page without the links by which a card says whose it is. */
const unlinked = german.replaceAll(/href="[^"]*\/in\/[^"]*"/g, 'href="#"');
const own = 'https://www.linkedin.com/in/mira-osterkamp-2b481a/';
const read = (html: string, path: string) =>
  linkedinProfile.read(loadPage(html), new URL(path, 'https://www.linkedin.com'), '2026-11-21T09:00:00.000Z')[0]?.facts;
const isExpected = (path: string) => linkedinProfile.expects(new URL(path, 'https://www.linkedin.com'), loadPage(''));

describe('LinkedIn profile addresses', () => {
  it.each([
    '/in/mira-osterkamp-2b481a', '/in/mira-osterkamp-2b481a/', '/in/mira-osterkamp-2b481a/de/', '/in/mira-osterkamp-2b481a/overlay/contact-info/',
    '/in/mira-osterkamp-2b481a/overlay/about-this-profile/', '/in/ACoAAGs8cgABREREREREREREREREREREREREREQ/', '/pub/mira-osterkamp/1/2a/b3c',
  ])('reads the page at %s under the address its card links to', (path) => {
    expect(read(german, path)?.sender).toMatchObject({ name: 'Mira Osterkamp', profileUrl: own });
    expect(isExpected(path)).toBe(true);
  });

  it('reads a slug with letters beyond ASCII whichever way it is written', () => {
    const whole = 'https://www.linkedin.com/in/%E5%B1%B1%E7%94%B0-%E8%8A%B1-1a2b/';
    expect(read(unlinked, '/in/%E5%B1%B1%E7%94%B0-%E8%8A%B1-1a2b/')?.sender?.profileUrl).toBe(whole);
    expect(read(unlinked, '/in/山田-花-1a2b/')?.sender?.profileUrl).toBe(whole);
  });

  it('does not fail on an address with broken percent signs', () => {
    expect(read(unlinked, '/in/100%-real/')?.sender?.name).toBe('Mira Osterkamp');
  });

  it.each(['/in/mira-osterkamp-2b481a/details/experience/', '/in/mira-osterkamp-2b481a/recent-activity/all/', '/feed/', '/sales/home', '/company/talent/'])(
    'expects no profile at %s', (path) => {
      expect(isExpected(path)).toBe(false);
      expect(read(german, path)).toBeUndefined();
    });

  it.each(['/sales/lead/ACwAAGs8cgABREREREREREREREREREREREREREQ,NAME_SEARCH,x1', '/sales/people/ACwAAGs8cgABREREREREREREREREREREREREREQ', '/talent/profile/AEMAAGs8cgAB'])(
    'expects something it cannot read at %s', (path) => {
      expect(isExpected(path)).toBe(true);
      expect(read(german, path)).toBeUndefined();
    });
});
