import { packInUse } from '../../utils/platform/pack-in-use.ts';
import type { Inspected, Progress, Told, Work } from './work.ts';

/** A sentence about the archive is for the person as it is; anything else that breaks is ours. */
export class RefusedArchive extends Error {}

/** Inspects in a worker of its own, so that the page stays alive. Aborting ends it at once. */
export async function startWork(source: Pick<Work, 'name' | 'archive' | 'folder'>, onProgress: (progress: Progress) => void, signal: AbortSignal): Promise<Inspected> {
  const work: Work = { ...source, ...(await packInUse()) };
  signal.throwIfAborted();
  const worker = new Worker(new URL('./inspect.worker.ts', import.meta.url), { type: 'module' });
  try {
    return await new Promise<Inspected>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
      worker.addEventListener('message', ({ data }: MessageEvent<Told>) => {
        if ('done' in data) resolve(data.done);
        else if ('refused' in data) reject(new RefusedArchive(data.refused));
        else if ('broken' in data) reject(new Error(data.broken));
        else onProgress(data);
      });
      worker.addEventListener('error', ({ message }) => reject(new Error(message || 'the worker ended')));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
      worker.postMessage(work);
    });
  } finally {
    worker.terminate();
  }
}
