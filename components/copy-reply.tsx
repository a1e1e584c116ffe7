import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

type Outcome = 'ready' | 'copied' | 'failed';

/** A polite answer that asks for what a real recruiter can give easily. */
export function CopyReply({ onCopy }: { onCopy: (text: string) => Promise<void> }) {
  const [outcome, setOutcome] = useState<Outcome>('ready');
  const text = i18n.t('reply.text');
  const copy = () => onCopy(text).then(() => setOutcome('copied'), () => setOutcome('failed'));
  return (
    <>
      <button type="button" class="primary" onClick={copy}>{i18n.t(outcome === 'copied' ? 'reply.copied' : 'reply.copy')}</button>
      {/* What stands in a button is its name and no news. */}
      <span class="unseen" role="status">{outcome === 'copied' && i18n.t('reply.copied')}</span>
      {outcome === 'failed' && (
        <p class="whole">
          <label>{i18n.t('reply.failed')}<textarea readOnly rows={6} value={text} /></label>
        </p>
      )}
    </>
  );
}
