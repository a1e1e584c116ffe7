import { i18n } from '#i18n';
import { imageSearchNames, photoDays } from '../../utils/core/settings-schema.ts';
import { turnPhotoCheck } from '../../utils/platform/fetch-photo.ts';
import { imageSearches } from '../../utils/platform/image-search.ts';
import { Locked } from './locked.tsx';
import { PhotoRows } from './photo-rows.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Whether photos are checked by themselves, how long they are remembered, which are, and where one is looked up. */
export function PhotoPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const { checkPhotos, rememberPhotosDays, imageSearch } = shown.settings;
  const turn = async (on: boolean) => ((await turnPhotoCheck(on)) ? undefined : i18n.t('options.photosRefused'));
  return (
    <section class="panel">
      <h2>{i18n.t('options.photos')}</h2>
      <label class="switch">
        <input type="checkbox" role="switch" checked={checkPhotos.value} disabled={checkPhotos.locked} onChange={({ currentTarget }) => acting.act(turn(currentTarget.checked))} />
        {i18n.t('options.photosToggle')}
      </label>
      <Locked setting={checkPhotos} />
      <p class="small soft">{i18n.t('options.photosHint')}</p>
      {shown.remembered && <PhotoRows remembered={shown.remembered} acting={acting} />}
      <p class="field">
        <label for="photo-days">{i18n.t('options.photoDaysLabel')}</label>
        <select id="photo-days" value={rememberPhotosDays.value} disabled={rememberPhotosDays.locked} onChange={({ currentTarget }) => acting.set('rememberPhotosDays', photoDays.find((days) => String(days) === currentTarget.value)!)}>
          {photoDays.map((days) => <option key={days} value={days}>{i18n.t('options.photoDays', [String(days)])}</option>)}
        </select>
      </p>
      <Locked setting={rememberPhotosDays} />
      <p class="small soft">{i18n.t('options.photoMemoryHint')}</p>
      <p class="field">
        <label for="image-search">{i18n.t('options.imageSearch')}</label>
        <select id="image-search" value={imageSearch.value} disabled={imageSearch.locked} onChange={({ currentTarget }) => acting.set('imageSearch', imageSearchNames.find((name) => name === currentTarget.value)!)}>
          {imageSearchNames.map((name) => <option key={name} value={name} translate={false}>{imageSearches[name].name}</option>)}
        </select>
      </p>
      <Locked setting={imageSearch} />
      <p class="small soft">{i18n.t('options.imageSearchHint')}</p>
    </section>
  );
}
