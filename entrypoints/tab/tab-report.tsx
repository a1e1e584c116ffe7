import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PageNote } from '../../components/page-note.tsx';
import { RepositoryTab } from '../../components/repository-tab.tsx';
import { WatchSite } from '../../components/watch-site.tsx';
import { ask } from '../../utils/platform/ask.ts';
import { watchSite } from '../../utils/platform/own-sites.ts';
import type { TabView } from './read-tab.ts';
import { TabContact } from './tab-contact.tsx';
import { useImageSearch } from './use-image-search.ts';
import type { TabInFront } from './use-tab.ts';

interface Props extends TabInFront {
  /** Stands in the bar. */
  readonly children?: ComponentChildren;
  /** Which tab this speaks of, where that is not plain to see. */
  readonly about?: ComponentChildren;
}

/** The verdict on the tab in front, explained: what popup and side panel have in common. */
export function TabReport({ tab, view, fault, read, attempt, children, about }: Props) {
  const inspect = (repository?: string) => attempt(ask('open', { page: 'inspect', repository }));
  const imageSearch = useImageSearch();
  const trouble = fault ?? view?.trouble;

  return (
    <>
      <header>
        <div class="bar">
          <h1 class="wordmark">{i18n.t('extName')}</h1>
          {children}
          <button type="button" class="plain" onClick={() => attempt(browser.runtime.openOptionsPage())}>{i18n.t('popup.settings')}</button>
        </div>
        {about}
      </header>
      {/* What is opened and typed below is not news: only this is. */}
      <p class="unseen" role="status">{newsOf(view)}</p>
      <main aria-busy={!view && !fault}>
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
        {tab && view?.items.map((item, index) => (
          <TabContact key={item.key} tab={tab} item={item} folded={index > 0} imageSearch={imageSearch} read={read} attempt={attempt} onInspect={inspect} />
        ))}
      </main>
      {/* What was sent as an archive has no link to begin with. */}
      <footer class="foot"><button type="button" class="plain" onClick={() => inspect()}>{i18n.t('inspect.openPage')}</button></footer>
    </>
  );
}

/** For those who do not see that the page turned into another: what it says now, in a few words. */
function newsOf(view: TabView | undefined): string {
  const [first] = view?.items ?? [];
  if (first) return i18n.t(`level.${first.judgement.verdict.level}`);
  return view?.absence ? i18n.t(`place.${view.absence}`) : '';
}
