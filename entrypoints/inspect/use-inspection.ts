import { useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { archiveHost } from '../../utils/core/repository-archive.ts';
import { repositoryPlace, type RepositoryLink } from '../../utils/core/repository-link.ts';
import { ask } from '../../utils/platform/ask.ts';
import { allowArchives, fetchRepository, RefusedDownload } from '../../utils/platform/fetch-repository.ts';
import { archiveWords } from './archive-words.ts';
import type { Source } from './dropped-files.ts';
import { RefusedArchive, startWork } from './start-work.ts';
import type { Inspected, Progress } from './work.ts';

export type Step = { readonly fetched: number } | Progress;
export interface Shown {
  readonly name?: string;
  /** While something is on its way. */
  readonly step?: Step;
  readonly done?: Inspected;
  /** Where the project came from, if it was linked. */
  readonly link?: RepositoryLink;
  /** Why there is nothing to show, in a sentence. */
  readonly fault?: string;
}

export interface Inspecting {
  readonly shown: Shown;
  readonly look: (source: Promise<Source | undefined>) => void;
  /** Call it in the click itself: it asks for the host. */
  readonly lookAtRepository: (link: RepositoryLink, address: string) => void;
  readonly cancel: () => void;
}

export function useInspection(): Inspecting {
  const [shown, setShown] = useState<Shown>({});
  const running = useRef<AbortController | undefined>(undefined);

  const start = (name: string | undefined, work: (signal: AbortSignal) => Promise<Shown>) => {
    running.current?.abort();
    const turn = new AbortController();
    // oxlint-disable-next-line react/immutability -- a ref is there to be written, outside of drawing
    running.current = turn;
    const show = (next: Shown) => { if (running.current === turn) setShown(next); };
    show({ name, step: { reading: 0 } });
    work(turn.signal).then(show, (error: Error) => show({ name, fault: turn.signal.aborted ? i18n.t('inspect.cancelled') : sentenceOf(error, name) }));
  };
  const step = (signal: AbortSignal) => (now: Step) => { if (!signal.aborted) setShown((was) => ({ ...was, step: now })); };

  return {
    shown,
    look: (source) => start(undefined, async (signal) => {
      const found = await source;
      if (!found) throw new RefusedArchive(i18n.t('inspect.nothingDropped'));
      step(signal)({ reading: 0 });
      return { name: found.name, done: await startWork(found, step(signal), signal).catch(named(found.name)) };
    }),
    lookAtRepository: (link, address) => start(repositoryPlace(link), async (signal) => {
      if (!(await allowArchives(link))) throw new RefusedArchive(i18n.t('inspect.notAllowed', [archiveHost(link)]));
      ask('countSent', { what: 'archives' }).catch(() => undefined);
      const archive = await fetchRepository(link, (fetched) => step(signal)({ fetched }), signal);
      const done = await startWork({ name: `${link.path.split('/').at(-1)}.zip`, archive }, step(signal), signal).catch(named(repositoryPlace(link)));
      await ask('rememberInspection', { repository: address, level: done.inspection.level });
      return { name: repositoryPlace(link), done, link };
    }),
    cancel: () => running.current?.abort(),
  };
}

/** What reads an archive says why it cannot, not of which. */
const named = (name: string) => (error: Error) => { throw error instanceof RefusedArchive ? new RefusedArchive(archiveWords(name, error.message)) : error; };

function sentenceOf(error: Error, name: string | undefined): string {
  if (error instanceof RefusedDownload) return i18n.t(`inspect.refused.${error.refusal}`, [String(error.status ?? '')]);
  return error instanceof RefusedArchive ? error.message : i18n.t('inspect.broken', [name ?? '', error.message]);
}
