import { attribute, closest, innerHeightOf, innerWidthOf, styleOf } from './dom.ts';

/**
 * How an element is drawn, where its inline style departs from what its name promises. Mails are styled inline; only an element
 * whose inline style could matter is asked for its real style, because asking for layout costs.
 */

/** Elements that begin and end on lines of their own in every browser's style sheet, and the line break. */
const blocks = new Set(('address article aside blockquote br center dd details dialog div dl dt fieldset figcaption figure footer form '
  + 'h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tr ul').split(' '));

/** Whether it stands on lines of its own: `<div style="display:inline">` splits no word. */
export function isBlock(element: Element, tag: string): boolean {
  const display = attribute(element, 'style')?.includes('display') && styleOf(element)?.display;
  return display ? /^(?:block|flex|grid|list-item|table(?:-row)?)$/.test(display) : blocks.has(tag);
}

/** Letters too small to be seen (`font-size:0`), which mails cut words apart with. */
export function isTiny(parent: Element): boolean {
  return closest(parent, '[style*="font"]') !== null && parseFloat(styleOf(parent)?.fontSize ?? '') < 1;
}

/**
 * Draft fields, and boxes of no size that cut off what they hold, as mails hide their phone version in
 * (`width:0;height:0;overflow:hidden`). The inline style only says where to look: `width:0;min-width:600px` is wide.
 */
export function isFolded(element: Element, isWritten?: boolean): boolean {
  const editable = attribute(element, 'contenteditable');
  // Nobody types inside a received mail: there it is the sender's attribute.
  if (editable !== null && editable !== 'false' && !isWritten) return true;
  const inline = attribute(element, 'style');
  if (!inline?.includes('hidden') || !/(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*0(?:\.0+)?(?:[^\d.]|$)/i.test(inline)) return false;
  if (innerWidthOf(element) > 0 && innerHeightOf(element) > 0) return false;
  // An inline box has no inner size and cuts nothing off.
  const { display = '', overflow = '' } = styleOf(element) ?? {};
  return /hidden|clip/.test(overflow) && !/^(?:inline|contents)$/.test(display);
}
