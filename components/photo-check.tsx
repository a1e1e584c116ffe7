import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/**
 * What came of looking at a photo; `cropped` only of a closer look, `outOfView` when it does not stand whole on the screen, `noRoom` when it was
 * compared and the disk is full.
 */
export type PhotoOutcome = 'remembered' | 'noRoom' | 'same' | 'similar' | 'cropped' | 'outOfView' | { readonly skipped: string };
export interface PhotoCheckProps {
  /** `deep` compares cut-outs of the photo too. */
  readonly onCheck: (deep: boolean) => Promise<PhotoOutcome>;
  /** Where the person looks pictures up; absent until that is known. */
  readonly search?: { readonly name: string; readonly address: string };
}

interface Checked { readonly deep: boolean; readonly outcome: PhotoOutcome }

function words({ deep, outcome }: Checked): string {
  if (typeof outcome === 'object') return i18n.t('photo.skipped', [outcome.skipped]);
  return i18n.t(deep && outcome === 'remembered' ? 'photo.notCropped' : `photo.${outcome}`);
}

/** Looks at a photo when asked, closer when that found nothing, and names the page to look it up on. */
export function PhotoCheck({ onCheck, search }: PhotoCheckProps) {
  const [busy, setBusy] = useState(false);
  const [checked, setChecked] = useState<Checked>();
  const check = async (deep: boolean) => {
    setBusy(true);
    setChecked({ deep, outcome: await onCheck(deep).catch((error: Error) => ({ skipped: error.message })) });
    setBusy(false);
  };
  const mayBeCropped = checked?.outcome === 'remembered' && !checked.deep;
  return (
    <div class="photo">
      <div class="actions">
        <button type="button" disabled={busy} onClick={() => check(false)}>{i18n.t(busy ? 'photo.busy' : 'photo.check')}</button>
        {mayBeCropped && <button type="button" disabled={busy} onClick={() => check(true)}>{i18n.t('photo.deeper')}</button>}
      </div>
      <p class="small soft" role="status">{checked === undefined ? i18n.t('photo.hint') : words(checked)}</p>
      {search && (
        <p class="small soft">
          <a href={search.address} target="_blank" rel="noreferrer noopener">{i18n.t('photo.search', [search.name])}</a>{' '}
          {i18n.t('photo.searchHow')}
        </p>
      )}
    </div>
  );
}
