import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { LevelMark } from '../../components/level-mark.tsx';
import type { RepositoryLink } from '../../utils/core/repository-link.ts';
import { archiveWords } from './archive-words.ts';
import { FileTree } from './file-tree.tsx';
import { FoundPlaces } from './found-places.tsx';
import { LeftOut } from './left-out.tsx';
import { OnItsPage } from './on-its-page.tsx';
import { SaidStarters } from './said-starters.ts';
import { StepSentences } from './step-sentences.tsx';
import { ThrowawayPlaces } from './throwaway-places.tsx';
import { useFocus } from './use-focus.ts';
import type { Inspected } from './work.ts';

interface Props { readonly name: string; readonly inspected: Inspected; readonly link?: RepositoryLink }

/** What was found in a project: the level, what would happen, where, what was not looked at, and where it can be run all the same. */
export function InspectionReport({ name, inspected: { inspection, paths, starters, unread }, link }: Props) {
  const { level, findings, runs, looked, skipped } = inspection;
  const [marked, setMarked] = useState<string>();
  const place = useFocus<HTMLElement>();
  return (
    <>
      <article class="contact" ref={place} tabIndex={-1} aria-labelledby="project verdict">
        <header>
          <h2 class="small soft" id="project"><bdi>{name}</bdi></h2>
          <p id="verdict"><LevelMark level={level} /></p>
        </header>
        <p class="sentence">{i18n.t(`inspect.levelText.${level}`)}</p>
        {level === 'danger' && <p><a href="/first-aid.html">{i18n.t('options.firstAidLink')}</a></p>}
        {unread && <p>{archiveWords(name, unread)}</p>}
        {looked.files > 0 ? <SaidStarters.Provider value={starters}><StepSentences runs={runs} findings={findings} skipped={skipped} /></SaidStarters.Provider> : <p>{i18n.t('inspect.nothingRead')}</p>}
        <p class="small soft">{i18n.t('inspect.looked', [String(looked.files), String(looked.parsed)])}</p>
        {link && <OnItsPage link={link} />}
      </article>
      {findings.length > 0 && <FoundPlaces findings={findings} onShow={setMarked} />}
      <section class="panel">
        <h2>{i18n.t('inspect.files')}</h2>
        <FileTree paths={paths} inspection={inspection} shown={marked} />
      </section>
      <LeftOut skipped={skipped} isLinked={link !== undefined} />
      <ThrowawayPlaces paths={paths} link={link} />
    </>
  );
}
