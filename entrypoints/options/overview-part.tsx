import { i18n } from '#i18n';
import { PrivacyStatement } from '../../components/privacy-statement.tsx';
import { shownLanguage } from '../../components/set-language.ts';
import { sumOf, type Tally } from '../../utils/platform/tallies.ts';
import { wordsOf } from './setting-words.ts';
import { ToldOrganisation } from './told-organisation.tsx';
import type { Shown } from './use-options.ts';
import { WeekInReview } from './week-in-review.tsx';

/** What Bonafide has read, kept and sent, as it is at this moment. */
export function OverviewPart({ shown }: { shown: Shown }) {
  const { tallies, remembered, exceptions, troubles, rejected } = shown;
  const total = (of: keyof Pick<Tally, 'read' | 'levels' | 'sent'>) => tallies.reduce((sum, tally) => sum + sumOf(tally[of]), 0);
  const figures = [
    ['options.figureRead', total('read')], ['options.figureContacts', remembered?.counts.contacts], ['options.figurePhotos', remembered?.counts.photos],
    ['options.figureExceptions', exceptions.length], ['options.figureSent', total('sent')],
  ] as const;
  return (
    <>
      <section class="panel">
        <h2>{i18n.t('options.figures')}</h2>
        <dl class="figures">{figures.map(([label, value]) => <div key={label}><dt>{i18n.t(label)}</dt><dd>{value?.toLocaleString(shownLanguage()) ?? '–'}</dd></div>)}</dl>
        {shown.memoryFault !== undefined && <p>{i18n.t('options.memoryFault', [shown.memoryFault])}</p>}
        <p class="small soft">{i18n.t('options.figuresHint')}</p>
      </section>
      <WeekInReview tallies={tallies} />
      {(troubles.length > 0 || rejected.length > 0) && (
        <section class="panel">
          <h2>{i18n.t('options.troubles')}</h2>
          <ul class="list">
            {troubles.map(({ at, sentence }) => <li key={at}><span class="what">{sentence}</span><time dateTime={at}>{new Date(at).toLocaleDateString(shownLanguage())}</time></li>)}
            {rejected.map(({ key, by, reason }) => <li key={`${by} ${key}`}><span class="what">{i18n.t(by === 'policy' ? 'options.rejectedPolicy' : 'options.rejectedOwn', [wordsOf(key), reason])}</span></li>)}
          </ul>
        </section>
      )}
      <ToldOrganisation />
      <PrivacyStatement />
      <p>{i18n.t('options.firstAid')} <a href="/first-aid.html">{i18n.t('options.firstAidLink')}</a></p>
      <p>{i18n.t('options.diagnostics')} <a href="/diagnostics.html">{i18n.t('diagnostics.title')}</a></p>
    </>
  );
}
