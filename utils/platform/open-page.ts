import { browser } from 'wxt/browser';
import { repositoryLink } from '../core/repository-link.ts';
import type { Ask } from './questions.ts';

/** Opens one of our own pages in a tab. What is no repository is left out: nothing is fetched before the person asks for it there. */
export async function openPage({ page, repository }: Ask<'open'>): Promise<void> {
  const wanted = page === 'inspect' && repository !== undefined && repositoryLink(repository) ? `?repository=${encodeURIComponent(repository)}` : '';
  await browser.tabs.create({ url: `${browser.runtime.getURL(`/${page}.html` as '/options.html')}${wanted}` });
}
