import { i18n } from '#i18n';
import type { Access } from '../../utils/platform/read-access.ts';

/** Sites that the browser lets us read, and open pages of them that do not answer. */
export function SiteRows({ sites, keptOut }: Access) {
  return (
    <>
      <dl class="rows">
        {sites.map(({ site, missing, silent }) => (
          <div key={site}>
            <dt>{i18n.t(`options.site.${site}`)}</dt>
            <dd>{[missing.length === 0 ? i18n.t('diagnostics.accessAllowed') : i18n.t('diagnostics.accessMissing', [missing.join(', ')]), ...(silent > 0 ? [i18n.t('diagnostics.accessSilent', silent)] : [])].join('; ')}</dd>
          </div>
        ))}
      </dl>
      {keptOut > 0 && <p>{i18n.t('diagnostics.accessKeptOut', keptOut)}</p>}
      <p class="small soft">{i18n.t('diagnostics.accessHint')}</p>
    </>
  );
}
