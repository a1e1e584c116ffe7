import { i18n } from '#i18n';

interface Props { readonly host: string; readonly onWatch: () => void }

/** Offers to read webmail on an address nobody can list. */
export function WatchSite({ host, onWatch }: Props) {
  return (
    <section class="panel">
      <h2>{i18n.t('ownSites.offer')}</h2>
      <p class="small">{i18n.t('ownSites.offerText')}</p>
      <p class="small soft">{i18n.t('ownSites.offerPermission', [host])}</p>
      <div class="actions"><button type="button" onClick={onWatch}>{i18n.t('ownSites.watch')}</button></div>
    </section>
  );
}
