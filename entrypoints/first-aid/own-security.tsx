import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Contact } from '../../components/organisation-note.tsx';
import { readSetting } from '../../utils/platform/settings.ts';

/** Whom the organisation wants to be asked, where it named somebody. */
export function OwnSecurity() {
  const [contact, setContact] = useState('');
  useEffect(() => void readSetting('securityContact').then(setContact, () => undefined), []);
  return contact === '' ? null : <p>{i18n.t('organisation.ask')} <Contact address={contact} /></p>;
}
