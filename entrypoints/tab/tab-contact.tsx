import { Contact, type ContactProps } from '../../components/contact.tsx';
import type { PhotoOutcome } from '../../components/photo-check.tsx';
import { i18n } from '#i18n';
import { ask, askPage } from '../../utils/platform/ask.ts';
import type { Ask, PageItem } from '../../utils/platform/questions.ts';
import type { Tab } from './read-tab.ts';
import { toolsOf } from './tools-of.ts';
import type { TabInFront } from './use-tab.ts';

interface Props extends Pick<TabInFront, 'read' | 'attempt'> {
  readonly tab: Tab;
  readonly item: PageItem;
  readonly folded: boolean;
  readonly imageSearch: ContactProps['imageSearch'];
  readonly onInspect: (repository: string) => void;
}

/** One thing on the page with all that can be done about it. */
export function TabContact({ tab, item, folded, imageSearch, read, attempt, onInspect }: Props) {
  const { facts, judgement: { verdict, dismissed, domain, repositories, organisation } } = item;
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
      facts={facts} verdict={verdict} dismissed={dismissed} domain={domain} organisation={organisation} folded={folded}
      onDismiss={(scope, undo, days) => attempt(dismiss({ scope, undo, days }))}
      onRan={() => attempt(ask('open', { page: 'first-aid', asked: verdict.asks }))}
      onCopy={(text) => navigator.clipboard.writeText(text)}
      onCheckPhoto={checkPhoto} imageSearch={imageSearch} repositories={repositories} onInspect={onInspect}
      history={{ onRead: () => ask('timeline', { facts }), isPrivate: tab.isPrivate }}
      tools={toolsOf(item, tab.url)}
    />
  );
}

/** The picture of a tab is allowed by a press on the button in that tab, which a side panel can stand beside without. */
function explainRefusal(error: Error): PhotoOutcome {
  if (!error.message.includes('activeTab')) throw error;
  return { skipped: i18n.t('photo.needsButton') };
}
