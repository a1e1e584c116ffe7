/** What pages listen for: single-key shortcuts, click tracking, menus that close on any press. */
const kinds = [
  'keydown', 'keyup', 'keypress', 'click', 'auxclick', 'dblclick', 'contextmenu', 'mousedown', 'mouseup', 'pointerdown', 'pointerup',
  'touchstart', 'touchend', 'wheel', 'focusin', 'focusout', 'copy', 'input', 'change',
];

/** Events made by a script do not reach us; events meant for us do not reach the page's own listeners further up. */
export function guardEvents(root: ShadowRoot) {
  const refuseMade = (event: Event) => { if (!event.isTrusted) event.stopImmediatePropagation(); };
  const keepInside = (event: Event) => event.stopPropagation();
  for (const kind of kinds) {
    root.addEventListener(kind, refuseMade, { capture: true, passive: true });
    root.addEventListener(kind, keepInside, { passive: true });
  }
}
