import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** A button for what cannot be undone: it asks once. */
export function ConfirmedButton({ label, onConfirm }: { label: string; onConfirm: () => void }) {
  const [asking, setAsking] = useState<boolean>();
  const next = useRef<HTMLButtonElement>(null);
  // The pressed button is gone. The keyboard goes to the harmless one: who presses Enter twice has erased nothing.
  useEffect(() => { if (asking !== undefined) next.current?.focus({ preventScroll: true }); }, [asking]);
  if (!asking) return <button type="button" ref={next} onClick={() => setAsking(true)}>{label}</button>;
  const confirm = () => {
    setAsking(false);
    onConfirm();
  };
  return (
    <div class="actions" role="group" aria-label={i18n.t('options.forgetAsk')}>
      <p class="small">{i18n.t('options.forgetAsk')}</p>
      <button type="button" class="grave" onClick={confirm}>{i18n.t('options.forgetYes')}</button>
      <button type="button" class="plain" ref={next} onClick={() => setAsking(false)}>{i18n.t('options.forgetNo')}</button>
    </div>
  );
}
