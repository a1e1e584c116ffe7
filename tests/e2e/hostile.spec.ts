import { describe, expect, it } from 'vitest';
import { waitForState, type Seen } from '../../scripts/demo/page-state.mts';
import { levelOn } from '../../scripts/demo/report-step.mts';
import { browserKinds } from '../../utils/cli/browser/browser-kind.ts';
import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import { boxOfCard, showsCard } from './card-in-page.ts';
import { ask, message, thread, threadAddress } from './harsh-pages.ts';
import { withStages } from './shared-stage.ts';
import type { Stage } from './stage.ts';

const isJudged = ({ state }: Seen) => state.items.length > 0;
const isWarning = (seen: Seen) => ['caution', 'danger'].includes(levelOn(seen));
/** Time within which a warning must come although the page does its worst, and longest time a page may stand still, in ms. */
const soon = 8_000;
const noticeable = 2_000;

const megabyte = 'a '.repeat(524_288);
const empty = `<div>${'<b></b> '.repeat(50)}</div>`.repeat(245);
const inFrame = (html: string, attributes: string) => `<iframe ${attributes} srcdoc="${html.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"></iframe>`;
const nested = (depth: number): string => inFrame(depth === 0 ? '<p>the innermost</p>' : `<p>frame ${depth}</p>${nested(depth - 1)}`, 'width="400" height="120"');
const clobbers = ['getBoundingClientRect', 'isConnected', 'children', 'querySelector', 'closest', 'parentNode', 'ownerDocument', 'textContent', 'nodeType', 'append', 'contains', 'matches']
  .map((name) => `<input type="hidden" name="${name}">`).join('');

const pages: Record<string, () => string> = {
  // In one paragraph Chromium takes ten seconds to draw them, without any extension.
  nodes: () => thread(message(`</p><div class="msg-s-event-listitem__body">${empty}<p>${ask}</p>${empty}</div>`).replace('<p class="msg-s-event-listitem__body">', '<p>')),
  attributes: () => thread(message(`<span title="${megabyte}" class="${megabyte}" style="--a:'${megabyte}';color:black" data-words="${megabyte}">${ask}</span> <a href="https://harbor.example/?${megabyte}">the page</a>`)),
  frames: () => thread(message(ask), 'Elin Marwick', nested(5)),
  form: () => thread(message(`</p><form class="msg-s-event-listitem__body" action="https://harbor.example/">${clobbers}${ask}<button>Send</button></form>`).replace('<p class="msg-s-event-listitem__body">', '<p>')),
  framed: () => `<!doctype html><link rel="icon" href="data:,"><title>Messaging | LinkedIn</title><body style="margin:0">${
    inFrame(thread(message(ask)), 'data-testid="interop-iframe" style="margin:220px 0 0 90px;border:7px solid;width:800px;height:400px"')}`,
  hello: () => thread(message('Hello Noor, nice to meet you.')),
};
const hostileWeb: Fixtures = (host, path) => {
  const page = host === 'www.linkedin.com' ? pages[/^\/messaging\/thread\/2-(\w+)\/$/.exec(path)?.[1] ?? ''] : undefined;
  return page && { body: page() };
};

describe.each(browserKinds)('the extension in %s', (kind) => {
  let stage: Stage;
  withStages.beforeAll(async ({ borrowStage }) => {
    stage = await borrowStage(kind, hostileWeb);
  });

  const visit = async (name: string) => {
    await stage.page.goto(threadAddress(name));
    await stage.page.evaluate(watchPace);
  };
  const settled = (holds: (seen: Seen) => boolean) => waitForState(stage.eye, holds, soon);
  const longestStop = () => stage.page.evaluate(() => (globalThis as unknown as Paced).longest);

  it.each(['nodes', 'attributes', 'frames', 'form'])('warns on a page of hostile %s and leaves it quick', async (name) => {
    await visit(name);
    await settled(isWarning);
    await stage.page.waitForFunction(showsCard, undefined, { timeout: soon });
    expect(await longestStop()).toBeLessThan(noticeable);
  });

  it.each(['inline', 'contents'])('warns of what stands two thousand elements deep (display: %s)', async (display) => {
    await visit('hello');
    await settled(isJudged);
    await stage.page.evaluate(addDeeply, { markup: message('<u></u>'), inside: ask, depth: 2_000, display });
    await settled(isWarning);
    expect(await longestStop()).toBeLessThan(noticeable);
  });

  it.each(['a flood of changes', 'frames that come and go'])('warns soon after %s and leaves the page quick meanwhile', async (name) => {
    await visit('hello');
    await settled(isJudged);
    const withFrames = name.startsWith('frames');
    await stage.page.evaluate(flood, { markup: message(ask), withFrames, time: 2_500, least: withFrames ? 50 : 2_000 });
    await settled(isWarning);
    expect(await longestStop()).toBeLessThan(noticeable);
  });

  it('stands beside a link inside a frame', async () => {
    await visit('framed');
    await settled(isWarning);
    await stage.page.waitForFunction(showsCard, undefined, { timeout: soon });
    const link = await stage.page.frameLocator('iframe').getByRole('link', { name: 'the test' }).evaluate((element) => {
      const frame = window.frameElement!.getBoundingClientRect();
      const { left, top } = element.getBoundingClientRect();
      return { left: frame.left + 7 + left, top: frame.top + 7 + top };
    });
    const card = await stage.page.evaluate(boxOfCard);
    expect(Math.abs(card.y - link.top)).toBeLessThan(60);
  });
});

interface Paced { longest: number; addMessage(markup: string): void }

/** Notes the longest time the page could not draw, from now on. */
function watchPace() {
  const page = globalThis as unknown as Paced;
  let last = performance.now();
  page.longest = 0;
  const look = (now: number) => {
    page.longest = Math.max(page.longest, now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** Chromium's own page crashes at ten thousand, without any extension. */
function addDeeply({ markup, inside, depth, display }: { markup: string; inside: string; depth: number; display: string }) {
  (globalThis as unknown as Paced).addMessage(markup);
  let element: Element = [...document.querySelectorAll('u')].at(-1)!;
  const outermost = element.parentNode!;
  const top = document.createElement('span');
  element = top;
  for (let level = 0; level < depth; level += 1) {
    const next = document.createElement('span');
    next.style.display = display;
    if (level % 20 === 0) element.append('so ');
    element.append(next);
    element = next;
  }
  element.innerHTML = inside;
  outermost.append(top);
}

/** Changes the page as fast as it draws, puts a message into the middle of it. @returns how many nodes or frames were added */
/** For so long (ms), and on until there were so many changes: a busy machine makes few frames in a second. */
async function flood({ markup, withFrames, time, least }: { markup: string; withFrames: boolean; time: number; least: number }): Promise<void> {
  const place = document.createElement('aside');
  document.body.append(place);
  let added = 0;
  let isSaid = false;
  for (const start = performance.now(); performance.now() - start < time || added < least;) {
    if (!isSaid && performance.now() - start > time / 2) {
      isSaid = true;
      (globalThis as unknown as Paced).addMessage(markup);
    }
    for (let i = 0; i < (withFrames ? 1 : 100); i += 1) {
      const element = document.createElement(withFrames ? 'iframe' : 'div');
      if (!withFrames) element.innerHTML = '<p class="msg-s-message-list-content">so <a href="https://harbor.example/">it</a> goes</p>';
      place.append(element);
      place.className = `turn-${added}`;
      if (place.childElementCount > 5) place.firstElementChild!.remove();
      added += 1;
    }
    await new Promise((resolve) => { setTimeout(resolve, 10); });
  }
  place.remove();
}
