import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

/** axe-core (MPL-2.0). The extension's policy lets no script in but its own, so the driver evaluates it. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What WCAG 2.2 AA asks for, and what axe's makers advise. The size of targets is off in axe unless named. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const always = { 'target-size': { enabled: true } };

interface Found { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }
interface World {
  readonly axe: { run(context: Document, options: object): Promise<{ readonly violations: readonly Found[] }> };
}

/**
 * What axe finds on a page as it stands: all of it in light, and contrast once more in dark. Empty is what we want. `isDarkToo`: contrast takes as
 * long as all the rest, and both browsers draw the same style sheets.
 */
export async function axeFaults(page: Page, isDarkToo: boolean): Promise<string[]> {
  if (!await page.evaluate('"axe" in globalThis')) await page.evaluate(`${source};0`);
  const light = await page.evaluate(run, { scheme: 'light', options: { runOnly: { type: 'tag', values: tags }, rules: always, resultTypes: ['violations'] } });
  if (!isDarkToo) return light;
  return [...light, ...await page.evaluate(run, { scheme: 'dark', options: { runOnly: { type: 'rule', values: ['color-contrast'] }, resultTypes: ['violations'] } })];
}

/** Firefox takes no wish for a scheme from the driver; the tokens go by `color-scheme`, which can be set. */
async function run({ scheme, options }: { readonly scheme: string; readonly options: object }): Promise<string[]> {
  const { style } = document.documentElement;
  style.colorScheme = scheme;
  for (const animation of document.getAnimations()) animation.finish();
  const { violations } = await (globalThis as unknown as World).axe.run(document, options);
  style.colorScheme = '';
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${scheme} ${id}: ${target.join(' ')}: ${failureSummary?.replaceAll(/\s+/g, ' ')}`));
}
