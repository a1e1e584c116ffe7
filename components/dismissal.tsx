import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';

/** What the person says is not a problem: what was read here (`message`, be it a profile or a job post), everything from whom it is, or from their mail domain. */
export type DismissalScope = 'message' | 'sender' | 'domain';
const done = { message: 'dismissal.doneMessage', sender: 'dismissal.doneSender', domain: 'dismissal.doneDomain' } as const;
export interface DismissalProps {
  /** Set when it was dismissed already. */
  readonly dismissed?: DismissalScope;
  readonly onDismiss: (scope: DismissalScope, undo: boolean) => void;
  /** Actions beside it; they make room while it asks. */
  readonly children?: ComponentChildren;
}

/** "Not a problem", then for what, then a way back. */
export function Dismissal({ dismissed, onDismiss, children }: DismissalProps) {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  // The pressed button is gone after each step: a keyboard would otherwise be thrown back to the page's start.
  useEffect(() => { if (opened) next.current?.focus({ preventScroll: true }); }, [opened, asking, dismissed]);
  const turn = (to: boolean) => {
    setOpened(true);
    setAsking(to);
  };
  const choose = (scope: DismissalScope, undo: boolean) => {
    turn(false);
    onDismiss(scope, undo);
  };

  if (dismissed) {
    return (
      <div class="actions">
        <p class="small soft" role="status">
          {i18n.t(done[dismissed])}
        </p>
        <button type="button" ref={next} onClick={() => choose(dismissed, true)}>{i18n.t('dismissal.undo')}</button>
      </div>
    );
  }
  if (asking) {
    return (
      <div class="actions" role="group" aria-label={i18n.t('dismissal.ask')}>
        <p class="small soft">{i18n.t('dismissal.ask')}</p>
        <button type="button" ref={next} onClick={() => choose('message', false)}>{i18n.t('dismissal.message')}</button>
        <button type="button" onClick={() => choose('sender', false)}>{i18n.t('dismissal.sender')}</button>
        <button type="button" class="plain" onClick={() => turn(false)}>{i18n.t('dismissal.back')}</button>
      </div>
    );
  }
  return (
    <div class="actions">
      {children}
      <button type="button" ref={next} onClick={() => turn(true)}>{i18n.t('warning.dismiss')}</button>
    </div>
  );
}
