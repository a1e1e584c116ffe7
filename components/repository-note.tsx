import { i18n } from '#i18n';
import type { InspectionOutcome } from '../utils/core/inspected-links.ts';
import { dayWords } from './day-words.ts';
import { Icon } from './icon.tsx';
import { levelShapes } from './level-mark.tsx';

export interface NoteContent {
  readonly found: InspectionOutcome;
  /** Whole days since 1970. */
  readonly day: number;
  readonly onInspect: () => void;
  readonly onClose: () => void;
}

/** One quiet line on a repository's own page. */
export function RepositoryNote({ found, day, onInspect, onClose }: NoteContent) {
  return (
    <section class={`line ${found}`} aria-label={i18n.t('warning.label')} role="status">
      <p class="with-icon"><Icon path={levelShapes[found === 'looked' ? 'none' : found]} />{i18n.t(`inspect.tabFound.${found}`, [dayWords(day)])}</p>
      <div class="actions">
        <button type="button" onClick={onInspect}>{i18n.t('inspect.again')}</button>
        <button type="button" class="plain" onClick={onClose}>{i18n.t('inspect.close')}</button>
      </div>
    </section>
  );
}
