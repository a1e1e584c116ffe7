import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { archiveHost } from '../../utils/core/repository-archive.ts';
import { repositoryLink, type RepositoryLink } from '../../utils/core/repository-link.ts';

interface Props { readonly asked: string; readonly onLook: (link: RepositoryLink, address: string) => void }

/** The address of a repository, and what asking its host for the archive means. */
export function LinkedRepository({ asked, onLook }: Props) {
  const [address, setAddress] = useState(asked);
  const link = repositoryLink(address);
  const isOther = address.trim() !== '' && !link;
  return (
    <form class="panel boxed" onSubmit={(event) => { event.preventDefault(); if (link) onLook(link, address); }}>
      <h2><label for="repository">{i18n.t('inspect.repository')}</label></h2>
      <input
        id="repository" name="repository" type="text" dir="ltr" autocomplete="off" spellcheck={false} value={address} aria-describedby="repository-hint"
        placeholder="https://github.com/…" onInput={({ currentTarget }) => setAddress(currentTarget.value)}
      />
      <p id="repository-hint" class="small soft">
        {link ? i18n.t('inspect.permission', [archiveHost(link)]) : isOther ? i18n.t('inspect.noRepository') : i18n.t('inspect.repositoryHint')}
      </p>
      <div class="actions"><button type="submit" class="primary" disabled={!link}>{i18n.t('inspect.lookInside')}</button></div>
    </form>
  );
}
