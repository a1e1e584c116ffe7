import { i18n } from '#i18n';
import { ShortcutList } from '../tab/shortcut-list.tsx';
import { ExceptionList } from './exception-list.tsx';
import { PlacementChoice } from './placement-choice.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Where warnings appear, what they leave alone, and the keys that show them. */
export function WarningsPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  return (
    <>
      <PlacementChoice setting={shown.settings.placement} onChoose={(placement) => acting.set('placement', placement)} />
      <ExceptionList exceptions={shown.exceptions} allowed={shown.settings.allowDismissals} acting={acting} />
      <section class="panel">
        <h2>{i18n.t('commands.title')}</h2>
        <ShortcutList />
      </section>
    </>
  );
}
