import { archiveAddresses, archiveHost } from '../core/repository-archive.ts';
import type { RepositoryLink } from '../core/repository-link.ts';
import { browser } from 'wxt/browser';

/** Why an archive could not be had. Words for each stand in en.yml (`inspect.refused`). */
export const refusals = ['gone', 'limited', 'elsewhere', 'large', 'offline', 'slow', 'unwilling'] as const;
export type Refusal = (typeof refusals)[number];

export class RefusedDownload extends Error {
  constructor(readonly refusal: Refusal, readonly status?: number) {
    super(refusal);
  }
}

/** Packed bytes of a repository that are taken. Assignments have a few million; nobody waits for more. */
export const mostArchiveBytes = 100_000_000;
/** Without a byte for so long, in ms, nobody is there. GitLab packs first and answers later. */
const patience = 30_000;

const patternsOf = (link: RepositoryLink): string[] => [`https://${archiveHost(link)}/*`];

/** Asks for the one host in the person's own click; call it before anything is awaited. False when it was refused. */
export const allowArchives = (link: RepositoryLink): Promise<boolean> => browser.permissions.request({ origins: patternsOf(link) });

/**
 * Downloads the public archive of a repository as a .zip. Without cookies, token and referrer: the host learns an address and that
 * somebody asks for it. A branch with slashes is found by trying.
 * @throws {RefusedDownload}
 */
export async function fetchRepository(link: RepositoryLink, onBytes: (bytes: number) => void, signal: AbortSignal): Promise<Blob> {
  const addresses = archiveAddresses(link);
  for (const [i, address] of addresses.entries()) {
    try {
      return await download(address, onBytes, signal);
    } catch (error) {
      const isLast = i === addresses.length - 1;
      if (isLast || !(error instanceof RefusedDownload && error.refusal === 'gone')) throw error;
    }
  }
  throw new RefusedDownload('gone');
}

async function download(address: string, onBytes: (bytes: number) => void, cancelled: AbortSignal): Promise<Blob> {
  const stalled = new AbortController();
  const signal = AbortSignal.any([cancelled, stalled.signal]);
  let timer = setTimeout(() => stalled.abort(), patience);
  try {
    const response = await ask(address, signal);
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    for (const reader = response.body!.getReader(); ;) {
      const { done, value } = await reader.read();
      if (done) return new Blob(parts, { type: 'application/zip' });
      clearTimeout(timer);
      timer = setTimeout(() => stalled.abort(), patience);
      parts.push(value);
      bytes += value.length;
      onBytes(bytes);
      if (bytes > mostArchiveBytes) {
        await reader.cancel();
        throw new RefusedDownload('large');
      }
    }
  } catch (error) {
    if (error instanceof RefusedDownload || cancelled.aborted) throw error;
    throw new RefusedDownload(stalled.signal.aborted ? 'slow' : 'offline');
  } finally {
    clearTimeout(timer);
  }
}

/**
 * `same-origin`: a host that was not allowed is refused by the browser itself, and GitLab answers 406 to whatever says that it comes from another
 * site (its HotlinkingDetector). `manual`: nobody is followed elsewhere; these addresses answer themselves, and who sends on wants a login.
 */
async function ask(address: string, signal: AbortSignal): Promise<Response> {
  const response = await fetch(address, { mode: 'same-origin', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'manual', signal });
  if (response.type === 'opaqueredirect') throw new RefusedDownload('elsewhere');
  const { status } = response;
  // 451 and 410 too: what a host took down is what people should hear of.
  if ([401, 404, 410, 451].includes(status)) throw new RefusedDownload('gone', status);
  if (status === 429 || (status === 403 && response.headers.get('retry-after') !== null)) throw new RefusedDownload('limited', status);
  if (!response.ok) throw new RefusedDownload('unwilling', status);
  if (Number(response.headers.get('content-length')) > mostArchiveBytes) throw new RefusedDownload('large');
  return response;
}
