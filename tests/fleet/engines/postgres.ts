import { execFileSync } from 'node:child_process';
import { chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from 'pg';
import { freePort, runEngine, type Engine } from './run-engine.ts';

export interface Postgres extends Engine { readonly pool: Pool }

/** PostgreSQL in a folder of its own. It refuses to run as root, so that root starts it as the user of Debian's package. */
export async function startPostgres(folder: string): Promise<Postgres> {
  const programs = programFolder();
  const who = process.getuid?.() === 0 ? ownerOf('postgres') : {};
  if (who.uid !== undefined && who.gid !== undefined) chownSync(folder, who.uid, who.gid);
  const data = join(folder, 'data');
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'bonafide', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'], { ...who, cwd: folder, stdio: 'pipe' });
  const port = await freePort();
  const words = ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder, '-c', 'fsync=off'];
  const engine = await runEngine({ program: join(programs, 'postgres'), words, port, ...who });
  const pool = new Pool({ host: '127.0.0.1', port, user: 'bonafide', database: 'postgres', max: 4 });
  // The server listens a moment before it lets anybody in.
  for (let left = 100; left > 0; left--) {
    const isReady = await pool.query('select 1').then(() => true, () => false);
    if (isReady) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    pool,
    stop: async () => {
      await pool.end();
      await engine.stop();
    },
  };
}

function programFolder(): string {
  const root = '/usr/lib/postgresql';
  const newest = readdirSync(root).map(Number).sort((one, other) => other - one)[0];
  return join(root, String(newest), 'bin');
}

const ownerOf = (user: string): { uid?: number; gid?: number } => ({
  uid: Number(execFileSync('id', ['-u', user])), gid: Number(execFileSync('id', ['-g', user])),
});
