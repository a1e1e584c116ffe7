import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, runEngine, type Engine } from './run-engine.ts';

export interface Nginx extends Engine { readonly address: string }

/** nginx with these words for its server block, all of its files in one folder. */
export async function startNginx(folder: string, server: string): Promise<Nginx> {
  const port = await freePort();
  const settings = join(folder, 'nginx.conf');
  const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join(' ');
  writeFileSync(settings, `
daemon off; pid ${folder}/nginx.pid; error_log stderr warn; worker_processes 1;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 256; }
http { access_log off; ${places}
  server { listen 127.0.0.1:${port}; ${server} }
}
`);
  const engine = await runEngine({ program: '/usr/sbin/nginx', words: ['-p', folder, '-c', settings, '-e', 'stderr'], port });
  return { address: `http://127.0.0.1:${port}`, stop: engine.stop };
}
