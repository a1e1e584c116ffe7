import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { drawText } from '../../components/draw-text.ts';
import { mountWarning, type MountedWarning, type ShownWarning } from '../../components/mount-warning.ts';
import { exampleFinding } from './example-finding.ts';

vi.mock('#i18n', () => import('./english.ts'));

let mounted: MountedWarning;
let root: ShadowRoot;
const children = () => document.documentElement.children.length;
const pause = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

function warning(over: Partial<ShownWarning> = {}): ShownWarning {
  const box = () => ({ left: 0, top: 0, width: 100, height: 20 });
  const silent = () => undefined;
  return {
    key: 'one', level: 'danger', findings: [exampleFinding()], asks: [], anchor: box, around: box, within: silent,
    onDismiss: silent, onRan: silent, onClose: silent, ...over,
  };
}

beforeEach(() => {
  // As the card's script does in a page.
  drawText();
  document.body.innerHTML = '<a href="https://larkspur-tasks.example/">task</a>';
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    return (root = attach.call(this, init));
  });
  // happy-dom has neither a top layer nor layout
  HTMLElement.prototype.showPopover ??= () => undefined;
  document.elementFromPoint = () => document.documentElement.lastElementChild;
  vi.stubGlobal('visualViewport', { width: 1000, height: 800, scale: 1 });
  const matches = Element.prototype.matches;
  vi.spyOn(Element.prototype, 'matches').mockImplementation(function (this: Element, selector) {
    return selector === ':popover-open' ? false : matches.call(this, selector);
  });
  mounted = mountWarning(document, 'mark');
});
afterEach(() => {
  mounted.hide();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('mountWarning', () => {
  it('adds nothing to the page until there is something to say', () => {
    expect(children()).toBe(2);
  });

  it('adds one plain element whose inside the page cannot reach', async () => {
    await act(() => mounted.show(warning()));
    expect(children()).toBe(3);
    const host = document.documentElement.lastElementChild!;
    expect(host.outerHTML).toBe('<div></div>');
    expect(host.shadowRoot).toBeNull();
  });

  it('keeps to one element for any number of warnings', async () => {
    await act(() => mounted.show(warning()));
    await act(() => mounted.show(warning({ key: 'two' })));
    expect(children()).toBe(3);
  });

  it('takes the element away when it has nothing to say', async () => {
    await act(() => mounted.show(warning()));
    await act(() => mounted.hide());
    expect(children()).toBe(2);
  });

  it('holds no text that a page could search for, and draws all of it', async () => {
    await act(() => mounted.show(warning()));
    await act(() => pause(150));
    await act(() => root.querySelector<HTMLElement>('[aria-expanded]')!.click());
    const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    expect(texts.nextNode()).toBeNull();
    const drawn = [...root.querySelectorAll('[data-text]')].map((element) => element.getAttribute('data-text'));
    expect(drawn).toContain(exampleFinding().why);
  });

  it('comes back when the page removes it', async () => {
    await act(() => mounted.show(warning()));
    document.documentElement.lastElementChild!.remove();
    expect(children()).toBe(2);
    await pause(400);
    expect(children()).toBe(3);
  });

  it('loses what the page writes on it', async () => {
    await act(() => mounted.show(warning()));
    const host = document.documentElement.lastElementChild as HTMLElement;
    host.hidden = true;
    host.setAttribute('style', 'display: none !important');
    await pause(400);
    expect(host.getAttributeNames()).toEqual([]);
  });

  it('does not come back after it was taken away on purpose', async () => {
    await act(() => mounted.show(warning()));
    await act(() => mounted.hide());
    await pause(400);
    expect(children()).toBe(2);
  });

  it.each([[true, 1], [false, 0]])('takes a press for a person\'s only when the browser says so (%s)', async (isTrusted, times) => {
    const onClose = vi.fn<() => void>();
    await act(() => mounted.show(warning({ onClose })));
    const press = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(press, 'isTrusted', { value: isTrusted });
    root.querySelector('.close')!.dispatchEvent(press);
    expect(onClose).toHaveBeenCalledTimes(times);
  });

  it('keeps a person\'s keys from the page\'s shortcuts', async () => {
    const heard = vi.fn<() => void>();
    document.addEventListener('keydown', heard);
    await act(() => mounted.show(warning()));
    const typed = new KeyboardEvent('keydown', { key: 'e', bubbles: true, composed: true });
    Object.defineProperty(typed, 'isTrusted', { value: true });
    root.querySelector('.close')!.dispatchEvent(typed);
    document.removeEventListener('keydown', heard);
    expect(heard).not.toHaveBeenCalled();
  });

  it('closes on Escape', async () => {
    const onClose = vi.fn<() => void>();
    await act(() => mounted.show(warning({ onClose })));
    const typed = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    Object.defineProperty(typed, 'isTrusted', { value: true });
    document.body.dispatchEvent(typed);
    expect(onClose).toHaveBeenCalledOnce();
  });
});
