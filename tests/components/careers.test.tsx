import { describe, expect, it, vi } from 'vitest';
import { Careers, type KnownEmployer } from '../../components/careers.tsx';
import { typedSite } from '../../utils/core/typed-site.ts';
import { drawn } from './drawn.ts';

vi.mock('#i18n', () => import('./english.ts'));

const place = drawn();
const facts = { surface: 'gmail' as const, links: [{ url: 'https://halden-works-jobs.com/apply' }] };
const draw = (known?: KnownEmployer) => place.draw(<Careers onFind={() => Promise.resolve(known)} onType={(text) => typedSite(text, facts)} />);
const links = () => [...place.find('.field').parentElement!.querySelectorAll('a')].map((link) => [link.getAttribute('href'), link.rel, link.textContent]);

describe('Careers', () => {
  it('leads nowhere by itself, and never where the message does', async () => {
    await draw();
    expect(links()).toEqual([]);
  });

  it('leads to the site that the table knows, and says what that does not mean', async () => {
    await draw({ name: 'Halden Works', domain: 'halden-works.example' });
    expect(links()).toEqual([['https://halden-works.example/', 'noreferrer noopener', 'Open halden-works.example']]);
    expect(place.text()).toContain('It does not mean that this person works there.');
  });

  it('leads where the person typed, named by its domain', async () => {
    await draw();
    await place.set('input', 'careers.halden-works.com/open', 'input');
    expect(links()).toEqual([['https://careers.halden-works.com/open', 'noreferrer noopener', 'Open halden-works.com']]);
  });

  it('calls half an address no mistake while it is typed', async () => {
    await draw();
    await place.set('input', 'halden', 'input');
    expect(place.text()).not.toContain('This is not a web address');
    await place.set('input', 'halden', 'change');
    expect(place.text()).toContain('This is not a web address');
    expect(place.find('input').getAttribute('aria-invalid')).toBe('true');
    expect(links()).toEqual([]);
  });

  it('says when the typed site is the one that the message links', async () => {
    await draw();
    await place.set('input', 'halden-works-jobs.com', 'input');
    expect(place.text()).toContain('They write from halden-works-jobs.com or link to it.');
  });
});
