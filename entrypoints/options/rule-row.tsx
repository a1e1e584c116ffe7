import { i18n } from '#i18n';
import { ThemeIcon } from '../../components/theme-icon.tsx';
import type { ListedRule } from '../../utils/platform/list-rules.ts';

interface Props {
  readonly rule: ListedRule;
  /** Messages in which it spoke. */
  readonly hits: number;
  readonly isOn: boolean;
  readonly isLocked: boolean;
  readonly onTurn: (on: boolean) => void;
}

/** One rule, folded: its name first, then why it is there, its history and the switch. */
export function RuleRow({ rule, hits, isOn, isLocked, onTurn }: Props) {
  return (
    <li>
      <details class="finding">
        <summary><ThemeIcon theme={rule.theme} />{rule.title}{!isOn && <span class="tag">{i18n.t('rules.off')}</span>}</summary>
        <dl class="story">
          <div><dt>{i18n.t('finding.rationale')}</dt><dd>{rule.rationale}</dd></div>
          <div><dt>{i18n.t('finding.normal')}</dt><dd>{rule.normal}</dd></div>
          <div><dt>{i18n.t('rules.history')}</dt><dd>{i18n.t('rules.hits', hits)}</dd></div>
          <div><dt>{i18n.t('rules.weight')}</dt><dd>{i18n.t(`rules.severity.${rule.severity}`)}{rule.status === 'trial' && ` ${i18n.t('finding.trial')}`}</dd></div>
          <div><dt>{i18n.t('rules.id')}</dt><dd><code>{rule.id}</code></dd></div>
        </dl>
        <label class="switch">
          <input type="checkbox" role="switch" checked={isOn} disabled={isLocked} onChange={({ currentTarget }) => onTurn(currentTarget.checked)} />
          {i18n.t('rules.use')}
        </label>
      </details>
    </li>
  );
}
