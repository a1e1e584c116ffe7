import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RepositoryLink } from '../../utils/core/repository-link.ts';
import { allowOnPages, isOnPages } from '../../utils/platform/code-host-pages.ts';

/** What is remembered, and the way to have it said on the repository's own page too. */
export function OnItsPage({ link: { host } }: { link: RepositoryLink }) {
  const [isOn, setIsOn] = useState<boolean>();
  // Without an answer nothing is offered, and nothing else suffers.
  useEffect(() => void isOnPages(host).then(setIsOn, () => undefined), [host]);
  return (
    <div class="small soft">
      <p>{i18n.t('inspect.remembered')} {isOn && i18n.t('inspect.onPage', [host])}</p>
      {isOn === false && (
        <>
          <p>{i18n.t('inspect.onPageHint', [host])}</p>
          <div class="actions"><button type="button" onClick={() => void allowOnPages(host).then(setIsOn, () => undefined)}>{i18n.t('inspect.onPageToo', [host])}</button></div>
        </>
      )}
    </div>
  );
}
