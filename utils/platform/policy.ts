import { browser } from 'wxt/browser';
import { policyInMemory, rememberPolicy } from './policy-memory.ts';

/** What an organisation set, as it came. */
export type Policy = Readonly<Record<string, unknown>>;
export interface PolicyState {
  /** ISO 8601: when the store answered, or when what is remembered was first seen. */
  readonly readAt?: string;
  /** `none`: the store told of no policy; without `readAt`: it has not answered, and none is remembered. */
  readonly from: 'store' | 'remembered' | 'none';
}
interface Known extends PolicyState { readonly policy: Policy }

/**
 * How long a verdict waits for the store, in ms. Once Chromium 156 runs the store answers in 0.5 (median of 200, in each of six starts); while it starts the
 * first answer took 2,200 to 5,200, six starts of six, with a load of 13 on two cores. Firefox 153 answers at once, or rejects at once.
 */
const patience = 50;
/** What Firefox says where no policy names the extension. Whatever else goes wrong tells nothing, and what was known goes on. */
const noPolicy = /manifest not found/i;

let known: Known | undefined;
let asked: Promise<Known> | undefined;
const tellings = new Set<(keys: readonly string[]) => void>();

/**
 * The policy for a verdict, which does not wait: what the store tells, or, while the browser starts and it is silent, what it told last time. The memory holds
 * until the store answers and no longer, so a policy that was removed ends then.
 */
export const readPolicy = async (): Promise<Policy> => (await knownSoon()).policy;

/**
 * The policy once the store has told it, for whatever sends or fetches: nothing leaves the browser on the word of the memory. Waits as long as the store does.
 * @throws {Error} when the store cannot tell it; another try may succeed
 */
export async function settledPolicy(): Promise<Policy> {
  const { policy, readAt, from } = await ask();
  // A store that failed while nothing is remembered has not said that there is no policy.
  if (from === 'remembered' || readAt === undefined) throw new Error('The browser does not tell its policy now.');
  return policy;
}

export async function readPolicyState(): Promise<PolicyState> {
  const { readAt, from } = await knownSoon();
  return { readAt, from };
}

/** Calls back with the keys that a policy sets otherwise than before, once the store has told it. Call it in a worker's first tick: a change wakes the worker. */
export function onPolicyTold(told: (keys: readonly string[]) => void): () => void {
  listen();
  tellings.add(told);
  return () => tellings.delete(told);
}

async function knownSoon(): Promise<Known> {
  const answer = ask();
  let isLate: (_: undefined) => void;
  const late = new Promise<undefined>((resolve) => { isLate = resolve; });
  const timer = setTimeout(() => isLate(undefined), patience);
  const soon = await Promise.race([answer, late]);
  clearTimeout(timer);
  return soon ?? remembered();
}

async function remembered(): Promise<Known> {
  const memory = await policyInMemory();
  return (known ??= memory ? { policy: memory.policy, readAt: memory.at, from: 'remembered' } : { policy: {}, from: 'none' });
}

function ask(): Promise<Known> {
  listen();
  return (asked ??= takeAnswer([]));
}

/** What is known holds as long as a change would be heard of. */
function listen(): void {
  if (browser.storage.onChanged.hasListener(hear)) return;
  [known, asked] = [undefined, undefined];
  browser.storage.onChanged.addListener(hear);
}

/** Chromium tells values some seconds after it installed the extension by force, and every change. One after another: an older answer must not come last. */
function hear(changes: Readonly<Record<string, unknown>>, area: string): void {
  if (area !== 'managed') return;
  const keys = Object.keys(changes);
  asked = asked ? asked.then(() => takeAnswer(keys)) : takeAnswer(keys);
}

async function takeAnswer(changed: readonly string[]): Promise<Known> {
  const policy = await policyInStore();
  if (policy === undefined) {
    asked = undefined;
    return remembered();
  }
  const before = known?.policy ?? policy;
  known = { policy, readAt: new Date().toISOString(), from: Object.keys(policy).length > 0 ? 'store' : 'none' };
  void rememberPolicy(policy, known.readAt!);
  const keys = [...new Set([...changed, ...Object.keys({ ...before, ...policy }).filter((key) => JSON.stringify(before[key]) !== JSON.stringify(policy[key]))])];
  if (keys.length > 0) for (const told of tellings) told(keys);
  return known;
}

async function policyInStore(): Promise<Policy | undefined> {
  try {
    return await browser.storage.managed.get(null);
  } catch (error) {
    return noPolicy.test(String(error)) ? {} : undefined;
  }
}
