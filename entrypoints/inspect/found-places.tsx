import { i18n } from '#i18n';
import { ThemeIcon } from '../../components/theme-icon.tsx';
import type { InspectionFinding } from '../../utils/inspect/inspection.ts';

interface Props { readonly findings: readonly InspectionFinding[]; readonly onShow: (file: string) => void }

/** Several can lead to one host. */
const shortOf = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|\/$/g, '');

/** Findings by rule, each with its places. Snippets are the project's own words: text and nothing else. */
export function FoundPlaces({ findings, onShow }: Props) {
  const rules = Map.groupBy(findings, ({ rule }) => rule);
  return (
    <section class="panel">
      <h2>{i18n.t('inspect.found')}</h2>
      <ul class="findings">
        {[...rules.values()].map((places, i) => <li key={places[0]!.rule}><Rule places={places} isOpen={i === 0} onShow={onShow} /></li>)}
      </ul>
    </section>
  );
}

function Rule({ places, isOpen, onShow }: { places: readonly InspectionFinding[]; isOpen: boolean; onShow: Props['onShow'] }) {
  const { theme, title, rationale, normal, advice, references, trial } = places[0]!;
  const more = places.at(-1)?.more ?? 0;
  return (
    <details class="finding" open={isOpen}>
      <summary><ThemeIcon theme={theme} />{title}</summary>
      <ol class="spots">
        {places.map((place) => <li key={`${place.file}:${place.line}`}><Spot place={place} onShow={onShow} /></li>)}
        {more > 0 && <li class="small soft">{i18n.t('inspect.morePlaces', more)}</li>}
      </ol>
      <dl class="story">
        <div><dt>{i18n.t('finding.rationale')}</dt><dd>{rationale}</dd></div>
        <div><dt>{i18n.t('finding.normal')}</dt><dd>{normal}</dd></div>
        <div><dt>{i18n.t('finding.advice')}</dt><dd>{advice}</dd></div>
        {references.length > 0 && (
          <div>
            <dt>{i18n.t('finding.references')}</dt>
            {references.map((address) => <dd key={address}><a href={address} target="_blank" rel="noreferrer noopener">{shortOf(address)}</a></dd>)}
          </div>
        )}
      </dl>
      {trial && <p class="soft small">{i18n.t('finding.trial')}</p>}
    </details>
  );
}

function Spot({ place: { file, line, snippet, why }, onShow }: { place: InspectionFinding; onShow: Props['onShow'] }) {
  return (
    <>
      <p>{why}</p>
      <p class="small"><button type="button" class="plain where" onClick={() => onShow(file)}><bdi dir="ltr">{file}:{line}</bdi></button></p>
      {snippet && <pre dir="ltr" tabIndex={0}><code>{snippet}</code></pre>}
    </>
  );
}
