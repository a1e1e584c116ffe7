import type { ContactToolsProps } from '../../components/contact-tools.tsx';
import { typedSite } from '../../utils/core/typed-site.ts';
import { ask } from '../../utils/platform/ask.ts';
import type { PageItem } from '../../utils/platform/questions.ts';
import { offices } from './offices.ts';
import { saveCase } from './save-case.ts';

/** What can be done about what was read here. `page`: its address, where there is one. */
export const toolsOf = (item: Pick<PageItem, 'facts' | 'judgement'>, page?: string): ContactToolsProps => ({
  employer: { onFind: () => ask('employer', { facts: item.facts }), onType: (text) => typedSite(text, item.facts) },
  onSave: async (form) => saveCase(item, page, form),
  offices: offices(),
});
