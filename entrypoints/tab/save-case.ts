import { browser } from 'wxt/browser';
import { casePage } from '../../components/case-page.ts';
import type { CaseForm } from '../../components/save-case.tsx';
import { caseFile } from '../../utils/core/case-file.ts';
import type { PageItem } from '../../utils/platform/questions.ts';

/** Time the browser has to take the file over, in ms. */
const takeOver = 60_000;

/** Hands the browser a file to save, made here and now of what is on the page. Its name tells the time and nobody's name. */
export function saveCase({ facts, judgement }: PageItem, page: string | undefined, form: CaseForm): void {
  const at = new Date();
  const kept = caseFile(facts, judgement.verdict, { at: at.toISOString(), by: browser.runtime.getManifest().version, ...(page !== undefined && { page }) });
  const [text, type, ending] = form === 'page' ? [casePage(kept), 'text/html', 'html'] : [JSON.stringify(kept, null, 2), 'application/json', 'json'];
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = `bonafide-${at.toISOString().slice(0, 16).replace(/\D/g, '-')}.${ending}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), takeOver);
}
