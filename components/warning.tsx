import { useEffect, useState } from 'preact/hooks';
import type { OrganisationWords } from '../utils/core/organisation-words.ts';
import type { Mark } from '../utils/core/rule.ts';
import type { Finding } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { Dismissal, type Dismiss, type DismissalScope } from './dismissal.tsx';
import { FindingStory } from './finding-story.tsx';
import { Gist, GistLine } from './gist.tsx';
import { Icon } from './icon.tsx';
import { LevelMark } from './level-mark.tsx';
import { OrganisationNote } from './organisation-note.tsx';
import type { Whereabouts } from './place-card.ts';
import { ThemeIcon } from './theme-icon.tsx';

export interface WarningContent {
  readonly level: 'caution' | 'danger';
  /** One line at first: this thread was told of before. */
  readonly isFolded?: boolean;
  /** Strongest first, at least one. */
  readonly findings: readonly Finding[];
  /** What is true of what they ask. */
  readonly asks: readonly Mark[];
  readonly dismissed?: DismissalScope;
  readonly organisation?: OrganisationWords;
  /** Mail domain that can be marked as not a problem. */
  readonly domain?: string;
  /** Why the last action did not work. */
  readonly fault?: string;
}
export interface WarningActions {
  readonly onDismiss: Dismiss;
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
export function Warning({ level, isFolded = false, findings, asks, dismissed, organisation, domain, fault, whereabouts, popover, onDismiss, onRan, onInspect, onClose }: Props) {
  const [open, setOpen] = useState(false);
  const isBrief = isFolded && !open;
  const [spoken, setSpoken] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSpoken(true), announceAfter);
    return () => clearTimeout(timer);
  }, []);
  const [strongest] = findings;

  return (
    <section class={dismissed ? 'card noted' : 'card'} aria-label={i18n.t('warning.label')}>
      <div class="said" role={level === 'danger' && !isFolded ? 'alert' : 'status'}>
        {spoken && strongest && !dismissed && (
          <>
            <p class="head">
              <LevelMark level={level} />
              {/* Whose word this is: an unsigned warning could be anybody's. The region says so to who hears it. */}
              <span class="by" aria-hidden="true">{i18n.t('extName')}</span>
            </p>
            {whereabouts !== 'beside' && <p class="small soft">{i18n.t(`warning.${whereabouts}`)}</p>}
            {isBrief ? <GistLine level={level} asks={asks} /> : <Gist level={level} finding={strongest} asks={asks} />}
          </>
        )}
      </div>
      {organisation && !isBrief && !dismissed && <OrganisationNote {...organisation} />}
      {open && !dismissed && (
        <div class="more">
          {findings.map((finding) => (
            <article key={finding.rule}>
              <h3 class="with-icon"><ThemeIcon theme={finding.theme} />{finding.title}</h3>
              {finding !== strongest && <p class="reason">{finding.why}</p>}
              <FindingStory finding={finding} advice={finding !== strongest} />
            </article>
          ))}
        </div>
      )}
      <p class="fault small" role="status">{fault}</p>
      <Dismissal dismissed={dismissed} domain={domain} kept={organisation?.keepsFindings && organisation} onDismiss={onDismiss}>
        {onInspect && !isBrief && <button type="button" onClick={onInspect}>{i18n.t('inspect.lookInside')}</button>}
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
          {i18n.t(open ? 'warning.fewer' : 'warning.details')}
        </button>
        {!isBrief && <button type="button" onClick={onRan}>{i18n.t('warning.ran')}</button>}
      </Dismissal>
      {/* The browser closes it by itself where no script is left to: after the extension was removed. */}
      <button
        type="button" class="plain close" aria-label={i18n.t('warning.close')} onClick={onClose}
        popovertarget={popover} popovertargetaction="hide"
      >
        <Icon path="M5 5l10 10M15 5 5 15" />
      </button>
    </section>
  );
}
