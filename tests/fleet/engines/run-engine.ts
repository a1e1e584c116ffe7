import { spawn, type ChildProcess } from 'node:child_process';
import { createServer, Socket } from 'node:net';

/** A program of somebody else's that a test started, in a folder of its own. */
export interface Engine { stop(): Promise<void> }
interface Order { readonly program: string; readonly words: readonly string[]; readonly port: number; readonly uid?: number; readonly gid?: number }

/** How long an engine may take to listen, in ms: PostgreSQL on a busy machine. */
const patience = 30_000;

/** Starts it and waits until it listens. @throws {Error} with what it said, when it ends before */
export async function runEngine({ program, words, port, uid, gid }: Order): Promise<Engine> {
  const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], uid, gid });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => { said = (said + chunk).slice(-2000); });
  const ended = new Promise<never>((_, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}: ${said}`)));
  });
  ended.catch(() => undefined);
  await Promise.race([listening(port), ended]);
  return { stop: () => stopped(child) };
}

async function listening(port: number): Promise<void> {
  for (const end = Date.now() + patience; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    if (await answers(port)) return;
  }
  throw new Error(`Nothing listened on port ${port} within ${patience / 1000} s.`);
}

const answers = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = new Socket();
  const end = (is: boolean) => {
    socket.destroy();
    resolve(is);
  };
  socket.once('connect', () => end(true)).once('error', () => end(false)).connect(port, '127.0.0.1');
});

const stopped = (child: ChildProcess): Promise<void> => new Promise((resolve) => {
  if (child.exitCode !== null || child.signalCode !== null) return resolve();
  child.once('exit', () => resolve());
  child.kill('SIGTERM');
  setTimeout(() => child.kill('SIGKILL'), 5_000).unref();
});

/** A port that nobody uses at this moment. */
export const freePort = (): Promise<number> => new Promise((resolve, reject) => {
  const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number };
    server.close(() => resolve(port));
  });
});
