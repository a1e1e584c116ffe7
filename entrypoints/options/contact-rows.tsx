import { i18n } from '#i18n';
import { dayWords } from '../../components/day-words.ts';
import { shownLanguage } from '../../components/set-language.ts';
import type { Row } from '../../components/row-list.tsx';
import type { Remembered, RememberedContact } from '../../utils/platform/remembered.ts';
import { RememberedRows } from './remembered-rows.tsx';

interface Props { readonly remembered: Remembered; readonly onForget: (key: string) => void }

/** Contacts by their days and what they asked for: no name is kept that could be shown. */
export function ContactRows({ remembered: { contacts, counts }, onForget }: Props) {
  return (
    <section class="panel">
      <h2>{i18n.t('options.contacts')}</h2>
      <p>{i18n.t('options.contactCount', counts.contacts, [counts.contacts.toLocaleString(shownLanguage())])}</p>
      {counts.contacts > 0 && (
        <RememberedRows rows={contacts.map(rowOf)} count={counts.contacts} none={i18n.t('options.contactCount', 0)} onForget={onForget} />
      )}
      <p class="small soft">{i18n.t('options.contactsHint')}</p>
    </section>
  );
}

function rowOf({ key, first, last, channels, asks }: RememberedContact): Row {
  const days = `${dayWords(first)}${last > first ? ` – ${dayWords(last)}` : ''}`;
  const detail = [...channels.map((name) => i18n.t(`options.channel.${name}`)), ...asks.map(sentence)].join(' · ');
  return { key, title: days, detail, named: i18n.t('options.forgetThis', [days]) };
}

const sentence = (ask: string): string => i18n.t(`timeline.asked.${ask.replaceAll('-', '_')}` as 'timeline.asked.run_code');
