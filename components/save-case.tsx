import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ActionIcon } from './action-icon.tsx';

export type CaseForm = 'page' | 'json';
export interface SaveCaseProps { readonly onSave: (form: CaseForm) => Promise<void> }

/** A file with all that was seen. Says plainly what it holds before anything is made. */
export function SaveCase({ onSave }: SaveCaseProps) {
  const [said, setSaid] = useState('');
  const save = (form: CaseForm) =>
    onSave(form).then(() => setSaid(i18n.t('evidence.saved')), (error: Error) => setSaid(i18n.t('evidence.failed', [error.message])));
  return (
    <>
      <p class="small soft">{i18n.t('evidence.hint')}</p>
      <p class="small soft">{i18n.t('evidence.holds')}</p>
      <div class="actions">
        {(['page', 'json'] as const).map((form) => (
          <button type="button" key={form} onClick={() => save(form)}><ActionIcon action="save" />{i18n.t(`evidence.${form}`)}</button>
        ))}
      </div>
      <p class="small" role="status">{said}</p>
    </>
  );
}
