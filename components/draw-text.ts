import { Fragment, h, options, type ComponentChildren, type VNode } from 'preact';

/**
 * Draws the texts of everything this script renders from now on by style, out of an attribute, instead of by text nodes: for scripts in pages of others.
 *
 * Why: `window.find()` looks into closed shadow roots. In Chromium 156 it tells a page whether a word stands in the card; in Firefox 153
 * it selects it, and the selection hands the page the node, its root and thereby the whole card. Text drawn by style is not found, is
 * read out by screen readers like any other, and wraps like any other. Tried: `user-select: none`, which changes neither.
 */
export function drawText() {
  options.vnode = ({ type, props }: VNode<{ children?: ComponentChildren }>) => {
    if (typeof type === 'string' || type === Fragment) props.children = drawn(props.children);
  };
}

function drawn(child: ComponentChildren): ComponentChildren {
  if (Array.isArray(child)) return child.map(drawn);
  return typeof child === 'string' || typeof child === 'number' ? h('span', { 'data-text': child }) : child;
}
