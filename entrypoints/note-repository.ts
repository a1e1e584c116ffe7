import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from 'wxt/browser';
import { drawText } from '../components/draw-text.ts';
import { mountRepositoryNote, type MountedNote } from '../components/mount-repository-note.ts';
import { repositoryLink, repositoryPlace } from '../utils/core/repository-link.ts';
import { ask } from '../utils/platform/ask.ts';

/** The script's own world, which no page can see. */
const world = globalThis as { bonafideLife?: AbortController };

/**
 * Says on the page of a repository what the person's inspection of it found. Of the page it reads the address and nothing else, and asks only when
 * that leads to another repository.
 */
export default defineUnlistedScript(() => {
  drawText();
  const life = new AbortController();
  // A permission that was taken back and given again starts a second one.
  world.bonafideLife?.abort();
  world.bonafideLife = life;
  let place: string | undefined;
  let note: MountedNote | undefined;
  const closed = new Set<string>();

  const look = async () => {
    const link = repositoryLink(location.href);
    const here = link && repositoryPlace(link);
    if (here === place) return;
    place = here;
    note?.hide();
    if (here === undefined || closed.has(here)) return;
    const { inspected, placement } = await ask('repositoryNote', {});
    if (!inspected || placement !== 'inline' || place !== here || life.signal.aborted) return;
    note ??= mountRepositoryNote(document);
    note.show({
      ...inspected,
      onInspect: () => { ask('open', { page: 'inspect', repository: location.href }).catch(stopIfOrphan); },
      onClose: () => { closed.add(here); note?.hide(); },
    });
  };
  /** After an update the old script stays in the page without its extension: it falls silent. */
  const stopIfOrphan = () => { if (browser.runtime?.id === undefined) life.abort(); };
  const again = () => void look().catch(stopIfOrphan);
  // These sites change pages without loading one, and tell nobody.
  const observer = new MutationObserver(again);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  life.signal.addEventListener('abort', () => { observer.disconnect(); note?.hide(); });
  again();
});
