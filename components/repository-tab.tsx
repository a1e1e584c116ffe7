import { i18n } from '#i18n';
import type { InspectionOutcome } from '../utils/core/inspected-links.ts';
import { dayWords } from './day-words.ts';

interface Props {
  readonly address: string;
  /** `day`: whole days since 1970. */
  readonly inspected?: { readonly found: InspectionOutcome; readonly day: number };
  readonly onInspect: (repository: string) => void;
}

/** On the page of a repository: what an inspection found, and the way to have it inspected. */
export function RepositoryTab({ address, inspected, onInspect }: Props) {
  return (
    <section class="panel">
      <h2>{i18n.t('inspect.tabTitle')}</h2>
      <p>{inspected ? i18n.t(`inspect.tabFound.${inspected.found}`, [dayWords(inspected.day)]) : i18n.t('inspect.tabText')}</p>
      <div class="actions"><button type="button" onClick={() => onInspect(address)}>{i18n.t('inspect.lookInside')}</button></div>
    </section>
  );
}
