import { ExceptionList } from './exception-list.tsx';
import { PlacementChoice } from './placement-choice.tsx';
import type { Acting, Shown } from './use-options.ts';

/** Where warnings appear, and what they leave alone. */
export function WarningsPart({ shown, acting }: { shown: Shown; acting: Acting }) {
  return (
    <>
      <PlacementChoice setting={shown.settings.placement} onChoose={(placement) => acting.set('placement', placement)} />
      <ExceptionList exceptions={shown.exceptions} acting={acting} />
    </>
  );
}
