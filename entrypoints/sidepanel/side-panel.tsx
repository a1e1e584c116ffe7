import { i18n } from '#i18n';
import { WithName } from '../../components/with-name.tsx';
import { TabReport } from '../tab/tab-report.tsx';
import { useTab } from '../tab/use-tab.ts';

/** The verdict on the tab in front, kept beside the page. */
export function SidePanel() {
  const report = useTab(true);
  return <TabReport {...report} about={report.tab && <AboutTab {...report.tab} />} />;
}

/** A panel stands beside whichever tab is in front, so it says which it speaks of. Title and address are known where the extension may read. */
function AboutTab({ title, url }: { readonly title?: string; readonly url?: string }) {
  const host = URL.parse(url ?? '')?.hostname;
  const name = [title, host].filter(Boolean).join(' · ');
  return <p class="small soft about">{name ? <WithName name={name} say={(gap) => i18n.t('popup.about', [gap])} /> : i18n.t('popup.aboutTab')}</p>;
}
