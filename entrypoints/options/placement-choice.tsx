import { i18n } from '#i18n';
import { placements, type Placement } from '../../utils/core/settings.ts';

interface Props { readonly placement?: Placement; readonly onChoose: (placement: Placement) => void }

/** Where warnings appear, each with what a site could notice of it. */
export function PlacementChoice({ placement, onChoose }: Props) {
  return (
    <fieldset class="panel" disabled={placement === undefined}>
      <legend><h2>{i18n.t('options.placement')}</h2></legend>
      {placements.map((one) => (
        <label class="choice" key={one}>
          <input type="radio" name="placement" value={one} checked={one === placement} onChange={() => onChoose(one)} />
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
