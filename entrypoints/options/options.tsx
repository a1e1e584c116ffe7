import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { ConfirmedButton } from '../../components/confirmed-button.tsx';
import { PrivacyStatement } from '../../components/privacy-statement.tsx';
import { ask } from '../../utils/platform/ask.ts';
import { unwatchSite } from '../../utils/platform/own-sites.ts';
import { writeSetting } from '../../utils/platform/settings.ts';
import { ImageSearchChoice } from './image-search-choice.tsx';
import { OwnSiteList } from './own-site-list.tsx';
import { PhotoMemory } from './photo-memory.tsx';
import { PlacementChoice } from './placement-choice.tsx';
import { clearDismissals, onSettingsChange, readSettings, setCheckPhotos, type Settings } from './settings.ts';

export function Options() {
  const [settings, setSettings] = useState<Settings>();
  const [said, setSaid] = useState<string>();
  const attempt = (action: Promise<string | void>) =>
    action.then((words) => setSaid(words ?? undefined), (error: Error) => setSaid(i18n.t('options.failed', [error.message])));
  const [photoCount, setPhotoCount] = useState<number>();
  const refresh = async () => {
    setSettings(await readSettings());
    setPhotoCount(await ask('countPhotos', {}));
  };
  useEffect(() => {
    attempt(refresh());
    return onSettingsChange(() => attempt(refresh()));
  }, []);

  const turnPhotos = async (on: boolean) => {
    const allowed = await setCheckPhotos(on);
    await refresh();
    if (!allowed) return i18n.t('options.photosRefused');
  };
  const forget = async () => {
    const count = await ask('forget', {});
    await refresh();
    return i18n.t('options.forgotten', count);
  };
  const forgetPhotos = async () => {
    const count = await ask('forgetPhotos', {});
    await refresh();
    return i18n.t('options.photosForgotten', count);
  };

  return (
    <div class="column">
      <header>
        <p class="wordmark soft">{i18n.t('extName')}</p>
        <h1>{i18n.t('options.title')}</h1>
      </header>
      <main>
        <PlacementChoice placement={settings?.placement} onChoose={(placement) => attempt(writeSetting('placement', placement))} />
        <section class="panel">
          <h2>{i18n.t('options.photos')}</h2>
          <label class="switch">
            <input
              type="checkbox" role="switch" checked={settings?.checkPhotos ?? false} disabled={!settings}
              onChange={(event) => attempt(turnPhotos(event.currentTarget.checked))}
            />
            {i18n.t('options.photosToggle')}
          </label>
          <p class="small soft">{i18n.t('options.photosHint')}</p>
        </section>
        <PhotoMemory
          days={settings?.photoDays} count={photoCount} trouble={settings?.photoTrouble}
          onChoose={(days) => attempt(writeSetting('rememberPhotosDays', days))} onForget={() => attempt(forgetPhotos())}
        />
        <ImageSearchChoice chosen={settings?.imageSearch} onChoose={(search) => attempt(writeSetting('imageSearch', search))} />
        <OwnSiteList hosts={settings?.ownSites ?? []} onRemove={(host) => attempt(unwatchSite(host).then(refresh))} />
        <section class="panel">
          <h2>{i18n.t('options.dismissals')}</h2>
          <p>{i18n.t('options.dismissalsCount', settings?.dismissals ?? 0)}</p>
          <p class="small soft">{i18n.t('options.dismissalsHint')}</p>
          {!!settings?.dismissals && (
            <div class="actions"><button type="button" onClick={() => attempt(clearDismissals())}>{i18n.t('options.dismissalsClear')}</button></div>
          )}
        </section>
        <section class="panel">
          <h2>{i18n.t('options.memory')}</h2>
          <p class="small soft">{i18n.t('options.memoryHint')}</p>
          <div class="actions"><ConfirmedButton label={i18n.t('options.forget')} onConfirm={() => attempt(forget())} /></div>
        </section>
        <PrivacyStatement />
        <p class="aside">
          {i18n.t('options.firstAid')} <a href="/first-aid.html">{i18n.t('options.firstAidLink')}</a>
        </p>
        <p class="outcome" role="status">{said}</p>
      </main>
    </div>
  );
}
