import { browser } from 'wxt/browser';
import type { PageQuestions, Reply } from '../../utils/platform/questions.ts';

export type PageAnswers = { [N in keyof PageQuestions]: (ask: PageQuestions[N]['ask']) => Promise<PageQuestions[N]['answer']> };
interface Sender { readonly id?: string; readonly tab?: unknown; readonly url?: string }

/** Our popup and nobody else: in a tab of its own it is told by its address. */
const isOurs = ({ id, tab, url }: Sender) =>
  id === browser.runtime.id && (tab === undefined || url?.startsWith(browser.runtime.getURL('/' as never)) === true);

/** Answers what the popup asks of this page until the signal aborts. */
export function answerPopup(answers: PageAnswers, signal: AbortSignal) {
  const listen = (message: unknown, sender: Sender, reply: (answer: Reply<unknown>) => void) => {
    const { askPage, body } = (message ?? {}) as { askPage?: unknown; body?: unknown };
    if (typeof askPage !== 'string' || !Object.hasOwn(answers, askPage) || !isOurs(sender)) return undefined;
    const answer = answers[askPage as keyof PageAnswers] as (ask: unknown) => Promise<unknown>;
    answer(body).then((ok) => reply({ ok }), (error: Error) => reply({ error: error.message }));
    // Only `true` keeps the channel open in every browser.
    return true as const;
  };
  browser.runtime.onMessage.addListener(listen as never);
  signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(listen as never));
}
