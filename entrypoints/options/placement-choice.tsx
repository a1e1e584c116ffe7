import type { Effective } from '../../utils/core/settings.ts';
import { placements, type Placement } from '../../utils/core/settings-schema.ts';
import { i18n } from '#i18n';
import { Locked } from './locked.tsx';

interface Props { readonly setting: Effective<Placement>; readonly onChoose: (placement: Placement) => void }

/** Where warnings appear, each with what a site could notice of it. */
export function PlacementChoice({ setting, onChoose }: Props) {
  return (
    <fieldset class="panel" disabled={setting.locked}>
      <legend><h2>{i18n.t('options.placement')}</h2></legend>
      <Locked setting={setting} />
      {placements.map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name="placement" value={one} checked={one === setting.value} onChange={() => onChoose(one)} />
          <span>
            <b>{i18n.t(`options.placementOf.${one}`)}</b>
            <span class="small soft">{i18n.t(`options.placementHint.${one}`)}</span>
          </span>
        </label>
      ))}
      <p class="small soft">{i18n.t('options.placementPanel')}</p>
    </fieldset>
  );
}
