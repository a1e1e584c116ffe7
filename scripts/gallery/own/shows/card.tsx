import type { ShownWarning } from '../../../../components/mount-warning.ts';
import './shown-page.css';
import { drawPage } from './shown-page.ts';

// A closed root is closed to the camera's driver too: only here, what is made from now on is open.
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function attachOpen(init) { return attach.call(this, { ...init, mode: 'open' }); };

const { drawText } = await import('../../../../components/draw-text.ts');
const { mountWarning } = await import('../../../../components/mount-warning.ts');
drawText();
const { props } = (globalThis as unknown as { shown: { props: Pick<ShownWarning, 'key' | 'level' | 'findings' | 'asks' | 'dismissed' | 'fault'> } }).shown;
const link = drawPage();
const nothing = () => {};
const card = mountWarning(document, 'gallery');
const show = (over: Partial<ShownWarning>) => card.show({
  onDismiss: (scope, undo) => show({ dismissed: undo ? undefined : scope }),
  onRan: nothing, onClose: nothing, ...props, ...over,
  anchor: () => link.getBoundingClientRect(), around: () => undefined, within: () => undefined,
});
show({});
