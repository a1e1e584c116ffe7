import { useEffect, useId, useState } from 'preact/hooks';
import type { TypedSite } from '../utils/core/typed-site.ts';
import { i18n } from '#i18n';
import { WithName } from './with-name.tsx';

/** An employer that the table of companies knows, with its domain there. */
export interface KnownEmployer { readonly name: string; readonly domain: string }
export interface CareersProps {
  readonly onFind: () => Promise<KnownEmployer | undefined>;
  readonly onType: (text: string) => TypedSite | 'no address' | 'not https';
}

const faults = { 'no address': 'careers.noAddress', 'not https': 'careers.notHttps' } as const;

/** The way to the employer that does not go through the message: what the table knows, or what the person types. */
export function Careers({ onFind, onType }: CareersProps) {
  const [known, setKnown] = useState<KnownEmployer>();
  // Without an answer there is the field, which is enough.
  useEffect(() => void onFind().then(setKnown, () => undefined), [onFind]);
  return (
    <>
      <p class="small soft">{i18n.t('careers.hint')}</p>
      {known && (
        <div class="field">
          <Leads to={`https://${known.domain}/`} name={i18n.t('careers.known', [known.domain])} />
          <p class="hint"><WithName name={known.name} say={(gap) => i18n.t('careers.knownHint', [gap])} /></p>
        </div>
      )}
      <TypeSite onType={onType} />
    </>
  );
}

const Leads = ({ to, name }: { to: string; name: string }) => <a class="button" href={to} target="_blank" rel="noreferrer noopener">{name}</a>;

function TypeSite({ onType }: Pick<CareersProps, 'onType'>) {
  const id = useId();
  const [text, setText] = useState('');
  const [isDone, setDone] = useState(false);
  const site = text.trim() === '' ? undefined : onType(text);
  const isWrong = typeof site === 'string';
  return (
    <div class="field">
      <label for={id}>{i18n.t('careers.field')}</label>
      <input
        id={id} type="text" inputMode="url" autocomplete="off" spellcheck={false} dir="ltr" placeholder="company.example" value={text}
        aria-describedby={`${id}-said`} aria-invalid={isWrong && isDone}
        onInput={({ currentTarget }) => { setText(currentTarget.value); setDone(false); }} onChange={() => setDone(true)}
      />
      <div class="hint" id={`${id}-said`} role="status">
        {site === undefined && <p>{i18n.t('careers.fieldHint')}</p>}
        {/* Half an address is no mistake yet. */}
        {isWrong && isDone && <p class="wrong">{i18n.t(faults[site])}</p>}
        {site && !isWrong && site.isTheirs && <p class="wrong">{i18n.t('careers.theirs', [site.domain])}</p>}
      </div>
      {site && !isWrong && <Leads to={site.address} name={i18n.t('careers.known', [site.domain])} />}
    </div>
  );
}
