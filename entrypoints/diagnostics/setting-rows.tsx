import { i18n } from '#i18n';
import { policyKeys, type PolicyKey, type Settings } from '../../utils/core/settings-schema.ts';
import type { Effective, EffectiveSettings } from '../../utils/core/settings.ts';
import { entriesOf, isSecret } from '../../utils/platform/said-setting.ts';
import { Locked } from '../options/locked.tsx';

type All = EffectiveSettings['settings'];
const order = ['policy', 'user'] as const;

/** Every setting with what holds and who decided it: what somebody set in the open, the rest folded. */
export function SettingRows({ settings }: { settings: All }) {
  const set = order.flatMap((from) => policyKeys.filter((key) => settings[key].from === from));
  const untouched = policyKeys.filter((key) => settings[key].from === 'default');
  return (
    <>
      {set.length > 0 && <Rows keys={set} settings={settings} />}
      <details class="fold">
        <summary>{i18n.t('diagnostics.untouched', untouched.length)}</summary>
        <Rows keys={untouched} settings={settings} />
      </details>
    </>
  );
}

const Rows = ({ keys, settings }: { keys: readonly PolicyKey[]; settings: All }) => (
  <ul class="list">
    {keys.map((key) => (
      <li key={key}>
        <div class="what"><code>{key}</code><Value of={key} setting={settings[key]} /></div>
        {settings[key].from === 'user' ? <p class="tag">{i18n.t('diagnostics.own')}</p> : <Locked setting={settings[key]} />}
      </li>
    ))}
  </ul>
);

/** Entries that stand in the open: a fleet may list thousands. */
const inTheOpen = 5;

function Value({ of: key, setting: { value } }: { of: PolicyKey; setting: Effective<Settings[PolicyKey]> }) {
  const entries = entriesOf(value);
  if (entries.length === 0) return <span class="small soft">{i18n.t('diagnostics.empty')}</span>;
  if (isSecret(key)) return <span class="small soft">{i18n.t('diagnostics.secret')}</span>;
  if (!Array.isArray(value)) return <span class="small value"><bdi>{entries[0]}</bdi></span>;
  const rest = entries.slice(inTheOpen);
  return (
    <div class="small value">
      <Entries entries={entries.slice(0, inTheOpen)} />
      {rest.length > 0 && <details class="fold"><summary>{i18n.t('finding.more', rest.length)}</summary><Entries entries={rest} /></details>}
    </div>
  );
}

const Entries = ({ entries }: { entries: readonly string[] }) => <ul>{entries.map((entry, at) => <li key={at}><bdi>{entry}</bdi></li>)}</ul>;
