import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { factLabel } from './fact-label.ts';
import { quoteText } from './quote-text.ts';
import { shownLanguage } from './set-language.ts';

type Seen = Finding['seen'][number];
const day = /^\d{4}-\d{2}-\d{2}(?:T|$)/;

function Value({ value, said }: Pick<Seen, 'value' | 'said'>) {
  if (said !== undefined) return <>{said}</>;
  if (typeof value === 'number') return <bdi>{new Intl.NumberFormat(shownLanguage()).format(value)}</bdi>;
  const date = day.test(String(value)) ? new Date(String(value)) : undefined;
  if (date && !Number.isNaN(date.valueOf())) return <bdi>{new Intl.DateTimeFormat(shownLanguage(), { dateStyle: 'long' }).format(date)}</bdi>;
  return <bdi>{quoteText(String(value))}</bdi>;
}

/** Between what was seen and its value, where a language sets it otherwise than English. */
const colons: Record<string, string | undefined> = { fr: '\u00A0: ', ja: '：', zh: '：' };

/** What was seen, each thing once. Values come from the page and are only ever text. */
export function SeenList({ seen }: { seen: readonly Seen[] }) {
  const once = [...new Map(seen.map((one) => [`${one.fact} ${one.value}`, one])).values()];
  const colon = colons[shownLanguage()?.slice(0, 2) ?? ''] ?? ': ';
  return (
    <ul class="seen">
      {once.map(({ fact, value, said, like }) => (
        <li class="quoted" key={`${fact} ${value}`}>
          {/* A true mark is said whole by its label. */}
          {value === true ? factLabel(fact) : <>{factLabel(fact)}{colon}<Value value={value} said={said} /></>}
          {like && <> ({i18n.t('finding.like', [quoteText(like)])})</>}
        </li>
      ))}
    </ul>
  );
}
