import { browser } from 'wxt/browser';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { ask } from '../utils/platform/ask.ts';
import type { Ask } from '../utils/platform/questions.ts';
import { readFrame } from '../utils/surfaces/icloud-frame.ts';
import { tellMail } from '../utils/surfaces/tell-mail.ts';

/** Runs in the frame of another origin that iCloud draws a mail's words in, and nowhere else (decision 0002). */
export default defineUnlistedScript(() => {
  void tellMail({
    document, view: window, life: new AbortController(),
    read: () => readFrame(document),
    tell: async (place, words) => {
      try {
        return await ask('mailFrame', { place, words } as Ask<'mailFrame'>);
      } catch {
        // After an update the old script stays in the frame without its extension. A worker may have been stopped in the middle of an answer.
        return browser.runtime?.id === undefined ? 'unwanted' : 'later';
      }
    },
  });
});
