import { i18n } from '#i18n';
import { ActionIcon } from '../../components/action-icon.tsx';
import { exportSettings, importSettings } from '../../utils/platform/transfer-settings.ts';
import type { Acting, Shown } from './use-options.ts';

/** Settings as a file, out and in. What is remembered of people does not go along. */
export function TransferPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const save = async () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([exportSettings(shown.settings)], { type: 'application/json' }));
    link.download = 'bonafide-settings.json';
    link.click();
    URL.revokeObjectURL(link.href);
  };
  const load = async (file: File) => {
    const { taken, left } = await importSettings(await file.text());
    const words = i18n.t('options.imported', taken.length);
    return left.length > 0 ? `${words} ${i18n.t('options.importLeft', [left.join(', ')])}` : words;
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
