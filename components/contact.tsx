import type { Facts } from '../utils/core/facts.ts';
import type { OrganisationWords } from '../utils/core/organisation-words.ts';
import type { Verdict } from '../utils/core/verdict.ts';
import { i18n } from '#i18n';
import { ContactTitle } from './contact-title.tsx';
import { ContactTools, type ContactToolsProps } from './contact-tools.tsx';
import { CopyReply } from './copy-reply.tsx';
import { Dismissal, type Dismiss, type DismissalScope } from './dismissal.tsx';
import { FindingList } from './finding-list.tsx';
import { Gist } from './gist.tsx';
import { LookInside } from './look-inside.tsx';
import { LevelMark } from './level-mark.tsx';
import { OrganisationNote } from './organisation-note.tsx';
import { PhotoCheck, type PhotoCheckProps } from './photo-check.tsx';
import { ReadFacts } from './read-facts.tsx';
import { Timeline, type TimelineProps } from './timeline.tsx';
import { UnknownFacts } from './unknown-facts.tsx';

export interface ContactProps {
  readonly facts: Facts;
  readonly verdict: Verdict;
  readonly dismissed?: DismissalScope;
  /** Mail domain that can be marked as not a problem. */
  readonly domain?: string;
  /** Only the heading at first: for all but the strongest of a page. */
  readonly folded: boolean;
  /** Absent where nobody is to be left alone: pasted words. */
  readonly onDismiss?: Dismiss;
  readonly organisation?: OrganisationWords;
  readonly onRan: () => void;
  readonly onCopy: (text: string) => Promise<void>;
  /** Absent where no photo is in view. */
  readonly onCheckPhoto?: PhotoCheckProps['onCheck'];
  readonly imageSearch?: PhotoCheckProps['search'];
  /** Addresses of linked repositories that can be looked into. */
  readonly repositories?: readonly string[];
  readonly onInspect: (repository: string) => void;
  /** Absent where nothing is remembered. */
  readonly history?: TimelineProps;
  readonly tools?: ContactToolsProps;
}

/** One profile, conversation or mail: what stands out, why, and what to do. */
export function Contact(props: ContactProps) {
  const heading = (
    <>
      <ContactTitle facts={props.facts} />
      <LevelMark level={props.verdict.level} />
    </>
  );
  const kind = props.dismissed ? 'contact dismissed' : 'contact';
  if (!props.folded) return <article class={kind}><header>{heading}</header><Body {...props} /></article>;
  return <article class={kind}><details><summary>{heading}</summary><Body {...props} /></details></article>;
}

function Body({ facts, verdict, onCheckPhoto, imageSearch, history, tools, ...actions }: ContactProps) {
  const { level, findings, unknown } = verdict;
  const isQuiet = level === 'none' || findings.length === 0;
  return (
    <div class="body">
      {isQuiet ? <p class="soft">{i18n.t('popup.nothingFoundHint')}</p> : <NextSteps facts={facts} verdict={verdict} {...actions} />}
      <FindingList findings={findings} />
      {tools && !isQuiet && <ContactTools surface={facts.surface} organisation={actions.organisation} {...tools} />}
      {onCheckPhoto && facts.profile?.photo?.url && <PhotoCheck onCheck={onCheckPhoto} search={imageSearch} />}
      <div class="folds">
        {history && <Timeline {...history} />}
        <UnknownFacts unknown={unknown} />
        <ReadFacts facts={facts} />
      </div>
    </div>
  );
}

type Actions = Pick<ContactProps, 'facts' | 'verdict' | 'dismissed' | 'domain' | 'organisation' | 'onDismiss' | 'onRan' | 'onCopy' | 'repositories' | 'onInspect'>;

/** What happened and what to do now, with one thing to press before all others. */
function NextSteps({ facts, verdict: { level, findings, asks }, dismissed, domain, organisation, onDismiss, onRan, onCopy, repositories = [], onInspect }: Actions) {
  const [strongest] = findings;
  // Before a warning there is nothing to answer and nothing to undo.
  const isWarning = level === 'caution' || level === 'danger';
  // A job post is for everybody: there is nobody to reply to.
  const isAnswerable = facts.message && facts.surface !== 'linkedin-job' && strongest?.theme !== 'file';
  const actions = (
    <>
      {isWarning && isAnswerable && <CopyReply onCopy={onCopy} />}
      {isWarning && <button type="button" onClick={onRan}>{i18n.t('warning.ran')}</button>}
    </>
  );
  return (
    <>
      {strongest && <Gist level={level} finding={strongest} asks={asks} />}
      {isWarning && organisation && <OrganisationNote {...organisation} />}
      {onDismiss
        ? <Dismissal dismissed={dismissed} domain={domain} kept={organisation?.keepsFindings && organisation} hasDays onDismiss={onDismiss}>{actions}</Dismissal>
        : isWarning && <div class="actions">{actions}</div>}
      {repositories.length > 0 && <LookInside repositories={repositories} isFirst={isWarning && !isAnswerable} onInspect={onInspect} />}
    </>
  );
}
