import { browser } from 'wxt/browser';
import { asksAmong } from '../core/asks-among.ts';
import { repositoryLink } from '../core/repository-link.ts';
import type { Ask } from './questions.ts';

/** Opens one of our own pages in a tab. What is no repository is left out: nothing is fetched before the person asks for it there. */
export async function openPage({ page, repository, asked = [] }: Ask<'open'>): Promise<void> {
  const about = new URLSearchParams();
  if (page === 'inspect' && repository !== undefined && repositoryLink(repository)) about.set('repository', repository);
  if (page === 'first-aid' && asked.length > 0) about.set('asked', asksAmong(asked).join(' '));
  const query = about.size > 0 ? `?${about}` : '';
  await browser.tabs.create({ url: `${browser.runtime.getURL(`/${page}.html` as '/options.html')}${query}` });
}
