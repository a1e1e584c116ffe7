import type { Fixtures } from '../../utils/cli/browser/fixture-server.ts';
import type { Level } from '../../utils/core/score.ts';
import { ask, message, thread } from './harsh-pages.ts';

/** One message of a stranger for each level. */
export const wordsOf: Readonly<Record<Level, string>> = {
  danger: 'Please install the meeting app from <a href="https://meet-harborlight.example/download">this page</a> before the interview.',
  caution: ask,
  notice: 'We have a remote position for you. Please write to me on Telegram so we can go on: @elin_marwick.',
  none: 'Hello Noor, nice to meet you.',
};

const again = (words: string, times: number) => Array.from({ length: times }, (_, index) => message(`${words} (${index + 1})`)).join('');

const pages: Record<string, () => string> = {
  ...Object.fromEntries(Object.entries(wordsOf).map(([level, words]) => [level, () => thread(message(words))])),
  five: () => thread(again(wordsOf.danger, 5)),
  // Something to write in, before the conversation.
  field: () => thread(message(wordsOf.danger), 'Elin Marwick', '<input id="field" aria-label="Field">'),
};

/** Conversations under their names, and `/in/nobody/` with nothing to go by. */
export const levelWeb: Fixtures = (host, path) => {
  if (host !== 'www.linkedin.com') return undefined;
  if (path === '/in/nobody/') return { body: '<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>LinkedIn</title></head><body><p>Nothing here is known.</p></body></html>' };
  const page = pages[/^\/messaging\/thread\/2-(\w+)\/$/.exec(path)?.[1] ?? ''];
  return page && { body: page() };
};
