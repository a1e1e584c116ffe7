import { browser } from 'wxt/browser';
import type { Answer, Ask, Name, PageQuestions } from './questions.ts';

/** Asks the background. Throws an error with a readable sentence when there is no answer. */
export async function ask<N extends Name>(name: N, body: Ask<N>): Promise<Answer[N]> {
  return unpack(await browser.runtime.sendMessage({ ask: name, body }));
}

/** Asks the content script of a tab. */
export async function askPage<N extends keyof PageQuestions>(tabId: number, name: N, body: PageQuestions[N]['ask']): Promise<PageQuestions[N]['answer']> {
  return unpack(await browser.tabs.sendMessage(tabId, { askPage: name, body }));
}

function unpack<T>(reply: unknown): T {
  if (typeof reply !== 'object' || reply === null) throw new Error('Nothing answered: reload the page.');
  const { ok, error } = reply as { ok?: T; error?: string };
  if (error !== undefined) throw new Error(error);
  return ok as T;
}
