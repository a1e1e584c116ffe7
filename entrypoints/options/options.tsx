import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { MemoryPart } from './memory-part.tsx';
import { OverviewPart } from './overview-part.tsx';
import { RulesPart } from './rules-part.tsx';
import { SitesPart } from './sites-part.tsx';
import { TransferPart } from './transfer-part.tsx';
import { useOptions } from './use-options.ts';
import { WarningsPart } from './warnings-part.tsx';

const parts = ['overview', 'warnings', 'rules', 'memory', 'sites', 'transfer'] as const;
type Part = (typeof parts)[number];
/** The address names the part, so that another page can lead to it and "back" works. */
const partNow = (): Part => parts.find((part) => location.hash === `#${part}`) ?? 'overview';

export function Options() {
  const { shown, said, ...acting } = useOptions();
  const [part, setPart] = useState<Part>(partNow);
  const choose = (to: Part) => {
    history.replaceState(null, '', `#${to}`);
    setPart(to);
  };
  const contents = shown && {
    overview: <OverviewPart shown={shown} />,
    warnings: <WarningsPart shown={shown} acting={acting} />,
    rules: <RulesPart shown={shown} acting={acting} />,
    memory: <MemoryPart shown={shown} acting={acting} />,
    sites: <SitesPart shown={shown} acting={acting} />,
    transfer: <TransferPart shown={shown} acting={acting} />,
  };
  return (
    <Column name="options" title={i18n.t('options.title')}>
      {contents && (
        <Tabs
          label={i18n.t('options.title')} value={part} onChange={choose}
          tabs={parts.map((id) => ({ id, title: i18n.t(`options.part.${id}`), content: contents[id] }))}
        />
      )}
      <p class="outcome" role="status">{said}</p>
    </Column>
  );
}
