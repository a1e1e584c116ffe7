import { afterEach, describe, expect, it, vi } from 'vitest';
import { repositoryLink } from '../../utils/core/repository-link.ts';
import { fetchRepository, mostArchiveBytes, RefusedDownload } from '../../utils/platform/fetch-repository.ts';

const link = (address: string) => repositoryLink(address)!;
const shop = link('https://github.com/quiet/shop');
const serve = (answer: (address: string) => Response | Promise<Response>) => {
  const served = vi.fn<(address: string, init: RequestInit) => Promise<Response>>(async (address) => answer(address));
  vi.stubGlobal('fetch', served);
  return served;
};
const fetched = (repository = shop, onBytes: (count: number) => void = () => undefined, signal = new AbortController().signal) => fetchRepository(repository, onBytes, signal);
const refusal = (repository = shop) => fetched(repository).then(() => 'none', (error: unknown) => (error instanceof RefusedDownload ? error.refusal : error));
const status = (code: number, headers?: Record<string, string>) => () => new Response('', { status: code, headers });

afterEach(() => { vi.unstubAllGlobals(); vi.useRealTimers(); });

describe('fetch repository', () => {
  it('asks for the public archive without cookies and referrer, and follows nobody', async () => {
    const served = serve(() => new Response('PK'));
    expect(await (await fetched()).text()).toBe('PK');
    expect(served.mock.calls).toEqual([['https://codeload.github.com/quiet/shop/zip/HEAD', expect.objectContaining({
      credentials: 'omit', referrerPolicy: 'no-referrer', redirect: 'manual', mode: 'same-origin',
    })]]);
    expect(served.mock.calls[0]![1].headers).toBeUndefined();
  });

  it('says how much has come', async () => {
    serve(() => new Response('PK and more'));
    const told: number[] = [];
    await fetched(shop, (bytes) => told.push(bytes));
    expect(told.at(-1)).toBe(11);
  });

  it('tries a branch with slashes until there is one', async () => {
    const served = serve((address) => (address.endsWith('/feature/cart') ? new Response('PK') : new Response('', { status: 404 })));
    await fetched(link('https://github.com/quiet/shop/tree/feature/cart/src'));
    expect(served).toHaveBeenCalledTimes(2);
  });

  it.each([[404, 'gone'], [451, 'gone'], [401, 'gone'], [429, 'limited'], [500, 'unwilling'], [403, 'unwilling']])('takes the answer %i for %s', async (code, wanted) => {
    serve(status(code));
    expect(await refusal()).toBe(wanted);
  });

  it('tells a limit from a ban', async () => {
    serve(status(403, { 'retry-after': '60' }));
    expect(await refusal()).toBe('limited');
  });

  it('goes nowhere else', async () => {
    serve(() => Object.defineProperty(new Response(null), 'type', { value: 'opaqueredirect' }));
    expect(await refusal()).toBe('elsewhere');
  });

  it('says that there is no connection', async () => {
    serve(() => Promise.reject(new TypeError('Failed to fetch')));
    expect(await refusal()).toBe('offline');
  });

  it('takes no more than its share, whether the host says the size or not', async () => {
    serve(() => new Response('', { headers: { 'content-length': String(mostArchiveBytes + 1) } }));
    expect(await refusal()).toBe('large');
    const chunk = new Uint8Array(mostArchiveBytes / 10 + 1);
    let pulled = 0;
    serve(() => new Response(new ReadableStream({ pull: (stream) => { pulled += 1; stream.enqueue(chunk); } }, { highWaterMark: 0 })));
    expect(await refusal()).toBe('large');
    expect(pulled).toBe(10);
  });

  it('waits for a silent host no longer than half a minute', async () => {
    vi.useFakeTimers();
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    }));
    const outcome = refusal();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await outcome).toBe('slow');
  });

  it('stops when the person cancels', async () => {
    const cancel = new AbortController();
    vi.stubGlobal('fetch', (_: string, { signal }: { signal: AbortSignal }) => new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    }));
    const outcome = fetched(shop, undefined, cancel.signal).catch((error: Error) => error.name);
    cancel.abort();
    expect(await outcome).toBe('AbortError');
  });
});
