import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { PageNote } from '../../components/page-note.tsx';
import { RepositoryTab } from '../../components/repository-tab.tsx';
import { WatchSite } from '../../components/watch-site.tsx';
import { ask } from '../../utils/platform/ask.ts';
import { watchSite } from '../../utils/platform/own-sites.ts';
import { TabContact } from './tab-contact.tsx';
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
  const trouble = fault ?? view?.trouble;

  return (
    <>
      <header class="bar">
        <h1 class="wordmark">{i18n.t('extName')}</h1>
        {children}
        <button type="button" class="plain" onClick={() => attempt(browser.runtime.openOptionsPage())}>{i18n.t('popup.settings')}</button>
      </header>
      {about}
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
        {tab && view?.items.map((item, index) => (
          <TabContact key={item.key} tab={tab} item={item} folded={index > 0} read={read} attempt={attempt} onInspect={inspect} />
        ))}
      </main>
      {/* What was sent as an archive has no link to begin with. */}
      <footer class="foot"><button type="button" class="plain" onClick={() => inspect()}>{i18n.t('inspect.openPage')}</button></footer>
    </>
  );
}
