import type { Page } from 'playwright';
import { expect } from 'vitest';

/** What the page of the inspection says. */
export const words = (eye: Page) => eye.evaluate(() => document.querySelector('main')?.innerText ?? '');
/** Waits for the end of the work, and for a text. */
export const shows = async (eye: Page, text: string): Promise<void> => {
  await expect.poll(async () => ((await eye.locator('progress').count()) > 0 ? '' : words(eye)), { timeout: 30_000 }).toContain(text);
};
export const file = (name: string, bytes: Uint8Array) => ({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) });
export const verdictOn = (eye: Page) => eye.evaluate(() => document.querySelector('article .level')?.className);

/** Chooses an archive and waits until a text of its result is there. */
export async function choose(eye: Page, name: string, bytes: Uint8Array, end = name): Promise<void> {
  await eye.locator('input[name=archive]').setInputFiles(file(name, bytes));
  await shows(eye, end);
}
