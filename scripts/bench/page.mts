import type { CDPSession, Page } from 'playwright';
import { launch, type Browser } from '../../utils/cli/browser/launch.ts';
import { benchMembership } from './membership.mts';
import { median, ms, row, section } from './report.mts';

const address = 'https://www.linkedin.com/messaging/thread/2-bench/';
/** The least of a conversation, in the markup of 2026, with functions the measurement calls. */
const conversation = `<!doctype html><title>Bench</title><main><a class="msg-thread__link-to-profile" href="https://www.linkedin.com/in/dana-example/">
<h2 class="msg-entity-lockup__entity-title">Dana Example</h2></a><ul class="msg-s-message-list-content"></ul></main><div id="feed"></div><script>
const list = document.querySelector('ul');
window.addMessage = (i) => list.insertAdjacentHTML('beforeend', '<li class="msg-s-message-list__event"><div class="msg-s-event-listitem msg-s-event-listitem--other" data-event-urn="urn:li:msg_message:(x,2-' + btoa(String(1795000000000 + i * 1000) + 'b1') + ')"><a class="msg-s-message-group__profile-link" href="https://www.linkedin.com/in/dana-example/"><span class="msg-s-message-group__name">Dana Example</span></a><p class="msg-s-event-listitem__body">Message ' + i + ': thank you for your time, see <a href="https://github.com/northwind-lab/task-' + i + '">the task</a>.</p></div></li>');
window.flood = () => { const feed = document.querySelector('#feed'); for (let i = 0; i < 5000; i++) { const item = document.createElement('div'); item.innerHTML = '<p>Post <a href="https://example.com/' + i + '">link</a></p>'; feed.append(item); } };
</script>`;

interface TraceEvent { name: string; ph: string; ts: number; dur?: number; pid: number; tid: number; args: { data?: { url?: string } } }

async function trace(session: CDPSession, run: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: unknown[] }) => void events.push(...(value as TraceEvent[]));
  session.on('Tracing.dataCollected', collect as never);
  await session.send('Tracing.start', { categories: 'devtools.timeline,disabled-by-default-devtools.timeline,toplevel', transferMode: 'ReportEvents' } as never);
  await run();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', collect as never);
  return events;
}

/** Outermost calls into the extension's script: idle callbacks and observers show up as FunctionCall. */
function ownWork(events: readonly TraceEvent[], extension: string): TraceEvent[] {
  const calls = events.filter(({ name, ph, args }) => ph === 'X' && (name === 'FunctionCall' || name === 'EvaluateScript') && args.data?.url?.startsWith(extension));
  return calls.filter((call) => !calls.some((outer) => outer !== call && outer.tid === call.tid && outer.ts <= call.ts && outer.ts + (outer.dur ?? 0) >= call.ts + (call.dur ?? 0)));
}
const sum = (events: readonly TraceEvent[]) => events.reduce((total, { dur = 0 }) => total + dur / 1000, 0);
const longest = (events: readonly TraceEvent[]) => Math.max(0, ...events.map(({ dur = 0 }) => dur / 1000));

async function benchMessages(page: Page, session: CDPSession, extension: string): Promise<void> {
  const each: number[] = [];
  for (let i = 0; i < 40; i++) {
    const events = await trace(session, async () => {
      await page.evaluate((index) => (window as never as { addMessage: (i: number) => void }).addMessage(index), i);
      await page.waitForTimeout(350);
    });
    each.push(sum(ownWork(events, extension)));
  }
  row('content script, work per appearing message, median', ms(median(each)), `longest ${ms(Math.max(...each))}; budget 4 ms`);
}

async function benchFlood(page: Page, session: CDPSession, extension: string): Promise<void> {
  const events = await trace(session, async () => {
    await page.evaluate(() => (window as never as { flood: () => void }).flood());
    await page.waitForTimeout(1_500);
  });
  const own = ownWork(events, extension);
  const insertion = longest(events.filter(({ name, ph, args }) => ph === 'X' && name === 'FunctionCall' && !args.data?.url?.startsWith(extension)));
  row('content script, longest task while 5,000 nodes are inserted', ms(longest(own)), `budget 50 ms; all its work ${ms(sum(own))}, the page's own insertion ${ms(insertion)}`);
}

const body = { surface: 'linkedin-message', seenAt: '2026-11-21T10:00:00Z', sender: { name: 'Dana Example' },
  message: { text: 'Please clone https://github.com/northwind-lab/task and run npm install on your own machine.' } };

/** One question and its answer as an extension page sees it, in ms. */
const askOnce = (page: Page) => page.evaluate(async (facts) => {
  const start = performance.now();
  const reply = await (globalThis as never as { chrome: { runtime: { sendMessage: (m: unknown) => Promise<{ ok?: unknown; error?: string }> } } }).chrome.runtime.sendMessage({ ask: 'judge', body: facts });
  if (!reply?.ok) throw new Error(reply?.error ?? 'no answer');
  return performance.now() - start;
}, body);

async function benchAnswers(browser: Browser): Promise<void> {
  const page = await browser.openExtensionPage('popup.html');
  const warm: number[] = [];
  for (let i = 0; i < 200; i++) warm.push(await askOnce(page));
  row('warm judgement, question to answer, median', ms(median(warm.slice(20))), 'budget 10 ms');
  const session = await browser.context.browser()!.newBrowserCDPSession();
  const cold: number[] = [];
  for (let i = 0; i < 7; i++) {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.includes(browser.extensionId));
    if (worker) await session.send('Target.closeTarget', { targetId: worker.targetId });
    await page.waitForTimeout(300);
    cold.push(await askOnce(page));
  }
  row('first judgement after the worker was killed, median', ms(median(cold)), `budget 250 ms; ${(median(cold) / median(warm)).toFixed(0)} times a warm one`);
}

/** What the extension costs a page, in real Chromium. */
export async function benchPage(): Promise<void> {
  const browser = await launch({ kind: 'chromium', fixtures: (host) => (host === 'www.linkedin.com' ? { body: conversation } : undefined) });
  try {
    await benchMembership(browser);
    section('Answers and pages, in Chromium');
    await benchAnswers(browser);
    const page = await browser.newPage(address);
    const session = await browser.context.newCDPSession(page);
    await benchMessages(page, session, `chrome-extension://${browser.extensionId}`);
    await benchFlood(page, session, `chrome-extension://${browser.extensionId}`);
  } finally {
    await browser.stop();
  }
}
