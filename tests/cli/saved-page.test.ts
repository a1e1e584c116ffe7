import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSavedPage } from '../../utils/cli/saved-page.ts';
import { surfaceOfAddress } from '../../utils/cli/surface-of-address.ts';
import { makeFolder } from './run-program.ts';

const addressIn = async (html: string, url?: string) =>
  (await readSavedPage(join(makeFolder({ 'a.html': html }), 'a.html'), url)).url.href;
const own = '<meta name="fixture:url" content="https://www.linkedin.com/in/dana-example/">';
const canonical = '<link rel="canonical" href="https://www.linkedin.com/jobs/view/1/">';
const saved = '<!-- saved from url=(0031)https://mail.google.com/mail/u/0 -->';

describe('readSavedPage', () => {
  it('takes the given address before all others', async () => {
    expect(await addressIn(own, 'https://mail.google.com/mail/')).toBe('https://mail.google.com/mail/');
  });

  it("takes the fixture's own address, then the canonical one, then the browser's comment", async () => {
    expect(await addressIn(saved + canonical + own)).toBe('https://www.linkedin.com/in/dana-example/');
    expect(await addressIn(saved + canonical)).toBe('https://www.linkedin.com/jobs/view/1/');
    expect(await addressIn(saved)).toBe('https://mail.google.com/mail/u/0');
  });

  it('asks for an address when the page has none', async () => {
    await expect(addressIn('<p>Hello</p>')).rejects.toThrow('give one with --url');
  });

  it('refuses an address that is not https', async () => {
    await expect(addressIn('', 'file:///etc/hosts')).rejects.toThrow('is no https address');
  });
});

describe('surfaceOfAddress', () => {
  it.each([
    ['https://www.linkedin.com/in/dana-example/', 'linkedin-profile'],
    ['https://www.linkedin.com/messaging/thread/2/', 'linkedin-message'],
    ['https://www.linkedin.com/mynetwork/invitation-manager/', 'linkedin-invitation'],
    ['https://www.linkedin.com/jobs/view/1/', 'linkedin-job'],
    ['https://mail.google.com/mail/u/0/#inbox', 'gmail'],
    ['https://www.linkedin.com/feed/', undefined],
    ['https://linkedin.com.example/in/dana/', undefined],
  ])('knows what %s is', (address, surface) => {
    expect(surfaceOfAddress(new URL(address))).toBe(surface);
  });
});
