import { Contact } from '../../components/contact.tsx';
import type { PhotoOutcome } from '../../components/photo-check.tsx';
import { i18n } from '#i18n';
import { typedSite } from '../../utils/core/typed-site.ts';
import { ask, askPage } from '../../utils/platform/ask.ts';
import type { Ask, PageItem } from '../../utils/platform/questions.ts';
import { offices } from './offices.ts';
import type { Tab } from './read-tab.ts';
import { saveCase } from './save-case.ts';
import { useImageSearch } from './use-image-search.ts';
import type { TabInFront } from './use-tab.ts';

interface Props extends Pick<TabInFront, 'read' | 'attempt'> {
  readonly tab: Tab;
  readonly item: PageItem;
  readonly folded: boolean;
  readonly onInspect: (repository: string) => void;
}

/** One thing on the page with all that can be done about it. */
export function TabContact({ tab, item, folded, read, attempt, onInspect }: Props) {
  const { facts, judgement: { verdict, dismissed, domain, repositories } } = item;
  const dismiss = async (mark: Omit<Ask<'dismiss'>, 'facts'>) => {
    await ask('dismiss', { facts, ...mark });
    await read(true);
  };
  const checkPhoto = async (deep: boolean): Promise<PhotoOutcome> => {
    const place = await askPage(tab.id, 'photoPlace', { key: item.key });
    if (!place) return 'outOfView';
    const outcome = await ask('checkPhoto', { tabId: tab.id, windowId: tab.windowId, place, facts, deep }).catch(explainRefusal);
    await read(true);
    return outcome;
  };
  return (
    <Contact
      facts={facts} verdict={verdict} dismissed={dismissed} domain={domain} folded={folded}
      onDismiss={(scope, undo, days) => attempt(dismiss({ scope, undo, days }))}
      onRan={() => attempt(ask('open', { page: 'first-aid', asked: verdict.asks }))}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onCheckPhoto={checkPhoto} imageSearch={useImageSearch()} repositories={repositories} onInspect={onInspect}
      history={{ onRead: () => ask('timeline', { facts }), isPrivate: tab.isPrivate }}
      tools={{
        employer: { onFind: () => ask('employer', { facts }), onType: (text) => typedSite(text, facts) },
        onSave: async (form) => saveCase(item, tab.url, form),
        offices: offices(),
      }}
    />
  );
}

/** The picture of a tab is allowed by a press on the button in that tab, which a side panel can stand beside without. */
function explainRefusal(error: Error): PhotoOutcome {
  if (!error.message.includes('activeTab')) throw error;
  return { skipped: i18n.t('photo.needsButton') };
}
