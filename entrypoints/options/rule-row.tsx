import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayWords } from '../../components/day-words.ts';
import { ThemeIcon } from '../../components/theme-icon.tsx';
import type { ListedRule } from '../../utils/platform/list-rules.ts';
import type { Hits } from './hits-in.ts';

interface Props {
  readonly rule: ListedRule;
  /** Absent: it never spoke. */
  readonly hits?: Hits;
  readonly isOn: boolean;
  readonly isLocked: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** Days of its history that are named: two lines. */
const mostDays = 6;

/** One rule, folded: its name first, then why it is there, its history and the switch. What is folded is not drawn: there are hundreds. */
export function RuleRow({ rule, hits, isOn, isLocked, onTurn }: Props) {
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details class="finding" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary><ThemeIcon theme={rule.theme} />{rule.title}{!isOn && <span class="tag">{i18n.t('rules.off')}</span>}</summary>
        {isOpen && (
          <>
            <dl class="story">
              <div><dt>{i18n.t('finding.rationale')}</dt><dd>{rule.rationale}</dd></div>
              <div><dt>{i18n.t('finding.normal')}</dt><dd>{rule.normal}</dd></div>
              <div><dt>{i18n.t('rules.history')}</dt><dd>{i18n.t('rules.hits', hits?.count ?? 0)}</dd>{hits && <dd class="small soft">{daysOf(hits)}</dd>}</div>
              <div><dt>{i18n.t('rules.weight')}</dt><dd>{i18n.t(`rules.severity.${rule.severity}`)}{rule.status === 'trial' && ` ${i18n.t('finding.trial')}`}</dd></div>
              {rule.references.length > 0 && (
                <div>
                  <dt>{i18n.t('finding.references')}</dt>
                  {rule.references.map((address) => <dd key={address}><a href={address} target="_blank" rel="noreferrer noopener">{new URL(address).hostname.replace(/^www\./, '')}</a></dd>)}
                </div>
              )}
              <div><dt>{i18n.t('rules.id')}</dt><dd><code>{rule.id}</code></dd></div>
            </dl>
            <label class="switch">
              <input type="checkbox" role="switch" checked={isOn} disabled={isLocked} onChange={({ currentTarget }) => onTurn(currentTarget.checked)} />
              {i18n.t('rules.use')}
            </label>
          </>
        )}
      </details>
    </li>
  );
}

const daysOf = ({ days }: Hits): string =>
  `${days.slice(0, mostDays).map(({ day, count }) => (count > 1 ? `${dayWords(day)} (${count})` : dayWords(day))).join(' · ')}${days.length > mostDays ? ' …' : ''}`;
