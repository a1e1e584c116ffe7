import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { dayWords } from './day-words.ts';

/** `day`: whole days since 1970, by the person's calendar. `detail`: the channel, or what was asked. */
export interface TimelineEvent {
  readonly day: number;
  readonly what: 'first' | 'joined' | 'asked' | 'name' | 'employer' | 'last';
  readonly detail?: string;
}
export interface TimelineProps {
  /** Asked when it is opened, and each time anew. */
  readonly onRead: () => Promise<readonly TimelineEvent[]>;
  /** A private window leaves nothing to remember. */
  readonly isPrivate: boolean;
}

const wordsOf = ({ what, detail }: TimelineEvent): string =>
  i18n.t((detail === undefined ? `timeline.${what}` : `timeline.${what}.${detail.replaceAll('-', '_')}`) as 'timeline.last');

/** What happened with this contact and when: days and kinds, for that is all that is kept. */
export function Timeline({ onRead, isPrivate }: TimelineProps) {
  const [read, setRead] = useState<readonly TimelineEvent[] | Error>();
  const open = (isOpen: boolean) => {
    if (isOpen) onRead().then(setRead, setRead);
  };
  return (
    <details class="fold" onToggle={({ currentTarget }) => open(currentTarget.open)}>
      <summary>{i18n.t('timeline.title')}</summary>
      <div class="opened">
        {isPrivate && <p class="small soft">{i18n.t('timeline.private')}</p>}
        <Days read={read} isPrivate={isPrivate} />
      </div>
    </details>
  );
}

function Days({ read, isPrivate }: { read: readonly TimelineEvent[] | Error | undefined; isPrivate: boolean }) {
  if (read === undefined) return <p class="small soft">{i18n.t('timeline.loading')}</p>;
  if (read instanceof Error) return <p class="small">{i18n.t('timeline.failed', [read.message])}</p>;
  if (read.length === 0) return isPrivate ? null : <p class="small soft">{i18n.t('timeline.none')}</p>;
  return (
    <>
      <ol class="timeline">
        {[...new Set(read.map(({ day }) => day))].map((day) => (
          <li key={day}>
            <time>{dayWords(day)}</time>
            {read.filter((event) => event.day === day).map((event, index) => <p class="small" key={index}>{wordsOf(event)}</p>)}
          </li>
        ))}
      </ol>
      <p class="small soft">{i18n.t('timeline.kept')}</p>
    </>
  );
}
