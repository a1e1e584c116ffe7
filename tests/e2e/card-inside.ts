import type { Page } from 'playwright';

/** What a card holds, read from the extension's own world: the page's cannot look into it. */
export interface CardInside {
  /** Role of the region that is read out, and its sentences in their order, without what is kept from screen readers. */
  readonly role: string;
  readonly said: readonly string[];
  readonly buttons: readonly { readonly name: string; readonly width: number; readonly height: number }[];
  /** Name of the button that has the focus. */
  readonly focused?: string;
  /** How often anything changed in what is read out, since the first look at this card. */
  readonly changes: number;
}
interface Api {
  readonly scripting: { executeScript(order: { readonly target: { readonly tabId: number }; readonly func: () => unknown }): Promise<{ readonly result?: unknown; readonly error?: unknown }[]> };
}

/** Undefined while there is no card. */
export const lookInside = (eye: Page, tabId: number): Promise<CardInside | undefined> => eye.evaluate(readCard, tabId) as Promise<CardInside | undefined>;

/** The inner function runs beside our content script, in its world. */
async function readCard(tabId: number): Promise<unknown> {
  const { scripting } = ((globalThis as { browser?: Api }).browser ?? (globalThis as unknown as { chrome: Api }).chrome);
  const [answer] = await scripting.executeScript({
    target: { tabId },
    func: () => {
      interface World { chrome: { dom?: { openOrClosedShadowRoot(host: Element): ShadowRoot | null } }; seenRegion?: Element; seenChanges?: number }
      const world = globalThis as unknown as World;
      const host = document.documentElement.lastElementChild as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null };
      // Firefox has it on the element, Chromium as a call.
      const root = host.localName === 'div' ? host.openOrClosedShadowRoot ?? world.chrome.dom?.openOrClosedShadowRoot(host) : null;
      const region = root?.querySelector('.said');
      if (!root || !region) return null;
      if (world.seenRegion !== region) {
        world.seenChanges = world.seenRegion ? 1 : 0;
        world.seenRegion = region;
        new MutationObserver(() => { world.seenChanges! += 1; }).observe(region, { subtree: true, childList: true, attributes: true, characterData: true });
      }
      const wordsOf = (element: Element) => Array.from(element.querySelectorAll('[data-text]')).filter((one) => !one.closest('[aria-hidden=true]')).map((one) => one.getAttribute('data-text')).join('');
      const nameOf = (button: Element) => button.getAttribute('aria-label') ?? wordsOf(button);
      const focused = root.activeElement;
      return {
        role: region.getAttribute('role'), said: Array.from(region.children, wordsOf), changes: world.seenChanges, ...(focused && { focused: nameOf(focused) }),
        buttons: Array.from(root.querySelectorAll('button'), (button) => {
          const { width, height } = button.getBoundingClientRect();
          return { name: nameOf(button), width, height };
        }),
      };
    },
  });
  if (answer?.error) throw new Error(String(answer.error));
  return answer?.result ?? undefined;
}
