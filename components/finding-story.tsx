import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { SeenList } from './seen-list.tsx';

const hostOf = (address: string) => new URL(address).hostname.replace(/^www\./, '');

/** Why one finding was made, and what would have to be different. */
export function FindingStory({ finding, advice = true }: { finding: Finding; advice?: boolean }) {
  const { seen, rationale, normal, references, trial } = finding;
  return (
    <>
      <dl class="story">
        {seen.length > 0 && <div><dt>{i18n.t('finding.seen')}</dt><dd><SeenList seen={seen} /></dd></div>}
        <div><dt>{i18n.t('finding.rationale')}</dt><dd>{rationale}</dd></div>
        <div><dt>{i18n.t('finding.normal')}</dt><dd>{normal}</dd></div>
        {advice && <div><dt>{i18n.t('finding.advice')}</dt><dd>{finding.advice}</dd></div>}
        {references.length > 0 && (
          <div>
            <dt>{i18n.t('finding.references')}</dt>
            {references.map((address) => (
              <dd key={address}><a href={address} target="_blank" rel="noreferrer noopener">{hostOf(address)}</a></dd>
            ))}
          </div>
        )}
      </dl>
      {trial && <p class="soft small">{i18n.t('finding.trial')}</p>}
    </>
  );
}
