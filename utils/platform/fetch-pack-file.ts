import { askedDelay } from '../core/retry-delay.ts';
import { PackFault } from './pack-fault.ts';

/** Milliseconds without a single byte, and for one file whole. A worker that does nothing else is ended after five minutes. */
const patience = 15_000;
const longest = 120_000;

export interface FetchLimits {
  /** Most bytes, after unpacking: nothing else can be counted here. */
  readonly most: number;
  /** True for files that never change under their name. */
  readonly lasting?: boolean;
  readonly patience?: number;
}

/**
 * A file of a place that packs are fetched from; undefined when there is none (403, 404, 410: hosts of static files differ). Nothing is sent along that
 * tells who asks. Nobody is followed to another address. Ends the request as soon as it is too long or too slow.
 */
export async function fetchPackFile(address: string, limits: FetchLimits): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (!isAllowed(address)) throw new PackFault('setup', `${address} is neither https nor on this computer.`);
  const ending = new AbortController();
  const end = setTimeout(() => ending.abort(), longest);
  try {
    return await request(address, limits, ending);
  } catch (error) {
    if (error instanceof PackFault) throw error;
    const said = ending.signal.aborted ? 'took too long' : error instanceof Error ? error.message : String(error);
    throw new PackFault('unreachable', `${nameOf(address)} was not fetched: ${said}.`, { cause: error });
  } finally {
    clearTimeout(end);
    ending.abort();
  }
}

async function request(address: string, { most, lasting = false, patience: pause = patience }: FetchLimits, ending: AbortController): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const response = await soon(fetch(address, {
    cache: lasting ? 'no-store' : 'no-cache', credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', signal: ending.signal,
  }), pause, ending);
  if ([403, 404, 410].includes(response.status)) return undefined;
  if (response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400)) {
    throw new PackFault('unreachable', `${nameOf(address)} points to another address, which is not followed: name that one.`);
  }
  if (!response.ok) {
    throw new PackFault('unreachable', `${nameOf(address)} was answered with ${response.status}.`, { wait: askedDelay(response.headers.get('retry-after'), Date.now()) });
  }
  return response.body ? read(response.body.getReader(), address, most, pause, ending) : new Uint8Array();
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>, address: string, most: number, pause: number, ending: AbortController): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await soon(reader.read(), pause, ending);
    if (done) break;
    length += value.byteLength;
    if (length > most) throw new PackFault('untrusted', `${nameOf(address)} is longer than the ${most} bytes it may have.`);
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** Ends the request when an answer does not come soon. */
async function soon<T>(answer: Promise<T>, ms: number, ending: AbortController): Promise<T> {
  const timer = setTimeout(() => ending.abort(), ms);
  try {
    return await answer;
  } finally {
    clearTimeout(timer);
  }
}

/** https, or http on this very computer, for trials. */
const isAllowed = (address: string): boolean =>
  URL.canParse(address) && (address.startsWith('https://') || /^http:\/\/(127\.0\.0\.1|localhost)(:\d+)?\//.test(address));

const nameOf = (address: string): string => `${new URL(address).host}/…/${address.split('/').at(-1)}`;
