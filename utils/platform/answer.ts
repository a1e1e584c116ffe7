import * as z from 'zod/mini';
import { browser } from 'wxt/browser';
import type { Facts, SurfaceId } from '../core/facts.ts';
import { hostsOf, mailFrame } from '../core/reading-places.ts';
import { isOwnSite } from './own-sites.ts';
import { questions, type Answers, type From, type Name, type Reply } from './questions.ts';
import { reasonOf } from './trouble.ts';

/** What the browser says about who asks; every field may be absent. */
export interface Sender { readonly id?: string; readonly url?: string; readonly frameId?: number; readonly tab?: { readonly id?: number; readonly url?: string; readonly incognito?: boolean } }

/**
 * Answers everything asked of the background. Call it once, in the worker's first tick, or questions that wake it are lost.
 * Replies go through `sendResponse` with `true` returned: the one way that works in every browser.
 */
export function answer(answers: Answers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Sender, sendResponse: (reply: unknown) => void) => {
    if (!isQuestion(message)) return undefined;
    void replyTo(message, sender, answers).then(sendResponse);
    return true;
  });
}

interface Question { readonly ask: unknown; readonly body?: unknown }
const isQuestion = (message: unknown): message is Question => typeof message === 'object' && message !== null && 'ask' in message;

/** Refusals are sentences, not exceptions: the asker shows them. */
async function replyTo({ ask, body }: Question, sender: Sender, answers: Answers): Promise<Reply<unknown>> {
  if (typeof ask !== 'string' || !Object.hasOwn(questions, ask)) return { error: `Nobody here answers "${ask}": reload the page.` };
  const name = ask as Name;
  const from = fromOf(sender);
  const refusal = refusalOf(name, sender, from);
  if (refusal) return { error: refusal };
  const parsed = z.safeParse(questions[name].ask as z.ZodMiniType, body);
  if (!parsed.success) return { error: `The question "${name}" was put wrongly: reload the page. (${reasonOf(z.prettifyError(parsed.error))})` };
  const doubt = await doubtOf(name, parsed.data, from);
  if (doubt) return { error: doubt };
  try {
    return { ok: await (answers[name] as (body: unknown, from: From) => Promise<unknown>)(parsed.data, from) };
  } catch (error) {
    return { error: reasonOf(error) };
  }
}

/** `url` is the browser's word, never the page's. Whoever is not one of our own pages counts as a page. */
function fromOf({ url, frameId, tab }: Sender): From {
  return { tabId: tab?.id, url, pageUrl: tab?.url, frameId, incognito: tab?.incognito ?? false, fromPage: !url?.startsWith(browser.runtime.getURL('/')) };
}

function refusalOf(name: Name, { id }: Sender, { fromPage }: From): string | undefined {
  if (id !== browser.runtime.id) return 'Only this extension may ask here.';
  return fromPage && !questions[name].fromPages ? `A page may not ask for "${name}": use the extension's own window.` : undefined;
}

/** Why a page may not say that; undefined when it may. */
async function doubtOf(name: Name, body: unknown, { url, fromPage }: From): Promise<string | undefined> {
  const facts = (name === 'judge' ? body : (body as { facts?: Facts }).facts) as Facts | undefined;
  const surface = name === 'sighted' ? 'linkedin-profile' : facts?.surface;
  const host = url !== undefined && URL.canParse(url) ? new URL(url).hostname : 'this page';
  // A frame that only holds a mail's words has nothing else to say, and nobody else those.
  if (fromPage && (host === mailFrame.host) !== (name === 'mailFrame')) return `"${name}" cannot be asked on ${host}: reload the page.`;
  if (!fromPage || surface === undefined) return undefined;
  return await canStand(surface, host) && !(facts && isForeign(facts)) ? undefined : `"${surface}" cannot be read on ${host}: reload the page.`;
}

/** A page may only report what can be read on it; bare text is never a page's. */
const canStand = (surface: SurfaceId, host: string): boolean | Promise<boolean> =>
  (surface === 'roundcube' ? isOwnSite(host) : hostsOf(surface).includes(host));

/** One site's page must not speak of people by what only the other shows: it could clear or accuse a contact of the other. */
const isForeign = ({ surface, sender, profile }: Facts): boolean =>
  (surface.startsWith('linkedin-') ? Boolean(sender?.email) : Boolean(sender?.profileUrl ?? profile));
