import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { commands, openShortcutSettings, readShortcuts } from '../../utils/platform/shortcuts.ts';

/** Which keys do what, and the way to where the browser changes them. */
export function ShortcutList() {
  const [shortcuts, setShortcuts] = useState<Awaited<ReturnType<typeof readShortcuts>>>({});
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    // Without an answer none is known.
    const read = () => void readShortcuts().then(setShortcuts, () => undefined);
    read();
    // They change on a page of the browser, from which one comes back.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, []);
  return (
    <>
      <ul class="list">
        {commands.map((command) => (
          <li key={command}>
            <span class="what">{i18n.t(`commands.${command}`)}</span>
            {shortcuts[command] ? <kbd>{shortcuts[command]}</kbd> : <span class="small soft">{i18n.t('commands.none')}</span>}
          </li>
        ))}
      </ul>
      <div class="actions"><button type="button" onClick={() => openShortcutSettings().catch((error: Error) => setSaid(error.message))}>{i18n.t('commands.change')}</button></div>
      <p class="small" role="status">{said}</p>
    </>
  );
}
