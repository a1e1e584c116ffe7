import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Contact } from '../../components/contact.tsx';
import { RepositoryTab } from '../../components/repository-tab.tsx';
import { PageNote } from '../../components/page-note.tsx';
import { WatchSite } from '../../components/watch-site.tsx';
import type { PhotoOutcome } from '../../components/photo-check.tsx';
import { ask, askPage } from '../../utils/platform/ask.ts';
import { watchSite } from '../../utils/platform/own-sites.ts';
import type { PageItem, Scope } from '../../utils/platform/questions.ts';
import { useImageSearch } from './use-image-search.ts';
import type { TabInFront } from './use-tab.ts';

/** The verdict on the tab in front, explained: what popup and side panel have in common. Children stand in the bar. */
export function TabReport({ tab, view, fault, read, attempt, children }: TabInFront & { children?: ComponentChildren }) {
  const dismiss = async ({ facts }: PageItem, scope: Scope, undo: boolean) => {
    await ask('dismiss', { facts, scope, undo });
    await read(true);
  };
  const imageSearch = useImageSearch();
  const checkPhoto = async ({ key, facts }: PageItem, deep: boolean): Promise<PhotoOutcome> => {
    if (!tab) return 'outOfView';
    const place = await askPage(tab.id, 'photoPlace', { key });
    if (!place) return 'outOfView';
    const outcome = await ask('checkPhoto', { tabId: tab.id, windowId: tab.windowId, place, facts, deep }).catch(explainRefusal);
    await read(true);
    return outcome;
  };
  const inspect = (repository?: string) => attempt(ask('open', { page: 'inspect', repository }));
  const trouble = fault ?? view?.trouble;

  return (
    <>
      <header class="bar">
        <h1 class="wordmark">{i18n.t('extName')}</h1>
        {children}
        <button type="button" class="plain" onClick={() => attempt(browser.runtime.openOptionsPage())}>{i18n.t('popup.settings')}</button>
      </header>
      <main aria-live="polite" aria-busy={!view && !fault}>
        {!view && !fault && <p class="soft waiting">{i18n.t('popup.loading')}</p>}
        {trouble && (
          <section class="panel trouble">
            <p class="small">{i18n.t('popup.trouble', [trouble])}</p>
            {tab && <button type="button" onClick={() => attempt(read(true))}>{i18n.t('popup.again')}</button>}
          </section>
        )}
        {view?.absence && <PageNote absence={view.absence} />}
        {view?.offer && <WatchSite host={view.offer} onWatch={() => attempt(watchSite(view.offer!).then(() => read(false)))} />}
        {view?.repository && <RepositoryTab {...view.repository} onInspect={inspect} />}
        {view?.items.map((item, index) => (
          <Contact
            key={item.key} folded={index > 0} facts={item.facts} verdict={item.judgement.verdict} dismissed={item.judgement.dismissed}
            onDismiss={(scope, undo) => attempt(dismiss(item, scope, undo))}
            onRan={() => attempt(ask('open', { page: 'first-aid' }))}
            onCopy={(text) => navigator.clipboard.writeText(text)}
            onCheckPhoto={(deep) => checkPhoto(item, deep)}
            imageSearch={imageSearch} repositories={item.judgement.repositories} onInspect={inspect}
          />
        ))}
      </main>
      {/* What was sent as an archive has no link to begin with. */}
      <footer class="foot"><button type="button" class="plain" onClick={() => inspect()}>{i18n.t('inspect.openPage')}</button></footer>
    </>
  );
}

/** The picture of a tab is allowed by a press on the button in that tab, which a side panel can stand beside without. */
function explainRefusal(error: Error): PhotoOutcome {
  if (!error.message.includes('activeTab')) throw error;
  return { skipped: i18n.t('photo.needsButton') };
}
