import { find, listen, shadowOf } from './dom.ts';
import { documentsIn, framesIn } from './frames.ts';
import { onTold } from './told-mails.ts';

/** Attributes by which pages show, hide and fill what stands there already. All others would only cost. */
const attributeFilter = ['class', 'style', 'hidden', 'src', 'href', 'open', 'email', 'download_url', 'data-event-urn'];

/**
 * Calls `onChange` when the page changes: the document, and the roots inside of it that an observer of the document does not reach.
 * `attach` looks for such roots and is cheap when nothing is new.
 */
export function observePage(document: Document, signal: AbortSignal, onChange: () => void): { readonly attach: () => void } {
  const observed = new WeakSet<Node>();
  const observer = new MutationObserver(onChange);
  const observe = (root: Node | null | undefined) => {
    if (!root || observed.has(root) || signal.aborted) return;
    observed.add(root);
    // A style sheet can unfold words at a press (`:checked`, `:target`), and nothing in the page changes.
    listen(root, 'click', signal, onChange);
    observer.observe(root, { subtree: true, childList: true, characterData: true, attributes: true, attributeFilter });
  };
  signal.addEventListener('abort', () => observer.disconnect());
  const frames = new WeakSet<Element>();
  const attach = () => {
    for (const page of documentsIn(document)) observe(page);
    const outlet = find(document, '#interop-outlet');
    observe(outlet && shadowOf(outlet));
    for (const frame of framesIn(document)) {
      if (frames.has(frame)) continue;
      frames.add(frame);
      listen(frame, 'load', signal, () => { attach(); onChange(); });
    }
  };
  attach();
  onTold(signal, onChange);
  return { attach };
}
