import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { KeptFindings } from '../../components/organisation-note.tsx';
import { quoteText } from '../../components/quote-text.ts';
import { RowList, type Row } from '../../components/row-list.tsx';
import { shownLanguage } from '../../components/set-language.ts';
import { ask } from '../../utils/platform/ask.ts';
import type { Effective } from '../../utils/core/settings.ts';
import type { Exception } from '../../utils/platform/dismissals.ts';
import type { Acting } from './use-options.ts';

const date = (iso: string) => new Date(iso).toLocaleDateString(shownLanguage(), { dateStyle: 'medium' });

/** What the person marked as not a problem, each with its end and the way back. */
export function ExceptionList({ exceptions, allowed, acting }: { exceptions: readonly Exception[]; allowed: Effective<boolean>; acting: Acting }) {
  const end = (key?: string) => acting.act(ask('undismiss', { key }).then(() => i18n.t('options.exceptionEnded')));
  return (
    <section class="panel">
      <h2>{i18n.t('options.dismissals')}</h2>
      {!allowed.value && <><KeptFindings name={allowed.by} /><p class="small">{i18n.t('organisation.exceptionsIdle')}</p></>}
      <RowList
        rows={exceptions.map(rowOf)} none={i18n.t('options.dismissalsCount', 0)} onAct={end}
        action={<><ActionIcon action="undo" />{i18n.t('options.exceptionEnd')}</>}
      />
      {exceptions.length > 0 && <div class="actions"><ConfirmedButton label={i18n.t('options.dismissalsClear')} onConfirm={() => end()} /></div>}
      <p class="small soft">{i18n.t('options.dismissalsHint')}</p>
    </section>
  );
}

function rowOf({ key, scope, label, at, until }: Exception): Row {
  const kind = i18n.t(`options.exception.${scope}`);
  const whose = label === undefined ? undefined : quoteText(label);
  const times = [i18n.t('options.exceptionSince', [date(at)]), ...(until === undefined ? [] : [i18n.t('options.exceptionUntil', [date(until)])])];
  return {
    key, title: whose ?? kind, detail: [...(whose === undefined ? [] : [kind]), ...times].join(' · '),
    named: i18n.t('options.exceptionEndThis', [whose ?? `${kind}, ${date(at)}`]),
  };
}
