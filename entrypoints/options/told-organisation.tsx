import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { joinSentences } from '../../components/join-sentences.ts';
import { shownLanguage } from '../../components/set-language.ts';
import { ask } from '../../utils/platform/ask.ts';
import { askConsent } from '../../utils/platform/events-consent.ts';
import type { EventsPreview } from '../../utils/platform/events-state.ts';

/** What an organisation is told, word for word. Nothing is drawn where no policy wants anything told. */
export function ToldOrganisation() {
  const [preview, setPreview] = useState<EventsPreview>();
  const read = useCallback(() => void ask('events', {}).then(setPreview, () => setPreview(undefined)), []);
  useEffect(() => {
    read();
    const later = (changes: object, area: string) => {
      if (area === 'managed' || 'events' in changes) read();
    };
    browser.storage.onChanged.addListener(later);
    return () => browser.storage.onChanged.removeListener(later);
  }, [read]);
  return preview ? <Told preview={preview} onAllow={() => void askConsent().then(read, read)} /> : null;
}

function Told({ preview: { state, example, next, last }, onAllow }: { preview: EventsPreview; onAllow: () => void }) {
  const { host, least, fields, isAllowed, waiting, lastSent, lastFault } = state;
  return (
    <section class="panel">
      <h2>{i18n.t('told.title')}</h2>
      <p>{i18n.t('told.who', [host])}</p>
      {!isAllowed && <p>{i18n.t('told.consent')}</p>}
      {!isAllowed && <div class="actions"><button type="button" onClick={onAllow}>{i18n.t('told.allow')}</button></div>}
      <ul class="bulleted">
        <li>{i18n.t('told.least', [i18n.t(`level.${least}`)])}</li>
        <li>{i18n.t('told.minimal')}</li>
        {fields === 'standard' && <li>{i18n.t('told.standard')}</li>}
        <li>{i18n.t('told.marked')}</li>
        <li><b>{i18n.t('told.never')}</b></li>
      </ul>
      <p class="small soft">
        {joinSentences([i18n.t('told.waiting', waiting), lastSent && i18n.t('told.sent', [moment(lastSent.at)]), lastFault && i18n.t('told.fault', [moment(lastFault.at)])])}
      </p>
      {next !== undefined && <Words title={i18n.t('told.next')} text={next} />}
      {last !== undefined && <Words title={i18n.t('told.last')} text={last} />}
      <Words title={i18n.t('told.example')} text={example} />
    </section>
  );
}

/** A request as the collector gets it, laid out in lines; nothing else is changed. */
function Words({ title, text }: { title: string; text: string }) {
  return (
    <details class="fold">
      <summary>{title}</summary>
      <pre class="sent" lang="en" dir="ltr" tabIndex={0} role="region" aria-label={title}>{JSON.stringify(JSON.parse(text), null, 2)}</pre>
    </details>
  );
}

const moment = (at: string): string => new Date(at).toLocaleString(shownLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
