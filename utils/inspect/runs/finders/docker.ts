import { nameOf, parentOf, resolvePath, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asList, asRecord, asText, commandsOf, quoteWord, textsOf, type Plain } from '../plain.ts';
import { reachesHost } from './docker-reach.ts';

/** What an image runs while it is built and when it starts, and what Compose lets a container reach. */
export const findDocker: RunFinder = function* (folder) {
  for (const file of folder.paths.filter((path) => /^(?:[\w.-]+\.)?(?:docker|container)file(?:[.-][\w.-]+)?$/i.test(nameOf(path)) && !/\.(?:dockerignore|md)$/i.test(path))) yield* dockerfile(file, folder);
  for (const file of folder.paths.filter((path) => /^(?:docker-)?compose(?:[.-][\w.-]+)?\.ya?ml$/i.test(nameOf(path)))) yield* compose(file, folder);
  for (const file of folder.named('procfile')) {
    for (const [index, line] of (folder.text(file) ?? '').split('\n').entries()) {
      const [, name, command] = /^\s*([\w-]+)\s*:\s*(.+)$/.exec(line) ?? [];
      if (command !== undefined) yield { moment: 'start', file, line: index + 1, by: `Procfile ${name}`, command };
    }
  }
};

function* dockerfile(file: string, folder: Folder): Generator<FoundRun> {
  const lines = (folder.text(file) ?? '').split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = at + 1;
    let text = lines[at] ?? '';
    while (/\\\s*$/.test(text) && at + 1 < lines.length) text = `${text.replace(/\\\s*$/, ' ')}${lines[++at]}`;
    const [, word = '', rest = ''] = /^\s*(RUN|CMD|ENTRYPOINT|ONBUILD|HEALTHCHECK)\s+(.*)$/is.exec(text) ?? [];
    const key = word.toUpperCase();
    if (!/^(?:RUN|CMD|ENTRYPOINT|HEALTHCHECK|ONBUILD)$/.test(key)) continue;
    const command = commandIn(rest.replace(/^(?:RUN|CMD)\s+/i, '').replace(/^(?:--\w+(?:=\S+)?\s+)+/, ''));
    yield { moment: 'container', file, line, by: `Dockerfile ${key}`, command, ...(key === 'RUN' && isUsualInstall(command) && { ordinary: true }) };
  }
}

/** `["node", "x.js"]` or a command line. */
function commandIn(text: string): string {
  if (!text.trim().startsWith('[')) return text;
  try {
    return textsOf(JSON.parse(text)).map(quoteWord).join(' ');
  } catch {
    return text;
  }
}

/** Packages of a system, of a language: what nearly every image does first. */
const isUsualInstall = (command: string) => command.split(/&&|;/).every((part) => /^\s*(?:set\s+-\w+|apt(?:-get)?|apk|yum|dnf|microdnf|pip3?|python3?\s+-m\s+(?:pip|venv)|npm|yarn|pnpm|corepack|bundle|gem|go|cargo|mvn|dotnet|composer|rm|mkdir|chown|chmod|useradd|adduser|addgroup|groupadd|ln|cp|mv|echo|cd|apt-key|poetry|uv|true|update-ca-certificates|locale-gen)\b[^|`$]*$/.test(part));

function* compose(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.yaml(file);
  const where = parentOf(file);
  for (const [name, value] of Object.entries(asRecord(asRecord(document?.value)['services']))) {
    const one = asRecord(value);
    const run = (key: string, command: string, more: Partial<FoundRun> = {}): FoundRun =>
      ({ moment: 'container', file, line: document?.lineOf(['services', name, key]) ?? 1, by: `Compose ${name} ${key}`, command, ...more });
    for (const key of ['entrypoint', 'command']) for (const command of commandsOf(one[key])) yield run(key, command);
    for (const command of asList(one['post_start']).flatMap((hook) => commandsOf(asRecord(hook)['command']))) yield run('post_start', command);
    for (const [key, text] of reaching(one)) yield run(key, text, { only: true, traits: ['reaches-host'] });
    const build = asText(one['build']) ?? asText(asRecord(one['build'])['context']);
    const image = build === undefined ? undefined : resolvePath(where, `${build}/${asText(asRecord(one['build'])['dockerfile']) ?? 'Dockerfile'}`);
    if (image !== undefined && folder.has(image)) yield run('build', image, { targets: [image], only: true, ordinary: true });
  }
}

/** Ways out of the container that a service is given. */
function reaching(one: Plain): [string, string][] {
  const mounts = asList(one['volumes']).map((mount) => asText(mount) ?? `${String(asRecord(mount)['source'])}:${String(asRecord(mount)['target'])}`);
  const options: [string, string][] = [
    ...mounts.map((text): [string, string] => ['volumes', text]),
    ...(one['privileged'] === true ? [['privileged', '--privileged'] as [string, string]] : []),
    ...(one['pid'] === 'host' ? [['pid', '--pid=host'] as [string, string]] : []),
    ...textsOf(one['cap_add']).map((text): [string, string] => ['cap_add', `--cap-add=${text}`]),
  ];
  return options.filter(([, text]) => reachesHost(text));
}
