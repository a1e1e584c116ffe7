import type { Collector } from '../core/collector.ts';
import type { Answered } from '../core/collector-answer.ts';

/** How long a collector may take, in ms: the exporters of OpenTelemetry give it 10 s; mail gateways and proxies in between take their part. */
const patience = 15_000;
/** Bytes of an answer that are read: an honest one has a hundred. */
const mostAnswer = 65_536;

export type Posted = { readonly answered: Answered; readonly retryAfter: string | null } | { readonly fault: 'unreachable' | 'slow' };

/**
 * One request, without cookies and without saying where from. Nobody is followed elsewhere: a redirect would carry events and token to
 * an address that no policy names. A refused preflight, a wrong certificate and a dead host look alike to an extension.
 */
export async function postEvents({ address, authorization }: Collector, body: string): Promise<Posted> {
  const signal = AbortSignal.timeout(patience);
  try {
    const response = await fetch(address, {
      method: 'POST', body, headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
      credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'error', cache: 'no-store', signal,
    });
    const { status, headers } = response;
    return { answered: { status, type: headers.get('content-type') ?? undefined, body: await beginningOf(response) }, retryAfter: headers.get('retry-after') };
  } catch {
    return { fault: signal.aborted ? 'slow' : 'unreachable' };
  }
}

async function beginningOf({ body }: Response): Promise<string> {
  if (!body) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (let bytes = 0; bytes < mostAnswer;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.length;
    text += decoder.decode(value.subarray(0, mostAnswer - bytes + value.length), { stream: true });
  }
  await reader.cancel();
  return text;
}
