import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { diagnosisText } from '../../utils/platform/diagnosis-text.ts';
import type { Diagnosis } from '../../utils/platform/diagnosis.ts';

/** The whole as one text, seen before it is copied. */
export function AsText({ diagnosis }: { diagnosis: Diagnosis }) {
  const [said, setSaid] = useState<string>();
  const text = diagnosisText(diagnosis);
  const copy = () => navigator.clipboard.writeText(text).then(() => setSaid(i18n.t('diagnostics.copied')), () => setSaid(i18n.t('diagnostics.copyFailed')));
  return (
    <section class="panel">
      <h2>{i18n.t('diagnostics.text')}</h2>
      <p class="small soft">{i18n.t('diagnostics.textHint')}</p>
      {/* English in every language: whoever is sent it may read another one. */}
      <pre class="sent" lang="en" dir="ltr" tabIndex={0} role="region" aria-label={i18n.t('diagnostics.text')}>{text}</pre>
      <div class="actions"><button type="button" class="primary" onClick={copy}>{i18n.t('diagnostics.copy')}</button></div>
      <p class="outcome" role="status">{said}</p>
    </section>
  );
}
