import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { archiveSource, chosenFolder, droppedSource, type Source } from './dropped-files.ts';

interface Props { readonly onLook: (source: Promise<Source | undefined>) => void }

/** In every browser, and in no standard: types leave it out. */
const wholeFolder = { webkitdirectory: true };

/** An archive or a folder from this computer, dropped or chosen. */
export function ChooseProject({ onLook }: Props) {
  const [over, setOver] = useState(false);
  const take = (input: HTMLInputElement, source: (list: FileList) => Promise<Source | undefined>) => {
    // The same one chosen again is a change too.
    if (input.files?.length) onLook(source(input.files).finally(() => { input.value = ''; }));
  };
  return (
    <section
      class={over ? 'panel boxed drop over' : 'panel boxed drop'} aria-label={i18n.t('inspect.choose')}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onLook(droppedSource(event.dataTransfer));
      }}
    >
      <h2>{i18n.t('inspect.drop')}</h2>
      <p class="small soft">{i18n.t('inspect.dropHint')}</p>
      <div class="actions">
        <label class="pick">
          {i18n.t('inspect.pickArchive')}
          <input type="file" name="archive" accept=".zip,.tar,.gz,.tgz" onChange={({ currentTarget }) => take(currentTarget, async ([file]) => file && archiveSource(file))} />
        </label>
        <label class="pick">
          {i18n.t('inspect.pickFolder')}
          <input type="file" name="folder" {...wholeFolder} onChange={({ currentTarget }) => take(currentTarget, chosenFolder)} />
        </label>
      </div>
    </section>
  );
}
