import type { Facts } from '../utils/core/facts.ts';
import { i18n } from '#i18n';
import { WithName } from './with-name.tsx';

/** What a person reads in this place, by whom. */
export function ContactTitle({ facts: { surface, sender, company } }: { facts: Facts }) {
  const kind = surface.startsWith('linkedin-') ? surface.replace('-', '_') : 'mail';
  const name = sender?.name || company?.name || sender?.email || i18n.t('popup.somebody');
  return <h2 class="small soft"><WithName name={name} say={(gap) => i18n.t(`popup.kind.${kind}` as 'popup.kind.mail', [gap])} /></h2>;
}
