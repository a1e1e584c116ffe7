import { i18n } from '#i18n';
import { Column } from '../../components/column.tsx';
import { HostAccess } from '../tab/host-access.tsx';
import { ShortcutList } from '../tab/shortcut-list.tsx';
import { TryIt } from './try-it.tsx';

const watched = ['watchesLinkedin', 'watchesMail', 'watchesOwn'] as const;
const never = ['neverSends', 'neverStores', 'neverActs', 'neverSafe'] as const;

/** Opened once, after the installation: what this is, in less than a minute. */
export function WelcomePage() {
  return (
    <Column title={i18n.t('welcome.title')} lead={i18n.t('welcome.lead')}>
      <section class="panel">
        <h2>{i18n.t('welcome.watches')}</h2>
        <ul class="bulleted">{watched.map((key) => <li key={key}>{i18n.t(`welcome.${key}`)}</li>)}</ul>
      </section>
      <section class="panel">
        <h2>{i18n.t('welcome.never')}</h2>
        <ul class="bulleted">{never.map((key) => <li key={key}>{i18n.t(`welcome.${key}`)}</li>)}</ul>
      </section>
      <HostAccess />
      <TryIt />
      <section class="panel">
        <h2>{i18n.t('welcome.then')}</h2>
        <p>{i18n.t('welcome.thenText')}</p>
        <div class="actions">
          <a class="button" href="/check.html">{i18n.t('welcome.thenCheck')}</a>
          <a class="button" href="/options.html">{i18n.t('welcome.thenSettings')}</a>
        </div>
        <p>{i18n.t('welcome.thenMenu', [i18n.t('menu.check')])}</p>
        <ShortcutList />
      </section>
    </Column>
  );
}
