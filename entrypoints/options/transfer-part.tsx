import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { joinSentences } from '../../components/join-sentences.ts';
import { exportSettings, importSettings, longestFile } from '../../utils/platform/transfer-settings.ts';
import { saveFile } from '../tab/save-file.ts';
import { wordsOf } from './setting-words.ts';
import type { Acting, Shown } from './use-options.ts';

/** Settings as a file, out and in. What is remembered of people does not go along. */
export function TransferPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const save = async () => {
    saveFile('bonafide-settings.json', exportSettings(shown.settings), 'application/json');
    return i18n.t('evidence.saved');
  };
  return (
    <section class="panel">
      <h2>{i18n.t('options.transfer')}</h2>
      <p>{i18n.t('options.transferText')}</p>
      <div class="actions">
        <button type="button" onClick={() => acting.attempt(save())}><ActionIcon action="save" />{i18n.t('options.export')}</button>
        <label class="pick">
          <ActionIcon action="open" />{i18n.t('options.import')}
          <input
            type="file" name="settings" accept=".json,application/json"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) acting.act(load(file));
              // The same one chosen again is a change too.
              currentTarget.value = '';
            }}
          />
        </label>
      </div>
    </section>
  );
}

/** What came of it, in words: how much was taken over, what was not, and why that may be. */
async function load(file: File): Promise<string> {
  if (file.size > longestFile) throw new Error(i18n.t('options.importWrong'));
  const { taken, left, isNewer } = await importSettings(await file.text());
  return joinSentences([
    i18n.t('options.imported', taken.length),
    ...(left.length > 0 ? [i18n.t('options.importLeft', [left.slice(0, mostNamed).map(wordsOf).join(', ')])] : []),
    ...(isNewer ? [i18n.t('options.importNewer')] : []),
  ]);
}

/** Keys that are named where a file has nonsense: a line or two. */
const mostNamed = 8;
