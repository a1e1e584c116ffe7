import { documentIn, find, shadowOf } from './dom.ts';

/**
 * Where LinkedIn's parts live: the page itself, the open shadow root its older parts are drawn in since 2025, and a frame of the
 * same origin for whole classic pages.
 */
export function linkedinRoots(document: Document): (Document | ShadowRoot)[] {
  const outlet = find(document, '#interop-outlet');
  const frame = find(document, 'iframe[data-testid="interop-iframe"]');
  const roots = [document, outlet && shadowOf(outlet), frame && documentIn(frame)];
  return roots.filter((root) => root !== undefined && root !== null);
}
