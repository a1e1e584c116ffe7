import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { quoteText } from '../../components/quote-text.ts';
import { shownLanguage } from '../../components/set-language.ts';
import { undismiss, type Exception } from '../../utils/platform/dismissals.ts';
import type { Acting } from './use-options.ts';

const date = (iso: string) => new Date(iso).toLocaleDateString(shownLanguage(), { dateStyle: 'medium' });

/** What the person marked as not a problem, each with its end and the way back. */
export function ExceptionList({ exceptions, acting }: { exceptions: readonly Exception[]; acting: Acting }) {
  return (
    <section class="panel">
      <h2>{i18n.t('options.dismissals')}</h2>
      {exceptions.length === 0 ? <p>{i18n.t('options.dismissalsCount', 0)}</p> : (
        <>
          <ul class="list">
            {exceptions.map(({ key, scope, label, at, until }) => (
              <li key={key}>
                <div class="what">
                  <b><bdi>{label === undefined ? i18n.t(`options.exception.${scope}`) : quoteText(label)}</bdi></b>
                  <span class="small soft">
                    {label !== undefined && `${i18n.t(`options.exception.${scope}`)} · `}
                    {i18n.t('options.exceptionSince', [date(at)])}
                    {until !== undefined && ` · ${i18n.t('options.exceptionUntil', [date(until)])}`}
                  </span>
                </div>
                <button type="button" class="plain" aria-label={i18n.t('options.exceptionEndThis', [label ?? date(at)])} onClick={() => acting.act(undismiss(key))}>
                  <ActionIcon action="undo" />{i18n.t('options.exceptionEnd')}
                </button>
              </li>
            ))}
          </ul>
          <div class="actions"><ConfirmedButton label={i18n.t('options.dismissalsClear')} onConfirm={() => acting.act(undismiss())} /></div>
        </>
      )}
      <p class="small soft">{i18n.t('options.dismissalsHint')}</p>
    </section>
  );
}
