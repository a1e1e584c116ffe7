import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { besideOf, readSavedPage } from '../../utils/cli/saved-page.ts';
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

describe('readSavedPage, of what is no page', () => {
  it('says that a folder is one', async () => {
    await expect(readSavedPage(makeFolder({}), undefined)).rejects.toThrow('is a folder');
  });

  it('refuses a PDF and other files of bytes, but no page in UTF-16', async () => {
    await expect(addressIn('%PDF-1.7 with words', 'https://a.example/')).rejects.toThrow('is no web page');
    await expect(addressIn('PK\u0003\u0004\u0000', 'https://a.example/')).rejects.toThrow('is no web page');
    const wide = join(makeFolder({}), 'wide.html');
    writeFileSync(wide, Buffer.from(`\ufeff<p>Hello</p>`, 'utf16le'));
    expect((await readSavedPage(wide, 'https://a.example/')).url.href).toBe('https://a.example/');
  });
});

describe('besideOf', () => {
  const asked = (path: string) => {
    const folder = makeFolder({ 'a.html': '', 'a frame.html': '<p>Frame</p>', 'site.js': '1' });
    return besideOf({ path: join(folder, 'a.html'), url: new URL('https://mail.example/u/0/a'), html: new Uint8Array() }, path)?.toString();
  };

  it("gives a frame's page that was saved beside the page", () => {
    expect(asked('/u/0/a%20frame.html?x=1')).toBe('<p>Frame</p>');
  });

  it.each([
    ['a script', '/u/0/site.js'],
    ['what is not there', '/u/0/other.html'],
    ['another folder of the site', '/other/a%20frame.html'],
    ['a name that cannot be decoded', '/u/0/%E0%A4%A.html'],
  ])('gives nothing for %s', (_, path) => {
    expect(asked(path)).toBeUndefined();
  });

  it('gives nothing that lies outside of the page\'s folder', () => {
    const elsewhere = join(makeFolder({ 'secret.html': 'no' }), 'secret.html');
    expect(asked(`/u/0/..%2F..%2F..%2F..%2F..%2F..${encodeURIComponent(elsewhere)}`)).toBeUndefined();
  });
});

describe('surfaceOfAddress', () => {
  it.each([
    ['https://www.linkedin.com/in/dana-example/', 'linkedin-profile'],
    ['https://www.linkedin.com/messaging/thread/2/', 'linkedin-message'],
    ['https://www.linkedin.com/mynetwork/invitation-manager/', 'linkedin-invitation'],
    ['https://www.linkedin.com/jobs/view/1/', 'linkedin-job'],
    ['https://mail.google.com/mail/u/0/#inbox', 'gmail'],
    ['https://mail.proton.me/u/0/inbox/AbCd==', 'proton'],
    ['https://mail.zoho.eu/zm/', 'zoho'],
    ['https://webmail.example/?_task=mail', undefined],
    ['https://www.linkedin.com/feed/', undefined],
    ['https://linkedin.com.example/in/dana/', undefined],
  ])('knows what %s is', (address, surface) => {
    expect(surfaceOfAddress(new URL(address))).toBe(surface);
  });
});
