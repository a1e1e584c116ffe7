import { i18n } from '#i18n';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { photoDays, type PhotoDays } from '../../utils/core/settings.ts';

interface Props {
  readonly days?: PhotoDays;
  /** Absent until the background has counted. */
  readonly count?: number;
  /** What went wrong with the photos last, in a sentence. */
  readonly trouble?: string;
  readonly onChoose: (days: PhotoDays) => void;
  readonly onForget: () => void;
}

/** How many photos are remembered, for how long, and the way to forget them all. */
export function PhotoMemory({ days, count, trouble, onChoose, onForget }: Props) {
  return (
    <fieldset class="panel" disabled={days === undefined}>
      <legend><h2>{i18n.t('options.photoMemory')}</h2></legend>
      {count !== undefined && <p>{i18n.t('options.photoCount', count)}</p>}
      {trouble && <p class="small">{trouble}</p>}
      {photoDays.map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name="photo-days" value={one} checked={one === days} onChange={() => onChoose(one)} />
          <span>{i18n.t('options.photoDays', [String(one)])}</span>
        </label>
      ))}
      <p class="small soft">{i18n.t('options.photoMemoryHint')}</p>
      {!!count && <ConfirmedButton label={i18n.t('options.forgetPhotos')} onConfirm={onForget} />}
    </fieldset>
  );
}
