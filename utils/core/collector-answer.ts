/** What is known of an answer before anything is concluded from it. */
export interface Answered {
  readonly status: number;
  /** Content-Type, if any. */
  readonly type?: string;
  /** At most the first 64 KB. */
  readonly body: string;
}
/**
 * What a collector's answer means for the events that were sent. `taken`: delete; `rejected` of them the collector refused for good.
 * `again`: as they are, later. `smaller`: again, fewer at a time. `elsewhere`: whoever answers is not the collector, or does not know us; it takes a person
 * to mend, so events wait for that. `never`: the same request gets the same answer, so it is dropped and counted, as OTLP demands.
 */
export type Meaning =
  | { readonly kind: 'taken'; readonly rejected: number }
  | { readonly kind: 'again' | 'smaller' | 'elsewhere' | 'never' };

/** 408 besides those of OTLP: the server says itself that it never had the whole request. */
const passing = new Set([408, 429, 502, 503, 504]);
const misplaced = new Set([401, 403, 404, 405, 407, 415]);

export function meaningOf({ status, type, body }: Answered): Meaning {
  // Proxies say these in HTML.
  if (passing.has(status)) return { kind: 'again' };
  if (status === 413) return { kind: 'smaller' };
  // Neither OTLP nor HEC ever speaks HTML: it is a portal, a proxy or a web site, whatever the status.
  if (misplaced.has(status) || isHtml(type, body)) return { kind: 'elsewhere' };
  return status >= 200 && status < 300 ? { kind: 'taken', rejected: rejectedOf(body) } : { kind: 'never' };
}

const isHtml = (type: string | undefined, body: string) => /^(?:text\/html|application\/xhtml)/i.test(type ?? '') || /^\s*<(?:!doctype|html|\?xml)/i.test(body);

/** `partialSuccess.rejectedLogRecords`, a number or its decimal string. */
function rejectedOf(body: string): number {
  try {
    const count = Number((JSON.parse(body) as { partialSuccess?: { rejectedLogRecords?: unknown } }).partialSuccess?.rejectedLogRecords ?? 0);
    return Number.isSafeInteger(count) && count > 0 ? count : 0;
  } catch {
    return 0;
  }
}
