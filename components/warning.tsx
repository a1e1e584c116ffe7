import { useEffect, useState } from 'preact/hooks';
import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { Dismissal, type DismissalScope } from './dismissal.tsx';
import { FindingStory } from './finding-story.tsx';
import { LevelMark } from './level-mark.tsx';
import type { Whereabouts } from './place-card.ts';

export interface WarningContent {
  readonly level: 'caution' | 'danger';
  /** Strongest first, at least one. */
  readonly findings: readonly Finding[];
  readonly dismissed?: DismissalScope;
  /** Why the last action did not work. */
  readonly fault?: string;
}
export interface WarningActions {
  readonly onDismiss: (scope: DismissalScope, undo: boolean) => void;
  readonly onRan: () => void;
  /** Where the message links a repository. */
  readonly onInspect?: () => void;
  readonly onClose: () => void;
}
interface Props extends WarningContent, WarningActions {
  readonly whereabouts: Whereabouts;
  /** Id of the popover around it. */
  readonly popover: string;
}

/** Screen readers announce what changes in a region they already know: the region stands this long before its text, in ms. */
const announceAfter = 100;

/** The card beside a message. Says what was seen and the next step first; everything else on demand. */
export function Warning({ level, findings, dismissed, fault, whereabouts, popover, onDismiss, onRan, onInspect, onClose }: Props) {
  const [open, setOpen] = useState(false);
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(true), announceAfter);
    return () => clearTimeout(timer);
  }, []);
  const [strongest] = findings;

  return (
    <section class={dismissed ? 'card noted' : 'card'} aria-label={i18n.t('warning.label')}>
      <div class="said" role={level === 'danger' ? 'alert' : 'status'}>
        {spoken && strongest && !dismissed && (
          <>
            <p class="head"><LevelMark level={level} /></p>
            {whereabouts !== 'beside' && <p class="small soft">{i18n.t(`warning.${whereabouts}`)}</p>}
            <p class="why">{strongest.why}</p>
            <p class="advice"><b>{i18n.t('warning.next')}</b> {strongest.advice}</p>
          </>
        )}
      </div>
      {open && !dismissed && (
        <div class="more">
          {findings.map((finding) => (
            <article key={finding.rule}>
              <h3>{finding.title}</h3>
              {finding !== strongest && <p class="reason">{finding.why}</p>}
              <FindingStory finding={finding} advice={finding !== strongest} />
            </article>
          ))}
        </div>
      )}
      <p class="fault small" role="status">{fault}</p>
      <Dismissal dismissed={dismissed} onDismiss={onDismiss}>
        {onInspect && <button type="button" onClick={onInspect}>{i18n.t('inspect.lookInside')}</button>}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t(open ? 'warning.fewer' : 'warning.details')}
        </button>
        <button type="button" onClick={onRan}>{i18n.t('warning.ran')}</button>
      </Dismissal>
      {/* The browser closes it by itself where no script is left to: after the extension was removed. */}
      <button
        type="button" class="plain close" aria-label={i18n.t('warning.close')} onClick={onClose}
        popovertarget={popover} popovertargetaction="hide"
      >
        <svg
          width="14" height="14" viewBox="0 0 14 14" fill="none" stroke="currentColor" stroke-width="1.6"
          stroke-linecap="round" aria-hidden="true"
        >
          <path d="M3 3l8 8M11 3l-8 8" />
        </svg>
      </button>
    </section>
  );
}
