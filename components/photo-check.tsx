import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** What came of looking at a photo; `outOfView` when it does not stand whole on the screen. */
export type PhotoOutcome = 'remembered' | 'same' | 'similar' | 'outOfView' | { readonly skipped: string };

const words = (outcome: PhotoOutcome) =>
  typeof outcome === 'object' ? i18n.t('photo.skipped', [outcome.skipped]) : i18n.t(`photo.${outcome}`);

export function PhotoCheck({ onCheck }: { onCheck: () => Promise<PhotoOutcome> }) {
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<PhotoOutcome>();
  const check = async () => {
    setBusy(true);
    setOutcome(await onCheck().catch((error: Error) => ({ skipped: error.message })));
    setBusy(false);
  };
  return (
    <div class="photo">
      <button type="button" disabled={busy} onClick={check}>{i18n.t(busy ? 'photo.busy' : 'photo.check')}</button>
      <p class="small soft" role="status">{outcome === undefined ? i18n.t('photo.hint') : words(outcome)}</p>
    </div>
  );
}
