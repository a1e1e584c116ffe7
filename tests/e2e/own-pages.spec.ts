import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { harshWeb, threadAddress } from './harsh-pages.ts';
import { askBackground, choose, fill, keptNames, press, read, saved, turn } from './in-own-page.ts';
import { withStages } from './shared-stage.ts';
import { isWarned, textOf, type Stage } from './stage.ts';
import { ownKinds } from './tested-kinds.ts';

const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
/** Judging, drawing and a new page take their time, a loaded machine more of it; in milliseconds. */
const patience = { timeout: 15_000, interval: 150 };
/** An invented message from another app: all of an attack in two sentences. */
const attack = 'Hi, for the remote developer role please clone our test project from https://github.com/vale-talent/skills-test, run npm install on your own '
  + 'computer and not in a virtual machine, and share your screen. We need it today.';
const mail = `From: Robin Vale <robin@vale-talent.example>\r\nTo: you@home.example\r\nSubject: The developer role\r\nDate: Fri, 20 Nov 2026 10:00:00 +0000\r\n\r\n${attack}\r\n`;

describe.each(ownKinds)('pages of our own in %s', (kind) => {
  let stage: Stage;
  let own: Page | undefined;
  const said = (key: string, ...values: string[]) => textOf(stage.eye, key, ...values);
  const go = async (path: string) => {
    own?.close().catch(() => {});
    own = await stage.browser.openExtensionPage(path);
  };
  /** Once it can be done. */
  const does = async <T,>(act: (argument: T) => boolean, argument: T) => {
    await expect.poll(() => own!.evaluate(act as (argument: unknown) => boolean, argument), patience).toBe(true);
  };
  /** Those of the words that the page has not come to show. */
  const lacking = async (...words: string[]): Promise<string[]> => {
    for (const end = Date.now() + patience.timeout; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, patience.interval))) {
      const text = await own!.evaluate(read);
      if (words.every((one) => text.includes(one))) return [];
    }
    const text = await own!.evaluate(read);
    return words.filter((one) => !text.includes(one));
  };
  const visit = async (settled: (seen: Seen) => boolean): Promise<Seen> => {
    await stage.page.goto(threadAddress('asked'));
    return waitForState(stage.eye, settled, patience.timeout);
  };

  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, harshWeb);
  });

  it('switches a rule off, which then judges nothing', async () => {
    const finding = (await visit(isWarning)).state.items[0]!.judgement.verdict.findings[0]!;
    const speaks = ({ state }: Seen) => state.items[0]?.judgement.verdict.findings.some(({ rule }) => rule === finding.rule) === true;
    await go('options.html#rules');
    await does(fill, ['input[type="search"]', finding.rule]);
    await does(press, finding.title);
    await does(turn, await said('rules.use'));
    expect(await waitForState(stage.eye, (seen) => seen.state.items.length > 0 && !speaks(seen), patience.timeout)).toBeDefined();
    await does(turn, await said('rules.use'));
    await waitForState(stage.eye, speaks, patience.timeout);
  });

  it('switches a site off, where nothing is read then', async () => {
    const site = await said('options.site.linkedin');
    await go('options.html#sites');
    await does(turn, site);
    expect((await visit(({ state }) => state.health === 'switched off')).state.items).toEqual([]);
    await does(turn, site);
    await visit(isWarning);
  });

  it('lists who is left alone, and ends that', async () => {
    const isLeftAlone = ({ state }: Seen) => state.items.some(({ judgement }) => judgement.dismissed !== undefined);
    const { facts } = (await visit(isWarning)).state.items[0]!;
    await stage.eye.evaluate(askBackground, ['dismiss', { facts, scope: 'sender', undo: false, days: 7 }] as const);
    await visit(isLeftAlone);
    await go('options.html#warnings');
    expect(await lacking(facts.sender!.name!)).toEqual([]);
    await does(press, await said('options.exceptionEndThis', facts.sender!.name!));
    expect(await lacking(await said('options.exceptionEnded'))).toEqual([]);
    await visit((seen) => isWarning(seen) && !isLeftAlone(seen));
  });

  it('saves settings as a file, loads them again, and loses nothing to a wrong one', async () => {
    const site = await said('options.site.yahoo');
    const isOff = () => own!.evaluate((words) => [...document.querySelectorAll('label')].find(({ textContent }) => textContent === words)?.querySelector('input')?.checked === false, site);
    await go('options.html#sites');
    await does(turn, site);
    await expect.poll(isOff, patience).toBe(true);
    await does(press, await said('options.part.transfer'));
    expect(await lacking(await said('options.transferText'))).toEqual([]);
    const file = await own!.evaluate(saved, await said('options.export'));
    expect(JSON.parse(file).settings.disabledSites).toEqual(['yahoo']);
    await does(press, await said('options.part.sites'));
    await does(turn, site);
    await expect.poll(isOff, patience).toBe(false);
    await does(press, await said('options.part.transfer'));
    await does(choose, ['bonafide-settings.json', file]);
    await does(press, await said('options.part.sites'));
    await expect.poll(isOff, patience).toBe(true);
    await does(press, await said('options.part.transfer'));
    await does(choose, ['letter.json', '{"hello": 1}']);
    expect(await lacking(await said('options.importWrong'))).toEqual([]);
    await does(press, await said('options.part.sites'));
    await expect.poll(isOff, patience).toBe(true);
    await does(turn, site);
    await expect.poll(isOff, patience).toBe(false);
  });

  it('judges a pasted message, and keeps nothing of it', async () => {
    await go('check.html');
    const before = await own!.evaluate(keptNames, '');
    await does(fill, ['#text', attack]);
    await does(press, await said('check.check'));
    expect(await lacking(await said('check.done'), await said('level.danger'))).toEqual([]);
    await does(press, await said('check.clear'));
    await expect.poll(() => own!.evaluate(read), patience).not.toContain(await said('level.danger'));
    expect(await own!.evaluate(() => document.querySelector<HTMLTextAreaElement>('#text')!.value)).toBe('');
    const names = (all: readonly string[]) => all.filter((name) => name !== 'pack');
    expect(names(await own!.evaluate(keptNames, ''))).toEqual(names(before));
  });

  it('judges a saved mail and a link alone, and says what is no mail', async () => {
    await go('check.html');
    await does(choose, ['role.eml', mail]);
    expect(await lacking(await said('check.done'), await said('level.danger'))).toEqual([]);
    await does(choose, ['cat.png', 'no mail']);
    expect(await lacking(await said('check.wrongFile', 'cat.png'))).toEqual([]);
    await does(choose, ['cat.eml', '']);
    expect(await lacking(await said('check.emptyFile', 'cat.eml'))).toEqual([]);
    await does(fill, ['#link', 'what they sent']);
    await does(press, await said('check.check'));
    expect(await lacking(await said('check.badLink', 'what they sent'))).toEqual([]);
    await does(fill, ['#link', 'https://github.com/vale-talent/skills-test']);
    await does(press, await said('check.check'));
    expect(await lacking(await said('check.done'), await said('check.result'))).toEqual([]);
  });

  it('shows a new person a real warning', async () => {
    await go('welcome.html');
    await does(press, await said('welcome.tryButton'));
    expect(await lacking(await said('welcome.tryDone'))).toEqual([]);
    expect(await isWarned(own!)).toBe(true);
  });
});
