import { i18n } from '#i18n';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { dayWords } from '../../components/day-words.ts';
import { shownLanguage } from '../../components/set-language.ts';
import type { Row } from '../../components/row-list.tsx';
import { ask } from '../../utils/platform/ask.ts';
import type { Remembered, RememberedPhoto } from '../../utils/platform/remembered.ts';
import { RememberedRows } from './remembered-rows.tsx';
import type { Acting } from './use-options.ts';

/** Photos by their days, each to be forgotten, and all of them. */
export function PhotoRows({ remembered: { photos, counts }, acting }: { remembered: Remembered; acting: Acting }) {
  const forgetOne = (key: string) => acting.act(ask('forgetOne', { what: 'photo', key }).then(() => i18n.t('options.photosForgotten', 1)));
  const forgetAll = async () => i18n.t('options.photosForgotten', await ask('forgetPhotos', {}));
  return (
    <>
      <p>{i18n.t('options.photoCount', counts.photos, [counts.photos.toLocaleString(shownLanguage())])}</p>
      {counts.photos > 0 && (
        <>
          <RememberedRows rows={photos.map(rowOf)} count={counts.photos} none={i18n.t('options.photoCount', 0)} onForget={forgetOne} />
          <div class="actions"><ConfirmedButton label={i18n.t('options.forgetPhotos')} onConfirm={() => acting.act(forgetAll())} /></div>
        </>
      )}
    </>
  );
}

function rowOf({ key, first, last }: RememberedPhoto): Row {
  return { key, title: dayWords(last), detail: i18n.t('options.photoSince', [dayWords(first)]), named: i18n.t('options.forgetThis', [dayWords(last)]) };
}
