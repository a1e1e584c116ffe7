import type { Mark } from './rule.ts';

const prefix = 'message.asks.';

/** What may be asked of a person, the gravest first: what is lost at once, and for good, before what only leads there. */
export const asks = [
  'paste-command', 'run-code', 'install-software', 'connect-wallet', 'open-file', 'hand-over-identity', 'pay-money', 'open-page', 'move-channel', 'answer-offer',
] as const;
export type AskKind = (typeof asks)[number];

/** Everything that is asked, the gravest first. */
export const asksAmong = (marks: readonly Mark[]): AskKind[] => asks.filter((ask) => marks.includes(`${prefix}${ask}`));
