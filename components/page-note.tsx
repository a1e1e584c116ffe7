import { i18n } from '#i18n';

/** Why there is nothing to judge. */
export type Absence = 'idle' | 'unreadable' | 'off' | 'orphaned' | 'keptOut' | 'unsupported';

/** Said instead of a verdict, so that silence is never taken for an all-clear. */
export function PageNote({ absence }: { absence: Absence }) {
  return (
    <section class="note">
      <h2>{i18n.t(`place.${absence}`)}</h2>
      <p>{i18n.t(`place.${absence}Text`)}</p>
      {absence === 'unsupported' && (
        <>
          <ul class="places">
            {(['linkedin', 'webmail', 'own'] as const).map((name) => <li key={name}>{i18n.t(`place.${name}`)}</li>)}
          </ul>
          <p class="small soft">{i18n.t('place.reloadHint')}</p>
        </>
      )}
    </section>
  );
}
