import { i18n } from '#i18n';
import type { ImageSearch } from '../../utils/core/settings.ts';
import { imageSearches } from '../../utils/platform/image-search.ts';

interface Props { readonly chosen?: ImageSearch; readonly onChoose: (search: ImageSearch) => void }

const choices = Object.keys(imageSearches) as ImageSearch[];

/** Where a person looks a photo up: only the link in the popup depends on it. */
export function ImageSearchChoice({ chosen, onChoose }: Props) {
  return (
    <fieldset class="panel" disabled={chosen === undefined}>
      <legend><h2>{i18n.t('options.imageSearch')}</h2></legend>
      {choices.map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name="image-search" value={one} checked={one === chosen} onChange={() => onChoose(one)} />
          <span>{imageSearches[one].name}</span>
        </label>
      ))}
      <p class="small soft">{i18n.t('options.imageSearchHint')}</p>
    </fieldset>
  );
}
