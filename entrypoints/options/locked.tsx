import { ActionIcon } from '../../components/action-icon.tsx';
import type { Effective } from '../../utils/core/settings.ts';
import { i18n } from '#i18n';

/** Said where the policy of an organisation fixed a setting, or began it. */
export function Locked({ setting }: { setting: Effective<unknown> }) {
  if (setting.from !== 'policy') return null;
  return <p class="tag">{setting.locked && <ActionIcon action="lock" />}{i18n.t(setting.locked ? 'options.locked' : 'options.suggested')}</p>;
}
