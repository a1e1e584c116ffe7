import { browser } from 'wxt/browser';
import { casePage } from '../../components/case-page.ts';
import type { CaseForm } from '../../components/save-case.tsx';
import { caseFile } from '../../utils/core/case-file.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { saveFile } from './save-file.ts';

/** A file of what is on the page. Its name tells the time and nobody's name. */
export function saveCase({ facts, judgement }: Pick<PageItem, 'facts' | 'judgement'>, page: string | undefined, form: CaseForm): void {
  const at = new Date();
  const address = URL.parse(page ?? '');
  // Behind these two stands what the person looked for.
  const place = address && `${address.origin}${address.pathname}`;
  const kept = caseFile(facts, judgement.verdict, { at: at.toISOString(), by: browser.runtime.getManifest().version, ...(place && { page: place }) });
  const [text, type, ending] = form === 'page' ? [casePage(kept), 'text/html', 'html'] as const : [JSON.stringify(kept, null, 2), 'application/json', 'json'] as const;
  saveFile(`bonafide-${at.toISOString().slice(0, 16).replace(/\D/g, '-')}.${ending}`, text, type);
}
