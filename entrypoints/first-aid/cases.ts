import { asks, type AskKind } from '../../utils/core/asks-among.ts';

/** What may have happened, the most common first. */
const cases = ['command', 'code', 'install', 'document', 'remote', 'wallet', 'password', 'identity', 'money'] as const;
export type Case = (typeof cases)[number];

/** What they asked for, as what then happened. */
const caseOf: { readonly [A in AskKind]?: Case } = {
  'paste-command': 'command', 'run-code': 'code', 'install-software': 'install', 'open-file': 'document', 'connect-wallet': 'wallet',
  'open-page': 'password', 'hand-over-identity': 'identity', 'pay-money': 'money',
};

/** The cases in the order a person should find them: what was asked for (`?asked=run-code open-file`) first, and of these the number. */
export function orderedCases(address: string): { readonly ordered: readonly Case[]; readonly asked: number } {
  const words = (new URL(address).searchParams.get('asked') ?? '').split(' ');
  const first = [...new Set(asks.filter((ask) => words.includes(ask)).flatMap((ask) => caseOf[ask] ?? []))];
  return { ordered: [...first, ...cases.filter((name) => !first.includes(name))], asked: first.length };
}
