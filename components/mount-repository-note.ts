import { h, render } from 'preact';
import { bareHost } from './bare-host.ts';
import { keepHost } from './keep-host.ts';
import css from './repository-note.css?inline';
import { RepositoryNote, type NoteContent } from './repository-note.tsx';

export interface MountedNote { show(content: NoteContent): void; hide(): void }

/** The one element on a repository's page, and only while there is something to say: closed and bare like the card's. */
export function mountRepositoryNote(document: Document): MountedNote {
  const { host, place } = bareHost(document, css);
  let stop: (() => void) | undefined;
  const raise = () => { if (host.isConnected && !place.matches(':popover-open')) place.showPopover(); };

  return {
    show(content) {
      render(h(RepositoryNote, content), place);
      if (stop) return;
      document.documentElement.append(host);
      raise();
      stop = keepHost(host, raise);
    },
    hide() {
      stop?.();
      stop = undefined;
      render(null, place);
      host.remove();
    },
  };
}
