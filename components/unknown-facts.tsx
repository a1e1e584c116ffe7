import { i18n } from '#i18n';
import { groupFacts } from './fact-label.ts';

/** What would have been asked for and was not there: silence about it means nothing. */
export function UnknownFacts({ unknown }: { unknown: readonly string[] }) {
  if (unknown.length === 0) return null;
  return (
    <details class="fold">
      <summary>{i18n.t('popup.unknown')}</summary>
      <p class="small soft">{i18n.t('popup.unknownHint')}</p>
      <dl class="rows">
        {groupFacts(unknown).map(({ group, labels }) => (
          <div key={group}><dt>{group}</dt><dd>{labels.join(' · ')}</dd></div>
        ))}
      </dl>
    </details>
  );
}
