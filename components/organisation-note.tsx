import type { OrganisationWords } from '../utils/core/organisation-words.ts';
import { i18n } from '#i18n';
import { WithName } from './with-name.tsx';

/** What the organisation says with a warning: marked as its words, never read as ours or as HTML, and whatever way they run they turn nothing around them. */
export function OrganisationNote({ name, words, contact }: OrganisationWords) {
  if (!words && !contact) return null;
  return (
    <div class="organisation" role="note">
      <p class="label">{name ? <WithName name={name} say={(gap) => i18n.t('organisation.wordsBy', [gap])} /> : i18n.t('organisation.words')}</p>
      {words && <p class="words" dir="auto">{words}</p>}
      {contact && <p class="small">{i18n.t('organisation.ask')} <Contact address={contact} /></p>}
    </div>
  );
}

/** An address of the organisation to press, if it is one that opens a page or a mail and nothing else. */
export function Contact({ address }: { readonly address: string }) {
  const url = URL.parse(address);
  if (url?.protocol !== 'https:' && url?.protocol !== 'mailto:') return <bdi>{address}</bdi>;
  const shown = url.protocol === 'mailto:' ? url.pathname : url.host;
  return <a href={url.href} target="_blank" rel="noreferrer noopener"><bdi dir="ltr">{shown}</bdi></a>;
}

/** Said in the place of "not a problem" where an organisation allows none. */
export function KeptFindings({ name }: Pick<OrganisationWords, 'name'>) {
  return <p class="small soft whole">{name ? <WithName name={name} say={(gap) => i18n.t('organisation.keepsBy', [gap])} /> : i18n.t('organisation.keeps')}</p>;
}
