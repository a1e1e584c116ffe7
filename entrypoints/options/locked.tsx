import { ActionIcon } from '../../components/action-icon.tsx';
import type { Effective } from '../../utils/core/settings.ts';
import { i18n } from '#i18n';
import { WithName } from '../../components/with-name.tsx';

/** Said where the policy of an organisation fixed a setting, or began it, and whose policy that is. */
export function Locked({ setting: { from, locked, by } }: { setting: Effective<unknown> }) {
  if (from !== 'policy') return null;
  const key = locked ? 'locked' : 'suggested';
  return (
    <p class="tag">
      {locked && <ActionIcon action="lock" />}
      {by === undefined ? i18n.t(`options.${key}`) : <span><WithName name={by} say={(gap) => i18n.t(`options.${key}By`, [gap])} /></span>}
    </p>
  );
}
