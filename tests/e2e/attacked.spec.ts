import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import { attackScript, idle, lost, survived } from './attacks.ts';
import { boxOfCard, showsCard } from './card-in-page.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import type { Stage } from './stage.ts';

const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
/** Smallest picture of the card in bytes as PNG: text does not compress to less, and a plain colour takes about 1 kB. */
const withText = 6_000;

describe.each(browserKinds)('a warning in %s, when the page', (kind) => {
  let stage: Stage;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
    await arrive();
  });

  const arrive = async () => {
    await stage.page.goto(threadAddress('asked'));
    await stage.page.evaluate(attackScript);
    await stage.page.waitForFunction(showsCard, undefined, { timeout: 10_000 });
    await stage.page.evaluate(() => { (globalThis as unknown as Page).host = document.documentElement.lastElementChild as HTMLElement; });
  };
  const begin = (name: string) => stage.page.evaluate((attack) => {
    const page = globalThis as unknown as Page;
    const end = page.attacks[attack]!(page.host);
    page.end = typeof end === 'function' ? (end as () => void) : undefined;
  }, name);
  const end = () => stage.page.evaluate(() => (globalThis as unknown as Page).end?.());
  const isWhole = async () => {
    const clip = await stage.page.evaluate(boxOfCard);
    return clip.width > 300 && (await stage.page.screenshot({ clip, animations: 'allow' })).length > withText;
  };
  const comesBack = async () => {
    for (const end = Date.now() + 5_000; Date.now() < end;) {
      if (await stage.page.evaluate(showsCard) && await isWhole()) return true;
      await stage.page.waitForTimeout(100);
    }
    return false;
  };

  it.each(Object.keys(survived))('%s, can be read and pressed again soon', async (name) => {
    await begin(name);
    await stage.page.waitForTimeout(50);
    expect(await comesBack()).toBe(true);
    await end();
    if (/root|registers|quiet/.test(name)) await arrive();
  });

  it.each(Object.keys(lost))('%s, is back as soon as that ends', async (name) => {
    await begin(name);
    await stage.page.waitForTimeout(900);
    expect(await stage.page.evaluate(showsCard)).toBe(false);
    await end();
    expect(await comesBack()).toBe(true);
  });

  it.each(Object.keys(idle))('%s, stands as it was', async (name) => {
    await begin(name);
    await stage.page.waitForTimeout(400);
    expect(await stage.page.evaluate(showsCard)).toBe(true);
    expect(await isWhole()).toBe(true);
    await end();
    const seen = await waitForState(stage.eye, isWarning);
    expect(seen.state.items.map(({ judgement }) => judgement.dismissed)).toEqual([undefined]);
  });
});

interface Page { host: HTMLElement; end?: () => void; readonly attacks: Record<string, (host: HTMLElement) => unknown> }
