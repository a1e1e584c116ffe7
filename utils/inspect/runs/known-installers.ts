/**
 * Installers that those who publish a tool tell people to pipe into a shell, by exact host, with the beginning of the path where others can put
 * files on the same host. Source: the tools' own installation pages, 2026-11.
 */
const installers: Readonly<Record<string, readonly string[]>> = {
  'sh.rustup.rs': [''], 'static.rust-lang.org': [''], 'get.docker.com': [''], 'deb.nodesource.com': [''], 'rpm.nodesource.com': [''],
  'bun.sh': ['install'], 'bun.com': ['install'], 'deno.land': ['install', 'x/install'], 'fnm.vercel.app': ['install'], 'get.pnpm.io': [''],
  'install.python-poetry.org': [''], 'astral.sh': ['uv', 'ruff', 'ty'], 'starship.rs': ['install'], 'get.helm.sh': [''], 'install.yarnpkg.com': [''],
  'yarnpkg.com': ['install'], 'get.volta.sh': [''], 'get.sdkman.io': [''], 'mise.run': [''], 'mise.jdx.dev': ['install'], 'cli.run.nu': [''],
  'nixos.org': ['nix/install'], 'releases.nixos.org': ['nix'], 'install.determinate.systems': [''], 'dl.google.com': [''], 'sdk.cloud.google.com': [''],
  'packages.microsoft.com': [''], 'dot.net': ['v1/dotnet-install'], 'aka.ms': ['install'], 'apt.llvm.org': [''], 'bootstrap.pypa.io': [''],
  'foundry.paradigm.xyz': [''], 'release.solana.com': [''], 'release.anza.xyz': [''], 'get.rvm.io': [''], 'pyenv.run': [''], 'fly.io': ['install'],
  'taskfile.dev': ['install'], 'just.systems': ['install'], 'codecov.io': ['bash'], 'uploader.codecov.io': [''], 'community.chocolatey.org': [''],
  'chocolatey.org': ['install'], 'get.scoop.sh': [''], 'getcomposer.org': ['installer'], 'install.meteor.com': [''], 'get.k3s.io': [''],
  'tailscale.com': ['install'], 'ollama.com': ['install'], 'golangci-lint.run': ['install'], 'goreleaser.com': ['static/run'], 'sentry.io': ['get-cli'],
  'cli.doppler.com': ['install'], 'cli-assets.heroku.com': ['install'], 'encore.dev': ['install'], 'get.tur.so': [''], 'wasmtime.dev': ['install'],
  'get.wasmer.io': [''], 'get-ghcup.haskell.org': [''], 'get.haskellstack.org': [''], 'moonrepo.dev': ['install'], 'sh.starkup.dev': [''],
  'get.jetify.com': ['devbox'], 'get.jetpack.io': ['devbox'], 'get.pulumi.com': [''], 'dl.dagger.io': [''], 'vite.plus': [''],
  'claude.ai': ['install'], 'opencode.ai': ['install'], 'cursor.com': ['install'], 'rustwasm.github.io': ['wasm-pack/installer'],
  'drone.io': ['install'], 'get.activestate.com': [''], 'install.duckdb.org': [''], 'setup.atuin.sh': [''], 'get.chezmoi.io': [''],
  'raw.githubusercontent.com': [
    'nvm-sh/', 'creationix/', 'Homebrew/', 'helm/', 'k3d-io/', 'rbenv/', 'pyenv/', 'kubernetes/', 'kubernetes-sigs/', 'golangci/', 'aquasecurity/', 'anchore/',
    'ohmyzsh/', 'junegunn/', 'denoland/', 'cargo-bins/', 'tilt-dev/', 'golang-migrate/', 'swiftlang/', 'dotnet/', 'rustwasm/', 'foundry-rs/',
  ],
};

const fetcher = '(?:sudo\\s+)?(?:curl|wget|iwr|irm|invoke-webrequest|invoke-restmethod)(?:\\.exe)?\\s';
/** What may stand in front of the program that fetches, when a shell is told to run what comes of it. */
const openings = [
  '', '(?:\\S*/)?(?:ba|z|da)?sh\\s+-\\w*c\\s+["\']?(?:\\$\\(|`)?', '(?:\\S*/)?(?:ba|z|da)?sh\\s+<\\(', '(?:iex|invoke-expression)\\s+["\'(&{\\s$]*',
  '(?:powershell|pwsh)(?:\\.exe)?\\s[^|"\']*["\']?(?:iex\\s+)?[(&{\\s$]*',
];
const fetching = new RegExp(`^\\s*(?:${openings.join('|')})\\s*${fetcher}`, 'i');
/** Options that turn the request elsewhere or leave out who answers it. */
const turned = /\s(?:-[A-Za-z]*k[A-Za-z]*|--insecure|--no-check-certificate|-x|--(?:pre)?proxy\S*|--socks\S*|--resolve|--connect-to|-K|--config|--doh-url|--execute|-skipcertificatecheck)(?=[\s=]|$)/;

/** Is every address that a command names an installer's, over an encrypted connection? */
export function fetchesOnlyInstallers(command: string): boolean {
  const addresses = [...command.matchAll(/(?:[a-z][\w+.-]*:)?\/\/[^\s"'`|)>;}]+/gi)].map(([address]) => address);
  return addresses.length > 0 && addresses.every(isInstaller) && !turned.test(command);
}

function isInstaller(address: string): boolean {
  const [, host = '', path = ''] = /^https:\/\/([a-z0-9.-]+)(?:\/([^?#]*))?(?:[?#].*)?$/i.exec(address) ?? [];
  const paths = Object.hasOwn(installers, host.toLowerCase()) ? installers[host.toLowerCase()] : undefined;
  return paths?.some((one) => path.startsWith(one)) === true && !path.includes('..');
}

/**
 * A command line without the parts that only fetch and run a known installer: `curl https://sh.rustup.rs | sh -s -- -y && cargo build` leaves
 * `true && cargo build`. What stands beside such a part is looked at as ever.
 */
export function withoutInstallers(command: string): string {
  if (!/https:/i.test(command)) return command;
  return command.split(/(&&|\|\||;|\n)/).map((part) => fetching.test(part) && isOnePipe(part) && fetchesOnlyInstallers(part) ? ' true ' : part).join('');
}

/** Two programs at most: what is fetched, and the shell that runs it. */
const isOnePipe = (part: string): boolean => part.split('|').length <= 2 && !/\bbase64\b|\beval\b|&\s*\w/.test(part.replace(/https?:[^\s"']*/gi, ''));
