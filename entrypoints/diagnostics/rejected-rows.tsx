import { i18n } from '#i18n';
import type { Rejected } from '../../utils/core/settings.ts';

/** What somebody set and cannot be used, and why: the reason names what would be right, in the words of the documents, which are English. */
export function RejectedRows({ rejected }: { rejected: readonly Rejected[] }) {
  if (rejected.length === 0) return <p>{i18n.t('diagnostics.rejectedNone')}</p>;
  return (
    <ul class="list">
      {rejected.map(({ key, by, reason }, at) => (
        <li key={at}>
          <div class="what"><code>{key}</code><bdi class="small" lang="en">{reason}</bdi></div>
          <p class="tag">{i18n.t(by === 'policy' ? 'diagnostics.policy' : 'diagnostics.own')}</p>
        </li>
      ))}
    </ul>
  );
}
