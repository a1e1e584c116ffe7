import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { dayWords } from '../../components/day-words.ts';
import type { Remembered } from '../../utils/platform/remembered.ts';

interface Props { readonly remembered: Remembered; readonly onForget: (key: string) => void }

/** Contacts by their days and what they asked for: no name is kept that could be shown. */
export function ContactRows({ remembered: { contacts, counts }, onForget }: Props) {
  return (
    <section class="panel">
      <h2>{i18n.t('options.contacts')}</h2>
      <p>{i18n.t('options.contactCount', counts.contacts)}</p>
      {contacts.length > 0 && (
        <details class="fold">
          <summary>{i18n.t('options.showList')}</summary>
          <ul class="list">
            {contacts.map(({ key, first, last, channels, asks }) => {
              const days = `${dayWords(first)}${last > first ? ` – ${dayWords(last)}` : ''}`;
              return (
                <li key={key}>
                  <div class="what">
                    <b>{days}</b>
                    <span class="small soft">{[...channels.map((name) => i18n.t(`options.channel.${name}`)), ...asks.map(sentence)].join(' · ')}</span>
                  </div>
                  <button type="button" class="plain" aria-label={i18n.t('options.forgetThis', [days])} onClick={() => onForget(key)}>
                    <ActionIcon action="remove" />{i18n.t('options.forgetOne')}
                  </button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
      <p class="small soft">{i18n.t('options.contactsHint')}</p>
    </section>
  );
}

const sentence = (ask: string): string => i18n.t(`timeline.asked.${ask.replaceAll('-', '_')}` as 'timeline.asked.run_code');
