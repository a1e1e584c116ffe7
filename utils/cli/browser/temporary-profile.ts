import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type TemporaryProfile = { path: string; discard(close: () => Promise<void>): Promise<void> };

/** A browser that has not closed by then (milliseconds) is killed. */
const patience = 8000;

/** A profile folder that is removed together with every process that still uses it. */
export async function makeTemporaryProfile(): Promise<TemporaryProfile> {
  const path = await mkdtemp(join(tmpdir(), 'bonafide-profile-'));
  return {
    path,
    discard: async (close) => {
      await Promise.race([
        close().catch(() => {}),
        new Promise((resolve) => setTimeout(resolve, patience).unref()),
      ]);
      killUsersOf(path);
      await rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** The folder's name is random, so a command line that holds it is a browser of ours and nobody else's. */
function killUsersOf(path: string): void {
  if (process.platform === 'win32') return;
  const lines = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  for (const line of lines.filter((text) => text.includes(path))) {
    try {
      process.kill(Number.parseInt(line, 10), 'SIGKILL');
    } catch {
      // it ended between the listing and now
    }
  }
}
