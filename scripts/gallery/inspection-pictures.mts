import type { Browser } from '../../utils/cli/browser/launch.ts';
import { packed, trap } from '../../tests/e2e/assignments.ts';
import type { ChooseScheme } from './colour-scheme.mts';
import { look, photograph, type Picture, type Pictures } from './take-pictures.mts';
import { views } from './views.mts';

/** The page that inspects an assignment, before and after, in every view: whole where it is not magnified. */
export async function takeInspectionPictures(browser: Browser, chooseScheme: ChooseScheme): Promise<Pictures> {
  const page = await browser.openExtensionPage('inspect.html');
  const start: Picture = { name: 'start', width: 780, png: await page.screenshot() };
  await page.locator('input[name=archive]').setInputFiles({ name: 'shop-task.zip', mimeType: 'application/zip', buffer: Buffer.from(packed(trap)) });
  await page.locator('article').waitFor();
  const pictures = [start];
  const remarks: string[] = [];
  for (const view of views) {
    const problem = await look(browser, page, chooseScheme, view);
    if (problem) remarks.push(`${view.name}: ${problem}`);
    const png = view.scale === 1 ? await page.screenshot({ fullPage: true }) : await photograph(browser, page, view);
    pictures.push({ name: view.name, width: view.drawnWidth, png });
  }
  page.close().catch(() => {});
  return { pictures, remarks };
}
