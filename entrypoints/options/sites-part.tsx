import { i18n } from '#i18n';
import { readingSites } from '../../utils/core/settings-schema.ts';
import { unwatchSite } from '../../utils/platform/own-sites.ts';
import { HostAccess } from '../tab/host-access.tsx';
import { Locked } from './locked.tsx';
import { OwnSiteList } from './own-site-list.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Where Bonafide reads: its own list, each to be switched off, and what the person added; and the languages. */
export function SitesPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const setting = shown.settings.disabledSites;
  return (
    <>
      <fieldset class="panel" disabled={setting.locked}>
        <legend><h2>{i18n.t('options.sites')}</h2></legend>
        <Locked setting={setting} />
        {readingSites.map((site) => (
          <label class="switch last" key={site}>
            <input type="checkbox" role="switch" checked={!setting.value.includes(site)} onChange={({ currentTarget }) => acting.turn('disabledSites', site, !currentTarget.checked)} />
            {i18n.t(`options.site.${site}`)}
          </label>
        ))}
        <p class="small soft">{i18n.t('options.sitesHint')}</p>
      </fieldset>
      <HostAccess />
      <OwnSiteList hosts={shown.hosts} onRemove={(host) => acting.act(unwatchSite(host).then(() => undefined))} />
      <section class="panel">
        <h2>{i18n.t('options.languages')}</h2>
        <p>{i18n.t('options.languagesText')}</p>
        <p class="small soft">{i18n.t('options.languagesHint')}</p>
      </section>
    </>
  );
}
