import { parentOf, type Folder } from '../folder.ts';
import type { FoundRun, RunFinder } from '../found-run.ts';
import { asRecord, asText, commandsOf } from '../plain.ts';

/** What cargo and go run while they build. rust-analyzer builds as soon as a trusted folder is opened. */
export const findRustAndGo: RunFinder = function* (folder) {
  for (const file of folder.named('cargo.toml')) yield* cargoBuild(file, folder);
  for (const file of folder.paths.filter((path) => /(?:^|\/)\.cargo\/config(?:\.toml)?$/.test(path))) yield* cargoSettings(file, folder);
  for (const file of folder.named('main.go')) yield { moment: 'start', file, line: 1, by: 'go run', command: `go run ./${parentOf(file)}`, targets: [file], only: true, ordinary: true };
  for (const file of folder.paths.filter((path) => path.endsWith('.go') && !/(?:^|\/)vendor\//.test(path))) yield* goDirectives(file, folder);
};

function* cargoBuild(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.toml(file);
  const prefix = parentOf(file) ? `${parentOf(file)}/` : '';
  const given = asRecord(asRecord(document?.value)['package'])['build'];
  const target = prefix + (asText(given) ?? 'build.rs');
  if (given !== false && folder.has(target)) yield { moment: 'build', file: target, line: 1, by: 'cargo build script', command: target, targets: [target], only: true };
  const isMacro = asRecord(asRecord(document?.value)['lib'])['proc-macro'] === true;
  if (isMacro && folder.has(`${prefix}src/lib.rs`)) yield { moment: 'build', file, line: document?.lineOf(['lib', 'proc-macro']) ?? 1, by: 'cargo macro, run while it compiles', command: `${prefix}src/lib.rs`, targets: [`${prefix}src/lib.rs`], only: true, ordinary: true };
  if (folder.has(`${prefix}src/main.rs`)) yield { moment: 'start', file, line: 1, by: 'cargo run', command: 'cargo run', targets: [`${prefix}src/main.rs`], only: true, ordinary: true };
}

function* cargoSettings(file: string, folder: Folder): Generator<FoundRun> {
  const document = folder.toml(file);
  const value = asRecord(document?.value);
  const cwd = parentOf(parentOf(file));
  const run = (path: readonly string[], command: string): FoundRun => ({ moment: 'build', file, line: document?.lineOf(path) ?? 1, by: `cargo ${path.join('.')}`, command, cwd });
  const build = asRecord(value['build']);
  for (const key of ['rustc', 'rustc-wrapper', 'rustc-workspace-wrapper', 'rustdoc']) {
    const command = asText(build[key]);
    if (command !== undefined) yield { ...run(['build', key], command), ...(/^s?ccache$/.test(command) && { ordinary: true }) };
  }
  for (const [target, settings] of Object.entries(asRecord(value['target']))) {
    for (const key of ['runner', 'linker']) for (const command of commandsOf(asRecord(settings)[key])) yield { ...run(['target', target, key], command), ...(/^[\w+-]+$/.test(command) && { ordinary: true }) };
  }
  for (const command of commandsOf(asRecord(value['credential-alias']))) yield run(['credential-alias'], command);
  for (const [name, text] of Object.entries(asRecord(value['env']))) if (/^(?:RUSTC_WRAPPER|RUSTC|CC|CXX|LD_PRELOAD)$/.test(name)) yield run(['env', name], asText(text) ?? String(asRecord(text)['value']));
}

/** `go generate` runs these lines; cgo passes flags to a compiler, some of which start programs. */
function* goDirectives(file: string, folder: Folder): Generator<FoundRun> {
  const text = folder.text(file) ?? '';
  if (!text.includes('go:generate') && !text.includes('#cgo')) return;
  for (const [index, line] of text.split('\n').entries()) {
    const [, command] = /^\/\/go:generate\s+(.+)$/.exec(line) ?? [];
    if (command !== undefined) yield { moment: 'build', file, line: index + 1, by: 'go generate', command, ...(/^(?:stringer|mockgen|go run (?:github\.com|golang\.org|go\.uber\.org|entgo\.io)\/|protoc|buf|sqlc|swag|easyjson|wire|controller-gen|enumer|moq|counterfeiter|oapi-codegen|gqlgen)\b/.test(command) && { ordinary: true }) };
    const [, flags] = /^\s*(?:\/\/\s*)?#cgo\s+(.*)$/.exec(line) ?? [];
    if (flags !== undefined && /-fplugin|-wrapper|-Wl,-(?:plugin|wrap)|-B\s|--wrapper/.test(flags)) yield { moment: 'build', file, line: index + 1, by: 'cgo flag', command: flags };
  }
}
