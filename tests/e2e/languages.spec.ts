import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { lookAtPopup, waitForState } from '../../scripts/demo/page-state.mts';
import { buildInPseudo } from '../../utils/cli/browser/build-in-pseudo.ts';
import type { BuildCopy } from '../../utils/cli/browser/build-with-sites.ts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { openStage, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';

const ownPages = ['options', 'welcome', 'check', 'inspect', 'first-aid', 'diagnostics'];

describe.each(ownKinds)('a language nobody speaks in %s', (kind) => {
  let stage: Stage;
  let build: BuildCopy;
  const onOwnPage = async <T,>(name: string, look: (page: Page) => Promise<T>): Promise<T> => {
    const page = await stage.browser.openExtensionPage(`${name}.html`);
    try {
      await page.evaluate(untilDrawn);
      return await look(page);
    } finally {
      page.close().catch(() => {});
    }
  };

  beforeAll(async () => {
    build = await buildInPseudo(kind, 'rtl');
    stage = await openStage(kind, harshWeb, { extension: build.folder });
  });
  afterAll(async () => {
    await stage?.browser.stop();
    await build?.remove();
  });

  it.each(ownPages)('is the only one on the page %s, which says that it runs from right to left', async (name) => {
    const { words, language } = await onOwnPage(name, async (page) => ({ words: await page.evaluate(wordsThatEscaped), language: await page.evaluate(languageOf) }));
    expect(words).toEqual([]);
    expect(language).toEqual(['ar-XB', 'rtl', 'rtl']);
  });

  it('is the only one in the popup, findings included', async () => {
    await stage.page.goto(threadAddress('asked'));
    const seen = await waitForState(stage.eye, (now) => ['caution', 'danger'].includes(levelOn(now)));
    const findings = seen.state.items.flatMap(({ judgement }) => judgement.verdict.findings);
    expect(findings.length).toBeGreaterThan(0);
    expect(findings.every(({ title, why, advice }) => [title, why, advice].every((said) => said.startsWith('⟦')))).toBe(true);
    expect(await lookAtPopup(stage.browser, seen.tabId, (popup) => popup.evaluate(wordsThatEscaped))).toEqual([]);
  });
});

/** These run in the page. */
async function untilDrawn(): Promise<void> {
  for (const end = Date.now() + 10_000; Date.now() < end && (document.querySelector('#app')?.textContent ?? '').length < 40;) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const languageOf = (): string[] => [document.documentElement.lang, document.documentElement.dir, getComputedStyle(document.body).direction];

/**
 * Words in Latin letters outside of brackets, of each part of the page that a tab shows. What is marked as somebody else's (bdi, translate=no), code, an address or a
 * field's value is no word of ours.
 */
async function wordsThatEscaped(): Promise<string[]> {
  const escaped: string[] = [];
  for (const tab of [undefined, ...document.querySelectorAll<HTMLElement>('[role=tab]')]) {
    tab?.click();
    if (tab) await new Promise((resolve) => setTimeout(resolve, 300));
    for (const fold of document.querySelectorAll('details')) fold.open = true;
    await new Promise((resolve) => setTimeout(resolve, 100));
    lookThrough(escaped);
  }
  return escaped;

  function lookThrough(escaped: string[]) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const around = node.parentElement!;
      if (around.closest('bdi, code, pre, kbd, script, style, a[href^="http"], textarea, [translate=no], [hidden]')) continue;
      const ours = node.textContent!.replace(/⟦[^⟦⟧]*⟧/g, '').replace(/Bonafide|\.html|https?:\S*/g, '');
      if (/[a-z]{2}/i.test(ours)) escaped.push(node.textContent!.trim().slice(0, 100));
    }
    for (const element of document.querySelectorAll('[title], [aria-label], [placeholder], [alt]')) {
      for (const name of ['title', 'aria-label', 'alt']) {
        const said = element.getAttribute(name)?.replace(/⟦[^⟦⟧]*⟧/g, '').replace(/Bonafide/g, '') ?? '';
        if (/[a-z]{2}/i.test(said) && !element.closest('bdi')) escaped.push(`${name}: ${element.getAttribute(name)}`);
      }
    }
  }
}
