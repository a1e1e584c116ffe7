import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Pasted } from '../../utils/mail/facts-of-paste.ts';

interface Props {
  readonly pasted: Pasted;
  readonly onChange: (pasted: Pasted) => void;
  readonly onCheck: () => void;
  readonly onFile: (file: File) => void;
  /** Absent while there is nothing to clear. */
  readonly onClear?: () => void;
}

/** Words, who wrote them, one link that hides behind a word; or a file, chosen or dropped. */
export function PasteForm({ pasted, onChange, onCheck, onFile, onClear }: Props) {
  const [over, setOver] = useState(false);
  const line = (key: 'name' | 'email' | 'link', label: string, hint: string) => (
    <p class="field">
      <label for={key}>{label}</label>
      {/* What somebody wrote is none of the browser's business: not kept in its list of forms. */}
      <input
        id={key} type="text" value={pasted[key] ?? ''} autocomplete="off" spellcheck={false} aria-describedby={`${key}-hint`}
        onInput={({ currentTarget }) => onChange({ ...pasted, [key]: currentTarget.value })}
      />
      <span class="hint" id={`${key}-hint`}>{hint}</span>
    </p>
  );
  return (
    <form
      class={over ? 'panel boxed drop over' : 'panel boxed drop'} noValidate
      onSubmit={(event) => { event.preventDefault(); onCheck(); }}
      onDragOver={(event) => { event.preventDefault(); setOver(true); }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [file] = event.dataTransfer?.files ?? [];
        const words = event.dataTransfer?.getData('text/plain');
        if (file) onFile(file);
        else if (words) onChange({ ...pasted, text: words });
      }}
    >
      <p class="field">
        <label for="text">{i18n.t('check.paste')}</label>
        <textarea
          id="text" rows={9} value={pasted.text} autocomplete="off" spellcheck={false} aria-describedby="text-hint" dir="auto"
          onInput={({ currentTarget }) => onChange({ ...pasted, text: currentTarget.value })}
        />
        <span class="hint" id="text-hint">{i18n.t('check.pasteHint')}</span>
      </p>
      <div class="pair">
        {line('name', i18n.t('check.from'), i18n.t('check.fromHint'))}
        {line('email', i18n.t('check.address'), i18n.t('check.addressHint'))}
      </div>
      {line('link', i18n.t('check.link'), i18n.t('check.linkHint'))}
      <div class="actions">
        <button type="submit" class="primary">{i18n.t('check.check')}</button>
        <label class="pick">
          {i18n.t('check.pick')}
          <input
            type="file" name="message" accept=".eml,.txt"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file) onFile(file);
              // The same one chosen again is a change too.
              currentTarget.value = '';
            }}
          />
        </label>
        {onClear && <button type="button" class="plain" onClick={onClear}>{i18n.t('check.clear')}</button>}
      </div>
    </form>
  );
}
