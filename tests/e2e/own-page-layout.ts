import type { Page } from 'playwright';

/** The width that WCAG 2.2 1.4.10 asks for, which is also 1280 at four times its size; and 1280 at twice its size. In CSS pixels. */
const widths = [320, 640] as const;

/** What is too small to hit, has no visible focus, or stands out of the window at the side. Empty is what we want. */
export async function layoutFaults(page: Page): Promise<string[]> {
  const faults = await page.evaluate(controlFaults);
  const usual = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of widths) {
    await page.setViewportSize({ width, height: 720 });
    faults.push(...await page.evaluate(sideways, { width, text: '' }));
  }
  faults.push(...await page.evaluate(sideways, { width: widths[1], text: '200%' }));
  await page.setViewportSize(usual);
  return faults;
}

/** Runs in the page. A control is as large as its label; WCAG 2.2 2.5.8 lets alone a link in a line of text, and one with room around it. */
function controlFaults(): string[] {
  const least = 24;
  const roots: (Document | ShadowRoot)[] = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
  const controls = roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary, [role=tab], [tabindex="0"]')])
    .filter((one) => one.checkVisibility() && !one.matches(':disabled'));
  const nameOf = (one: HTMLElement) => `${one.localName} "${(one.getAttribute('aria-label') ?? one.textContent ?? '').trim().slice(0, 40)}" ${one.id || one.getAttribute('name') || ''}`;
  const boxOf = (one: HTMLElement) => (one.closest('label') ?? one).getBoundingClientRect();
  const small = controls.filter((one) => {
    const { width, height } = boxOf(one);
    return one.localName !== 'a' && (width < least - 0.5 || height < least - 0.5);
  }).map((one) => `small: ${nameOf(one)} ${boxOf(one).width.toFixed(0)} by ${boxOf(one).height.toFixed(0)}`);
  const before = document.activeElement as HTMLElement | null;
  const unseen = controls.filter((one) => {
    one.focus({ preventScroll: true, focusVisible: true } as FocusOptions);
    return [one, one.closest('label')].every((shown) => !shown || getComputedStyle(shown).outlineStyle === 'none' || parseFloat(getComputedStyle(shown).outlineWidth) < 2);
  }).map((one) => `no focus to see: ${nameOf(one)}`);
  if (before && before !== document.body) before.focus({ preventScroll: true });
  else (document.activeElement as HTMLElement | null)?.blur();
  return [...small, ...unseen];
}

/** Runs in the page: what makes it scroll sideways, with letters of this size. What scrolls inside of itself, a line of code, may. */
async function sideways({ width, text }: { readonly width: number; readonly text: string }): Promise<string[]> {
  const isThere = () => innerWidth === width;
  for (const end = performance.now() + 2_000; !isThere() && performance.now() < end;) await new Promise((resolve) => setTimeout(resolve, 20));
  if (!isThere()) return [`the window is ${innerWidth} wide and not ${width}`];
  const { style } = document.documentElement;
  style.fontSize = text;
  const { clientWidth, scrollWidth } = document.documentElement;
  const out = scrollWidth <= clientWidth ? [] : [...document.querySelectorAll('body *')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > clientWidth + 0.5);
  style.fontSize = '';
  return scrollWidth <= clientWidth ? [] : [`at ${width} ${text} it is ${scrollWidth} wide: ${out.slice(0, 4).map((one) => `${one.localName}.${one.className}`).join(', ')}`];
}
