import { once } from 'node:events';

/** Control and direction marks of an input must not steer the terminal. */
const steering = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;
export const plain = (text: string): string => text.replace(steering, ' ');

/** One line of JSON whose values cannot steer a terminal either: the marks are escaped, and parsing gives them back. */
export const jsonLine = (value: unknown): string => JSON.stringify(value).replace(steering, (marks) =>
  Array.from({ length: marks.length }, (_, i) => `\\u${marks.charCodeAt(i).toString(16).padStart(4, '0')}`).join(''));

/** Prints one result and waits while nobody reads. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

/** Names an input that could not be read; the rest is still done, and the exit code becomes 2. */
export function complain(sentence: string): void {
  process.stderr.write(`${plain(sentence)}\n`);
  process.exitCode = 2;
}

/** Something is at caution or above: exit code 1, unless an input could not be read. */
export function raiseAlarm(): void {
  process.exitCode ||= 1;
}

/** Whoever reads the results may stop early (`| head`): that is no error. */
export function endQuietlyWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
