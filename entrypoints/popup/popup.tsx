import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import { Contact } from '../../components/contact.tsx';
import { PageNote } from '../../components/page-note.tsx';
import type { PhotoOutcome } from '../../components/photo-check.tsx';
import { ask, askPage } from '../../utils/platform/ask.ts';
import type { PageItem, Scope } from '../../utils/platform/questions.ts';
import { findTab, readTab, type Tab, type TabView } from './read-tab.ts';

/** The verdict on the tab in front, explained. */
export function Popup() {
  const [tab, setTab] = useState<Tab>();
  const [view, setView] = useState<TabView>();
  const [fault, setFault] = useState<string>();

  const refresh = async (from: Tab, again: boolean) => setView(await readTab(from, again));
  const attempt = (action: Promise<unknown>) => action.then(() => setFault(undefined), (error: Error) => setFault(error.message));
  const start = async () => {
    const found = await findTab(location.href);
    setTab(found);
    if (found) await refresh(found, false);
    else setView({ items: [], absence: 'unsupported' });
  };
  useEffect(() => { attempt(start()); }, []);

  const dismiss = async ({ facts }: PageItem, scope: Scope, undo: boolean) => {
    await ask('dismiss', { facts, scope, undo });
    if (tab) await refresh(tab, true);
  };
  const checkPhoto = async ({ key, facts }: PageItem): Promise<PhotoOutcome> => {
    if (!tab) return 'outOfView';
    const place = await askPage(tab.id, 'photoPlace', { key });
    if (!place) return 'outOfView';
    const outcome = await ask('checkPhoto', { tabId: tab.id, windowId: tab.windowId, place, facts });
    await refresh(tab, true);
    return outcome;
  };
  const trouble = fault ?? view?.trouble;

  return (
    <>
      <header class="bar">
        <h1 class="wordmark">{i18n.t('extName')}</h1>
        <button type="button" class="plain" onClick={() => attempt(browser.runtime.openOptionsPage())}>{i18n.t('popup.settings')}</button>
      </header>
      <main aria-live="polite" aria-busy={!view && !fault}>
        {!view && !fault && <p class="soft waiting">{i18n.t('popup.loading')}</p>}
        {trouble && (
          <section class="panel trouble">
            <p class="small">{i18n.t('popup.trouble', [trouble])}</p>
            {tab && <button type="button" onClick={() => attempt(refresh(tab, true))}>{i18n.t('popup.again')}</button>}
          </section>
        )}
        {view?.absence && <PageNote absence={view.absence} />}
        {view?.items.map((item, index) => (
          <Contact
            key={item.key} folded={index > 0} facts={item.facts} verdict={item.judgement.verdict} dismissed={item.judgement.dismissed}
            onDismiss={(scope, undo) => attempt(dismiss(item, scope, undo))}
            onRan={() => attempt(ask('open', { page: 'first-aid' }))}
            onCopy={(text) => navigator.clipboard.writeText(text)}
            onCheckPhoto={() => checkPhoto(item)}
          />
        ))}
      </main>
    </>
  );
}
