import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { mountWarning, type MountedWarning } from '../../components/mount-warning.ts';
import { ask } from '../../utils/platform/ask.ts';
import { factsOfPaste } from '../../utils/mail/facts-of-paste.ts';

/** A made-up message, judged by the very rules and warned about by the very card that a page would show. */
export function TryIt() {
  const section = useRef<HTMLElement>(null);
  const message = useRef<HTMLQuoteElement>(null);
  const [said, setSaid] = useState<string>();
  const [card, setCard] = useState<MountedWarning>();
  const [isShown, setShown] = useState(false);
  useEffect(() => () => card?.hide(), [card]);
  // On a small screen there is room for message and card only when nothing stands above them.
  useEffect(() => { if (isShown) section.current?.scrollIntoView({ block: 'start' }); }, [isShown]);

  const read = async () => {
    const { verdict } = await ask('judge', await factsOfPaste({ text: i18n.t('welcome.tryMessage'), name: i18n.t('welcome.tryFrom') }));
    if (verdict.level !== 'caution' && verdict.level !== 'danger') throw new Error(verdict.level);
    const shown = card ?? mountWarning(document, 'try-it');
    setCard(shown);
    const box = () => message.current?.getBoundingClientRect();
    const hide = () => {
      shown.hide();
      setShown(false);
    };
    setShown(true);
    shown.show({
      key: 'try-it', level: verdict.level, findings: verdict.findings, asks: verdict.asks, anchor: box, around: box, within: () => undefined,
      onDismiss: hide, onClose: hide, onRan: () => void ask('open', { page: 'first-aid' }),
    });
    setSaid(i18n.t('welcome.tryDone'));
  };
  return (
    <section ref={section} class={isShown ? 'panel try tried' : 'panel try'}>
      <h2>{i18n.t('welcome.try')}</h2>
      <p>{i18n.t('welcome.tryText')}</p>
      {/* Above the message: the card comes up below it. */}
      <p role="status">{said}</p>
      <blockquote ref={message}>
        <p class="small soft">{i18n.t('welcome.tryFrom')}</p>
        <p>{i18n.t('welcome.tryMessage')}</p>
      </blockquote>
      <div class="actions">
        <button type="button" class="primary" onClick={() => read().catch((error: Error) => setSaid(i18n.t('welcome.tryFailed', [error.message])))}>
          {i18n.t('welcome.tryButton')}
        </button>
      </div>
    </section>
  );
}
