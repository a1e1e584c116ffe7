import { i18n } from '#i18n';

interface Props { readonly hosts: readonly string[]; readonly onRemove: (host: string) => void }

/** Sites the person added, each with the way to take it back. Adding is done on the site itself, from the popup. */
export function OwnSiteList({ hosts, onRemove }: Props) {
  return (
    <section class="panel">
      <h2>{i18n.t('ownSites.title')}</h2>
      {hosts.length === 0 && <p>{i18n.t('ownSites.none')}</p>}
      {hosts.length > 0 && (
        <ul class="list">
          {hosts.map((host) => (
            <li key={host}>
              <span class="what">{host}</span>
              <button type="button" class="plain" aria-label={i18n.t('ownSites.removeThis', [host])} onClick={() => onRemove(host)}>{i18n.t('ownSites.remove')}</button>
            </li>
          ))}
        </ul>
      )}
      <p class="small soft">{i18n.t('ownSites.hint')}</p>
    </section>
  );
}
