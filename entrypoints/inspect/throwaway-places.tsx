import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { RepositoryLink } from '../../utils/core/repository-link.ts';
import { throwawayCommands } from '../../utils/inspect/safe-places.ts';

/** Where code of strangers can run without the person's keys, wallets and sessions. */
export function ThrowawayPlaces({ paths, link }: { paths: readonly string[]; link?: RepositoryLink }) {
  const { machine, machineAfter, offline, install } = throwawayCommands(paths);
  const isOnGithub = link?.host === 'github.com' && !link.isGist;
  return (
    <section class="panel">
      <h2>{i18n.t('inspect.throwaway')}</h2>
      <p class="small soft">{i18n.t('inspect.throwawayHint')}</p>
      <h3>{i18n.t('inspect.machine')}</h3>
      <p class="small soft">{i18n.t('inspect.machineHint')}</p>
      <Command text={machine.join('\n')} />
      <p class="small soft">{i18n.t('inspect.machineAfter')}</p>
      <Command text={machineAfter} />
      <h3>{i18n.t('inspect.container')}</h3>
      <p class="small soft">{i18n.t('inspect.containerHint')}</p>
      <Command text={offline} />
      {install && (
        <>
          <p class="small soft">{i18n.t('inspect.containerInstall')}</p>
          <Command text={install} />
        </>
      )}
      <h3>{i18n.t('inspect.codespace')}</h3>
      <p class="small soft">{i18n.t('inspect.codespaceHint')}</p>
      {isOnGithub && <Command text={`gh codespace create --repo ${link.path}`} />}
    </section>
  );
}

function Command({ text }: { text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true), () => setCopied(false));
  return (
    <div class="command">
      <pre dir="ltr" tabIndex={0}><code>{text}</code></pre>
      <button type="button" class="plain" aria-label={i18n.t('inspect.copyThis', [text])} onClick={() => void copy()}>{i18n.t(copied ? 'reply.copied' : 'inspect.copy')}</button>
      <span class="unseen" role="status">{copied && i18n.t('reply.copied')}</span>
    </div>
  );
}
