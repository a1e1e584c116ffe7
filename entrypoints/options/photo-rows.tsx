import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { dayWords } from '../../components/day-words.ts';
import { RowList, type Row } from '../../components/row-list.tsx';
import { ask } from '../../utils/platform/ask.ts';
import type { Remembered, RememberedPhoto } from '../../utils/platform/remembered.ts';
import type { Acting } from './use-options.ts';

/** Photos by their days, each to be forgotten, and all of them. */
export function PhotoRows({ remembered: { photos, counts }, acting }: { remembered: Remembered; acting: Acting }) {
  const forgetOne = (key: string) => acting.act(ask('forgetOne', { what: 'photo', key }).then(() => i18n.t('options.photosForgotten', 1)));
  const forgetAll = async () => i18n.t('options.photosForgotten', await ask('forgetPhotos', {}));
  return (
    <>
      <p>{i18n.t('options.photoCount', counts.photos)}</p>
      {counts.photos > 0 && (
        <>
          <details class="fold">
            <summary>{i18n.t('options.showList')}</summary>
            <div class="opened">
              <RowList
                rows={photos.map(rowOf)} none={i18n.t('options.photoCount', 0)} onAct={forgetOne}
                action={<><ActionIcon action="remove" />{i18n.t('options.forgetOne')}</>}
              />
              {counts.photos > photos.length && <p class="small soft">{i18n.t('options.newestOnly', [String(photos.length)])}</p>}
            </div>
          </details>
          <div class="actions"><ConfirmedButton label={i18n.t('options.forgetPhotos')} onConfirm={() => acting.act(forgetAll())} /></div>
        </>
      )}
    </>
  );
}

function rowOf({ key, first, last }: RememberedPhoto): Row {
  return { key, title: dayWords(last), detail: i18n.t('options.photoSince', [dayWords(first)]), named: i18n.t('options.forgetThis', [dayWords(last)]) };
}
