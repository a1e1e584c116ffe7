import { i18n } from '#i18n';
import { TabReport } from '../tab/tab-report.tsx';
import { useTab } from '../tab/use-tab.ts';
import { hasPanel, openPanel } from './open-panel.ts';

/** The verdict on the tab in front, for as long as the person looks. */
export function Popup() {
  const report = useTab(false);
  const keepOpen = (windowId: number) => report.attempt(openPanel(windowId).then(() => window.close()));
  return (
    <TabReport {...report}>
      {hasPanel && report.tab && (
        <button type="button" class="plain" onClick={() => keepOpen(report.tab!.windowId)}>{i18n.t('popup.keepOpen')}</button>
      )}
    </TabReport>
  );
}
