import { i18n } from '#i18n';
import { shownLanguage } from '../../components/set-language.ts';
import type { EventsState } from '../../utils/platform/events-state.ts';
import { Moment } from './moment.tsx';

/** Whether findings are told to a collector of the organisation, and how that goes. */
export function EventRows({ events }: { events: EventsState | undefined }) {
  if (!events) return <p>{i18n.t('diagnostics.eventsNone')}</p>;
  const { host, protocol, isAllowed, waiting, dropped, lastSent, lastFault } = events;
  return (
    <>
      {!isAllowed && <p>{i18n.t('diagnostics.eventsWaitsForConsent')}</p>}
      <dl class="rows">
        <div><dt>{i18n.t('diagnostics.eventsHost')}</dt><dd><bdi dir="ltr">{host}</bdi> <code>{protocol}</code></dd></div>
        <div><dt>{i18n.t('diagnostics.eventsWaiting')}</dt><dd class="count">{waiting.toLocaleString(shownLanguage())}</dd></div>
        <div><dt>{i18n.t('diagnostics.eventsDropped')}</dt><dd class="count">{dropped.toLocaleString(shownLanguage())}</dd></div>
        <div><dt>{i18n.t('diagnostics.eventsSent')}</dt><dd><Moment at={lastSent?.at} /></dd></div>
        <div><dt>{i18n.t('diagnostics.eventsFault')}</dt><dd><Moment at={lastFault?.at} />{lastFault && <> <code>{[lastFault.kind, lastFault.status].filter(Boolean).join(' ')}</code></>}</dd></div>
      </dl>
    </>
  );
}
