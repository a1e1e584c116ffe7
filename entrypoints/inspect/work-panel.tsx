import { i18n } from '#i18n';
import { useFocus } from './use-focus.ts';
import type { Step } from './use-inspection.ts';

interface Props { readonly step: Step; readonly name?: string; readonly onCancel: () => void }

const megabyte = 1_000_000;

function stepWords(step: Step): string {
  if ('fetched' in step) return i18n.t('inspect.fetching', [(step.fetched / megabyte).toFixed(1)]);
  return 'share' in step ? i18n.t('inspect.looking') : i18n.t('inspect.reading', [String(step.reading)]);
}

/** How far the work is, and the way to end it. */
export function WorkPanel({ step, name, onCancel }: Props) {
  const place = useFocus<HTMLElement>();
  return (
    <section class="panel boxed" ref={place} tabIndex={-1} aria-label={i18n.t('inspect.progress')}>
      {name && <h2><bdi>{name}</bdi></h2>}
      {/* Without a value the browser draws that it goes on, and not how far. */}
      <progress max={1} value={'share' in step ? step.share : undefined} aria-label={i18n.t('inspect.progress')} />
      <p class="small soft count">{stepWords(step)}</p>
      <div class="actions"><button type="button" onClick={onCancel}>{i18n.t('inspect.cancel')}</button></div>
    </section>
  );
}

/** Why there is nothing to show. */
export function FaultNote({ fault }: { fault: string }) {
  const place = useFocus<HTMLParagraphElement>();
  return <p class="panel fault" ref={place} tabIndex={-1}>{fault}</p>;
}
