import { i18n } from '#i18n';

/** What is read, kept, sent and visible. Tests hold what stands here: no request, no stored text, nothing in the page. */
export function PrivacyStatement() {
  return (
    <section class="panel">
      <h2>{i18n.t('options.privacy')}</h2>
      <dl class="statement">
        <div><dt>{i18n.t('options.privacyRead')}</dt><dd>{i18n.t('options.privacyReadText')}</dd></div>
        <div><dt>{i18n.t('options.privacyKept')}</dt><dd>{i18n.t('options.privacyKeptText')}</dd></div>
        <div><dt>{i18n.t('options.privacySent')}</dt><dd>{i18n.t('options.privacySentText')}</dd></div>
        <div><dt>{i18n.t('options.privacySeen')}</dt><dd>{i18n.t('options.privacySeenText')}</dd></div>
      </dl>
    </section>
  );
}
