import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { quietDays, usualQuietDays, type QuietDays } from '../utils/core/quiet-days.ts';
import { i18n } from '#i18n';
import { KeptFindings } from './organisation-note.tsx';
import { shownLanguage } from './set-language.ts';

/** What the person says is not a problem: what was read here (`message`, be it a profile or a job post), everything from whom it is, or from their mail domain. */
export type DismissalScope = 'message' | 'sender' | 'domain';
const done = { message: 'dismissal.doneMessage', sender: 'dismissal.doneSender', domain: 'dismissal.doneDomain' } as const;
/** `days`: of a sender or a domain, where they were chosen. */
export type Dismiss = (scope: DismissalScope, undo: boolean, days?: QuietDays) => void;
export interface DismissalProps {
  /** Set when it was dismissed already. */
  readonly dismissed?: DismissalScope;
  /** Mail domain that can be marked. */
  readonly domain?: string;
  /** Whether it can be chosen how long; the card is too small for it. */
  readonly hasDays?: boolean;
  /** Set where an organisation allows no marks: whose word that is. */
  readonly kept?: { readonly name?: string };
  readonly onDismiss: Dismiss;
  /** Actions beside it; they make room while it asks. */
  readonly children?: ComponentChildren;
}

/** "Not a problem", then for what, then a way back. */
export function Dismissal({ dismissed, domain, hasDays, kept, onDismiss, children }: DismissalProps) {
  const [asking, setAsking] = useState(false);
  const [opened, setOpened] = useState(false);
  const [days, setDays] = useState<QuietDays>(usualQuietDays);
  const next = useRef<HTMLButtonElement>(null);
  // The pressed button is gone after each step: a keyboard would otherwise be thrown back to the page's start.
  useEffect(() => { if (opened) next.current?.focus({ preventScroll: true }); }, [opened, asking, dismissed]);
  const turn = (to: boolean) => {
    setOpened(true);
    setAsking(to);
  };
  const choose = (scope: DismissalScope, undo: boolean) => {
    turn(false);
    onDismiss(scope, undo, scope === 'message' || !hasDays ? undefined : days);
  };

  if (kept) return <div class="actions">{children}<KeptFindings name={kept.name} /></div>;
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
        <p class="small soft whole">{i18n.t('dismissal.ask')}</p>
        <button type="button" ref={next} onClick={() => choose('message', false)}>{i18n.t('dismissal.message')}</button>
        {hasDays ? <Days days={days} onChange={setDays} /> : <p class="small soft whole">{i18n.t('dismissal.usualDays')}</p>}
        <button type="button" onClick={() => choose('sender', false)}>{i18n.t('dismissal.sender')}</button>
        {domain !== undefined && <button type="button" onClick={() => choose('domain', false)}>{i18n.t('dismissal.domain', [domain])}</button>}
        <button type="button" class="plain" onClick={() => turn(false)}>{i18n.t('dismissal.back')}</button>
      </div>
    );
  }
  return (
    <div class="actions">
      {children}
      <button type="button" class="plain" ref={next} onClick={() => turn(true)}>{i18n.t('warning.dismiss')}</button>
    </div>
  );
}

function Days({ days, onChange }: { days: QuietDays; onChange: (days: QuietDays) => void }) {
  const id = useId();
  const inDays = new Intl.NumberFormat(shownLanguage(), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return (
    <p class="whole days">
      <label class="small soft" for={id}>{i18n.t('dismissal.days')}</label>
      <select id={id} value={days} onChange={({ currentTarget }) => onChange(Number(currentTarget.value) as QuietDays)}>
        {quietDays.map((count) => <option key={count} value={count}>{inDays.format(count)}</option>)}
      </select>
    </p>
  );
}
