/** Requests and bytes by minute. */
export class Load {
  readonly requests: Float64Array;
  readonly bytes: Float64Array;

  constructor(minutes: number) {
    this.requests = new Float64Array(minutes);
    this.bytes = new Float64Array(minutes);
  }

  add(minute: number, requests: number, bytes: number): void {
    if (minute >= this.requests.length) return;
    this.requests[minute]! += requests;
    this.bytes[minute]! += bytes;
  }

  /** Sums and peaks of a part; peaks are of the busiest minute, a second's share of it. */
  between(from: number, to: number) {
    const [requests, bytes] = [this.requests.subarray(from, to), this.bytes.subarray(from, to)];
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const most = (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), 0) / 60;
    return { requests: sum(requests), bytes: sum(bytes), peakRequests: most(requests), peakBytes: most(bytes), meanRequests: sum(requests) / Math.max(1, to - from) / 60 };
  }
}

/** The value below which a share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
