import type { Facts } from '../utils/core/facts.ts';
import type { Verdict } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { CopyReply } from './copy-reply.tsx';
import { Dismissal, type DismissalScope } from './dismissal.tsx';
import { FindingList } from './finding-list.tsx';
import { LookInside } from './look-inside.tsx';
import { LevelMark } from './level-mark.tsx';
import { PhotoCheck, type PhotoCheckProps } from './photo-check.tsx';
import { quoteText } from './quote-text.ts';
import { ReadFacts } from './read-facts.tsx';
import { UnknownFacts } from './unknown-facts.tsx';

export interface ContactProps {
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly dismissed?: DismissalScope;
  /** Only the heading at first: for all but the strongest of a page. */
  readonly folded: boolean;
  readonly onDismiss: (scope: DismissalScope, undo: boolean) => void;
  readonly onRan: () => void;
  readonly onCopy: (text: string) => Promise<void>;
  readonly onCheckPhoto: PhotoCheckProps['onCheck'];
  readonly imageSearch?: PhotoCheckProps['search'];
  /** Addresses of linked repositories that can be looked into. */
  readonly repositories?: readonly string[];
  readonly onInspect: (repository: string) => void;
}

/** One profile, conversation or mail: what stands out, why, and what to do. */
export function Contact(props: ContactProps) {
  const heading = (
    <>
      <h2 class="small soft"><bdi>{titleOf(props.facts)}</bdi></h2>
      <LevelMark level={props.verdict.level} />
    </>
  );
  if (!props.folded) return <article class="contact"><header>{heading}</header><Body {...props} /></article>;
  return <article class="contact"><details><summary>{heading}</summary><Body {...props} /></details></article>;
}

/** What a person reads in this place, by whom. */
function titleOf({ surface, sender, company }: Facts): string {
  const name: [string] = [sender?.name ? quoteText(sender.name) : company?.name ? quoteText(company.name) : sender?.email ?? i18n.t('popup.somebody')];
  const kind = surface.startsWith('linkedin-') ? surface.replace('-', '_') : 'mail';
  return i18n.t(`popup.kind.${kind}` as 'popup.kind.mail', name);
}

function Body({ facts, verdict, dismissed, onDismiss, onRan, onCopy, onCheckPhoto, imageSearch, repositories = [], onInspect }: ContactProps) {
  const { level, findings, unknown } = verdict;
  const [strongest] = findings;
  const isQuiet = level === 'none' || !strongest;
  // Before a warning there is nothing to answer and nothing to undo.
  const isWarning = level === 'caution' || level === 'danger';
  // A job post is for everybody: there is nobody to reply to.
  const isAnswerable = facts.message && facts.surface !== 'linkedin-job' && strongest?.theme !== 'file';
  return (
    <div class="body">
      {isQuiet ? <p class="soft">{i18n.t('popup.nothingFoundHint')}</p> : (
        <>
          <p class="sentence">{strongest.why}</p>
          <p><b>{i18n.t('warning.next')}</b> {strongest.advice}</p>
          <Dismissal dismissed={dismissed} onDismiss={onDismiss}>
            {isWarning && isAnswerable && <CopyReply onCopy={onCopy} />}
            {isWarning && <button type="button" onClick={onRan}>{i18n.t('warning.ran')}</button>}
          </Dismissal>
        </>
      )}
      {repositories.length > 0 && <LookInside repositories={repositories} onInspect={onInspect} />}
      <FindingList findings={findings} />
      {facts.profile?.photo?.url && <PhotoCheck onCheck={onCheckPhoto} search={imageSearch} />}
      <div class="folds">
        <UnknownFacts unknown={unknown} />
        <ReadFacts facts={facts} />
      </div>
    </div>
  );
}
