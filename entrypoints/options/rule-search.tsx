import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { themes, type Theme } from '../../utils/core/rule.ts';

const these = ['all', 'spoke', 'off'] as const;
export interface Sought { readonly words: string; readonly theme: Theme | ''; readonly which: (typeof these)[number] }

/** What to look for among the rules: words, a theme, and those that spoke or are off. */
export function RuleSearch({ sought, onSeek }: { sought: Sought; onSeek: (sought: Sought) => void }) {
  return (
    <div class="actions">
      <label class="search">
        <ActionIcon action="search" /><span class="unseen">{i18n.t('rules.search')}</span>
        <input type="search" value={sought.words} placeholder={i18n.t('rules.search')} onInput={({ currentTarget }) => onSeek({ ...sought, words: currentTarget.value })} />
      </label>
      <label>
        <span class="unseen">{i18n.t('rules.theme')}</span>
        <select value={sought.theme} onChange={({ currentTarget }) => onSeek({ ...sought, theme: currentTarget.value as Theme | '' })}>
          <option value="">{i18n.t('rules.allThemes')}</option>
          {themes.map((one) => <option key={one} value={one}>{i18n.t(`finding.theme.${one}`)}</option>)}
        </select>
      </label>
      <label>
        <span class="unseen">{i18n.t('rules.which')}</span>
        <select value={sought.which} onChange={({ currentTarget }) => onSeek({ ...sought, which: these.find((one) => one === currentTarget.value)! })}>
          {these.map((one) => <option key={one} value={one}>{i18n.t(`rules.these.${one}`)}</option>)}
        </select>
      </label>
    </div>
  );
}
