import { i18n } from '#i18n';
import { shownLanguage } from '../../components/set-language.ts';

/** A moment (ISO 8601) in the person's words; what is none as it is written. */
export const moment = (at: string): string =>
  (Number.isNaN(Date.parse(at)) ? at : new Date(at).toLocaleString(shownLanguage(), { dateStyle: 'medium', ...(at.length > 10 && { timeStyle: 'short' }) }));

export const Moment = ({ at }: { readonly at?: string }) => (at === undefined ? <>{i18n.t('diagnostics.never')}</> : <time dateTime={at}>{moment(at)}</time>);
