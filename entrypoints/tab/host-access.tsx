import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { siteOf } from '../../utils/core/reading-places.ts';
import { readingSites } from '../../utils/core/settings-schema.ts';
import { askForAccess, missingHosts, neededHosts, onAccessChange } from '../../utils/platform/host-access.ts';
import { shownLanguage } from '../../components/set-language.ts';

/** A site as a person would name it. */
const nameOf = (host: string): string => {
  const site = readingSites.find((one) => one === siteOf(host));
  return site ? i18n.t(`options.site.${site}`) : host;
};

/** Which sites the browser lets us read. Firefox may have been told not to, and an update that adds a site asks nobody. */
export function HostAccess() {
  const [missing, setMissing] = useState<readonly string[]>();
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    const look = () => void missingHosts().then(setMissing, () => setMissing([]));
    look();
    return onAccessChange(look);
  }, []);
  // The browser wants the question in the press itself, so what to ask for is known before.
  const allow = (hosts: readonly string[]) => askForAccess(hosts).then(
    (given) => setSaid(given ? undefined : i18n.t('welcome.accessRefused')),
    (error: Error) => setSaid(error.message),
  );
  return (
    <section class="panel">
      <h2>{i18n.t('welcome.access')}</h2>
      {missing && missing.length > 0 ? (
        <>
          <p>{i18n.t('welcome.accessMissing', [new Intl.ListFormat(shownLanguage(), { style: 'narrow' }).format(new Set(missing.map(nameOf)))])}</p>
          <div class="actions"><button type="button" class="primary" onClick={() => void allow(missing)}>{i18n.t('welcome.accessAllow')}</button></div>
        </>
      ) : <p>{i18n.t('welcome.accessAll')}</p>}
      <p class="outcome" role="status">{said}</p>
      <details class="fold">
        <summary>{i18n.t('welcome.accessRead')}</summary>
        <ul class="bulleted small">{neededHosts.map((host) => <li key={host}><bdi dir="ltr">{host}</bdi></li>)}</ul>
      </details>
      <p class="small soft">{i18n.t('welcome.accessLater')}</p>
    </section>
  );
}
