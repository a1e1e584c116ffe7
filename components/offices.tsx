import { useId, useState } from 'preact/hooks';
import { countriesOf, officeKinds, type Office } from '../utils/core/report-offices.ts';
import { i18n } from '#i18n';
import { shownLanguage } from './set-language.ts';

export interface OfficesProps {
  readonly offices: readonly Office[];
  /** Where the person may be at home; a guess. */
  readonly country?: string;
}

/** Offices that take reports, of one country at a time. */
export function Offices({ offices, country }: OfficesProps) {
  const id = useId();
  const countries = countriesOf(offices);
  const [chosen, setChosen] = useState(country !== undefined && countries.includes(country) ? country : '');
  const names = new Intl.DisplayNames(shownLanguage(), { type: 'region' });
  const named = countries.map((code) => ({ code, name: names.of(code) ?? code })).sort((one, other) => one.name.localeCompare(other.name, shownLanguage()));
  const there = offices.filter(({ countries }) => countries.includes(chosen)).sort((one, other) => officeKinds.indexOf(one.kind) - officeKinds.indexOf(other.kind));
  return (
    <div class="field">
      <label for={id}>{i18n.t('report.country')}</label>
      <select id={id} value={chosen} onChange={({ currentTarget }) => setChosen(currentTarget.value)}>
        {named.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
        <option value="">{i18n.t('report.elsewhere')}</option>
      </select>
      {there.length === 0 ? <p class="small">{i18n.t('report.none')}</p> : (
        <ul class="offices" aria-label={i18n.t('report.offices')}>
          {there.map(({ name, kind, address }) => (
            <li key={address}>
              <a href={address} target="_blank" rel="noreferrer noopener"><bdi>{name}</bdi></a> <span class="small soft">{i18n.t(`report.kind.${kind}`)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
