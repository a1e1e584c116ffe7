import { useCallback, useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { i18n } from '#i18n';
import type { EffectiveSettings } from '../../utils/core/settings.ts';
import type { SettingKey, Settings } from '../../utils/core/settings-schema.ts';
import { ask } from '../../utils/platform/ask.ts';
import { listDismissals, type Exception } from '../../utils/platform/dismissals.ts';
import { ownSites } from '../../utils/platform/own-sites.ts';
import type { Remembered } from '../../utils/platform/remembered.ts';
import { readSettings, turnInSetting, writeSetting } from '../../utils/platform/settings.ts';
import { readTallies, type Tally } from '../../utils/platform/tallies.ts';
import type { Trouble } from '../../utils/platform/trouble.ts';

/** Everything the settings page shows, as it is now. */
export interface Shown extends EffectiveSettings {
  readonly tallies: readonly Tally[];
  readonly exceptions: readonly Exception[];
  /** Absent when the memory cannot be read; `memoryFault` then says why. Settings work all the same. */
  readonly remembered?: Remembered;
  readonly memoryFault?: string;
  readonly hosts: readonly string[];
  /** What went wrong behind the scenes, newest first. */
  readonly troubles: readonly Trouble[];
}
/** Pause after a change elsewhere before all is read again, in ms: numbers change with each message. */
const settles = 300;

async function readShown(): Promise<Shown> {
  const [settings, tallies, exceptions, memory, hosts, kept] = await Promise.all([
    readSettings(), readTallies(), listDismissals(), readMemory(), ownSites(),
    browser.storage.local.get(['trouble-pack', 'trouble-database', 'trouble-photos']),
  ]);
  const troubles = Object.values(kept as Record<string, Trouble>).filter(Boolean).sort((one, other) => (one.at < other.at ? 1 : -1));
  return { ...settings, tallies, exceptions, ...memory, hosts, troubles };
}

const readMemory = (): Promise<Pick<Shown, 'remembered' | 'memoryFault'>> =>
  ask('remembered', {}).then((remembered) => ({ remembered }), (error: Error) => ({ memoryFault: error.message }));

/** What is shown, the last outcome in words, and the ways to change something. A change that fails is said and loses nothing. */
export function useOptions() {
  const [shown, setShown] = useState<Shown>();
  // An object, so that a failure draws the page anew: a switch that could not be turned must stand as it was.
  const [{ said }, setSaid] = useState<{ said?: string }>({});
  const sayFault = useCallback((error: Error) => setSaid({ said: i18n.t('options.failed', [error.message]) }), []);
  const attempt = useCallback((action: Promise<string | void>) => void action.then((words) => setSaid({ said: words ?? undefined }), sayFault), [sayFault]);
  const refresh = async () => setShown(await readShown());

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(timer);
      // What was said last stays: the person may be reading it.
      timer = setTimeout(() => void refresh().catch(sayFault), settles);
    };
    attempt(refresh());
    browser.storage.onChanged.addListener(later);
    browser.permissions.onAdded.addListener(later);
    browser.permissions.onRemoved.addListener(later);
    return () => {
      clearTimeout(timer);
      browser.storage.onChanged.removeListener(later);
      browser.permissions.onAdded.removeListener(later);
      browser.permissions.onRemoved.removeListener(later);
    };
    // Everything in it reads the browser, not this rendering.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    shown, said, attempt,
    /** Carries out what changes the memory, then reads it again. */
    act: (action: Promise<string | void>) => attempt(action.then(async (words) => { await refresh(); return words; })),
    set: <K extends SettingKey>(key: K, value: Settings[K]) => attempt(writeSetting(key, value).then(refresh)),
    /** Puts an entry into a list of what is off, or takes it out. */
    turn: (...to: Parameters<typeof turnInSetting>) => attempt(turnInSetting(...to).then(refresh)),
  };
}
export type Acting = Omit<ReturnType<typeof useOptions>, 'shown' | 'said'>;
