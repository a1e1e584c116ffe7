import { i18n } from '#i18n';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { ask } from '../../utils/platform/ask.ts';
import { ContactRows } from './contact-rows.tsx';
import { PhotoPart } from './photo-part.tsx';
import type { Acting, Shown } from './use-options.ts';

/** What is remembered: each row can be erased, and all of it. */
export function MemoryPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  const forgetOne = (key: string) => ask('forgetOne', { what: 'contact', key }).then(() => i18n.t('options.forgotten', 1));
  const forget = async () => {
    const count = await ask('forget', {});
    return i18n.t('options.forgotten', count);
  };
  return (
    <>
      {shown.remembered
        ? <ContactRows remembered={shown.remembered} onForget={(key) => acting.act(forgetOne(key))} />
        : <section class="panel"><h2>{i18n.t('options.contacts')}</h2><p>{i18n.t('options.memoryFault', [shown.memoryFault!])}</p></section>}
      <PhotoPart shown={shown} acting={acting} />
      <section class="panel">
        <h2>{i18n.t('options.memory')}</h2>
        <p class="small soft">{i18n.t('options.memoryHint')}</p>
        <div class="actions"><ConfirmedButton label={i18n.t('options.forget')} onConfirm={() => acting.act(forget())} /></div>
      </section>
    </>
  );
}
