import { useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** A button for what cannot be undone: it asks once. */
export function ConfirmedButton({ label, onConfirm }: { label: string; onConfirm: () => void }) {
  const [asking, setAsking] = useState(false);
  if (!asking) return <button type="button" onClick={() => setAsking(true)}>{label}</button>;
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <div class="actions" role="group" aria-label={i18n.t('options.forgetAsk')}>
      <p class="small">{i18n.t('options.forgetAsk')}</p>
      <button type="button" onClick={confirm}>{i18n.t('options.forgetYes')}</button>
      <button type="button" class="plain" onClick={() => setAsking(false)}>{i18n.t('options.forgetNo')}</button>
    </div>
  );
}
