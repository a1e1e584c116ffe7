import { browser } from 'wxt/browser';
import { hostsOf, mailFrame } from '../core/reading-places.ts';
import { mayRead } from './may-read.ts';
import type { Answer, Ask, From, FrameNews } from './questions.ts';

/**
 * Passes what a mail's frame says on to the page around it, in the same tab; nothing is kept. The browser tells the page's address only
 * where we may read, so a page of another site that shows such a frame is none of ours.
 */
export async function passMail(told: Ask<'mailFrame'>, from: From): Promise<Answer['mailFrame']> {
  const { tabId, frameId, pageUrl } = from;
  const isWebmail = pageUrl !== undefined && URL.canParse(pageUrl) && hostsOf(mailFrame.surface).includes(new URL(pageUrl).hostname);
  if (!isWebmail || tabId === undefined || !frameId || !(await mayRead(from))) return 'unwanted';
  const news: FrameNews = { mailFrame: { ...told, frame: frameId } };
  // Nobody is there to listen before the page has loaded.
  const isTaken: unknown = await browser.tabs.sendMessage(tabId, news, { frameId: 0 }).catch(() => false);
  return isTaken === true ? 'taken' : 'later';
}
