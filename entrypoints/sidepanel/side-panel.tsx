import { TabReport } from '../tab/tab-report.tsx';
import { useTab } from '../tab/use-tab.ts';

/** The verdict on the tab in front, kept beside the page. */
export const SidePanel = () => <TabReport {...useTab(true)} />;
