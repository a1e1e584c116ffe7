import { browser } from 'wxt/browser';
import type { FrameNews } from '../../utils/platform/questions.ts';
import { takeTelling } from '../../utils/surfaces/told-mails.ts';

/** Takes what frames of another origin tell of their mails. It comes from the background and nobody else. */
export function takeMailFrames(view: Window, document: Document): void {
  const listen = (message: unknown, { id, tab }: { readonly id?: string; readonly tab?: unknown }, reply: (isTaken: boolean) => void) => {
    const { mailFrame } = (message ?? {}) as Partial<FrameNews>;
    if (mailFrame && id === browser.runtime.id && tab === undefined) reply(takeTelling(view, document, mailFrame));
  };
  browser.runtime.onMessage.addListener(listen as never);
}
