import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import type { Diagnosis, Part } from '../../utils/platform/diagnosis.ts';
import { AsText } from './as-text.tsx';
import { EventRows } from './event-rows.tsx';
import { moment, Moment } from './moment.tsx';
import { PackRows } from './pack-rows.tsx';
import { RejectedRows } from './rejected-rows.tsx';
import { SettingRows } from './setting-rows.tsx';
import { SiteRows } from './site-rows.tsx';
import { useDiagnosis } from './use-diagnosis.ts';

/** For administrators, with a policy or without: what holds, who decided it, what last happened. Nothing is changed here. */
export function DiagnosticsPage() {
  const { found, fault, count, read } = useDiagnosis();
  return (
    <Column name="diagnostics" title={i18n.t('diagnostics.title')} lead={i18n.t('diagnostics.lead')}>
      <div class="actions">
        <button type="button" onClick={read}>{i18n.t('diagnostics.again')}</button>
        <p class="small soft" role="status">{fault === undefined ? count > 1 && i18n.t('diagnostics.read') : i18n.t('diagnostics.unread', [fault])}</p>
      </div>
      {found && <Findings found={found} />}
    </Column>
  );
}

function Findings({ found }: { found: Diagnosis }) {
  return (
    <>
      <Panel title={i18n.t('diagnostics.policy')}><p>{policyWords(found)}</p></Panel>
      <Panel title={i18n.t('diagnostics.settings')}><SettingRows settings={found.settings} /></Panel>
      <Panel title={i18n.t('diagnostics.rejected')}><RejectedRows rejected={found.rejected} /></Panel>
      <Panel title={i18n.t('diagnostics.packs')}><Known part={found.packs}>{(packs) => <PackRows packs={packs} />}</Known></Panel>
      <Panel title={i18n.t('diagnostics.events')}><Known part={found.events}>{(events) => <EventRows events={events} />}</Known></Panel>
      <Panel title={i18n.t('diagnostics.access')}><Known part={found.access}>{(access) => <SiteRows {...access} />}</Known></Panel>
      <Panel title={i18n.t('diagnostics.troubles')}>
        {found.troubles.length === 0 ? <p>{i18n.t('diagnostics.troublesNone')}</p> : (
          <ul class="list">{found.troubles.map(({ at, topic, sentence }) => <li key={topic}><span class="what"><bdi lang="en">{sentence}</bdi></span><Moment at={at} /></li>)}</ul>
        )}
      </Panel>
      <Panel title={i18n.t('diagnostics.about')}>
        <dl class="rows">
          <div><dt>{i18n.t('diagnostics.extension')}</dt><dd>{found.extension}</dd></div>
          {found.installed !== 'unknown' && (
            <div><dt>{i18n.t('diagnostics.installed')}</dt><dd>{i18n.t(found.installed === 'admin' ? 'diagnostics.installedAdmin' : 'diagnostics.installedPerson')}</dd></div>
          )}
          <div><dt>{i18n.t('diagnostics.browser')}</dt><dd><bdi dir="ltr">{found.browser}</bdi></dd></div>
        </dl>
      </Panel>
      <AsText diagnosis={found} />
    </>
  );
}

const Panel = ({ title, children }: { title: string; children: ComponentChildren }) => <section class="panel"><h2>{title}</h2>{children}</section>;

function Known<T>({ part, children }: { part: Part<T>; children: (is: T) => ComponentChildren }) {
  return 'fault' in part ? <p>{i18n.t('diagnostics.unread', [part.fault])}</p> : <>{children(part.is)}</>;
}

function policyWords({ policy: { from, readAt } }: Diagnosis): string {
  if (from === 'none' || readAt === undefined) return i18n.t('diagnostics.policyNone');
  return i18n.t(from === 'store' ? 'diagnostics.policyRead' : 'diagnostics.policyRemembered', [moment(readAt)]);
}
