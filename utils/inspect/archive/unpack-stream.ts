import { limits } from '../limits.ts';
import { EntryFault } from './entry.ts';

/** Unpacks gzip, up to what no project needs: then the stream ends with a fault that says why. */
export function unpackStream(blob: Blob): ReadableStream<Uint8Array> {
  let packed = 0;
  let unpacked = 0;
  const countPacked = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      packed += chunk.length;
      controller.enqueue(chunk);
    },
  });
  const countUnpacked = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      unpacked += chunk.length;
      if (unpacked > limits.stream || (unpacked > limits.ratioFrom && unpacked > packed * limits.ratio)) throw new EntryFault('packed too tightly');
      controller.enqueue(chunk);
    },
  });
  return blob.stream().pipeThrough(countPacked).pipeThrough(new DecompressionStream('gzip') as ReadableWritablePair<Uint8Array, Uint8Array>).pipeThrough(countUnpacked);
}

/** The first bytes of a stream, as many as there are up to a number, and the whole stream again. */
export async function peek(stream: ReadableStream<Uint8Array>, length: number): Promise<{ start: Uint8Array; whole: ReadableStream<Uint8Array> }> {
  const reader = stream.getReader();
  const chunks: Uint8Array[] = [];
  let fault: unknown;
  try {
    for (let have = 0; have < length;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      have += value.length;
    }
  } catch (error) {
    fault = error;
  }
  const start = new Uint8Array(await new Blob(chunks as BlobPart[]).arrayBuffer());
  const whole = new ReadableStream<Uint8Array>({
    start(controller) {
      if (start.length > 0) controller.enqueue(start);
    },
    async pull(controller) {
      if (fault !== undefined) throw fault;
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return { start, whole };
}
