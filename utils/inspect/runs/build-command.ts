import type { Following } from './command-targets.ts';
import { resolvePath } from './folder.ts';

/** Files that a build tool of another language reads first, in the folder it is started in. */
const readFirst: Readonly<Record<string, readonly string[]>> = {
  make: ['GNUmakefile', 'makefile', 'Makefile'],
  just: ['justfile', 'Justfile', '.justfile'],
  task: ['Taskfile.yml', 'Taskfile.yaml'],
  cmake: ['CMakeLists.txt'],
  meson: ['meson.build'],
  bazel: ['WORKSPACE', 'MODULE.bazel', 'BUILD', 'BUILD.bazel'],
  gradle: ['settings.gradle', 'settings.gradle.kts', 'build.gradle', 'build.gradle.kts', 'init.gradle'],
  mvn: ['pom.xml', '.mvn/extensions.xml', '.mvn/jvm.config', '.mvn/maven.config'],
  sbt: ['build.sbt', 'project/plugins.sbt', 'project/Build.scala'],
  ant: ['build.xml'],
  composer: ['composer.json'],
  docker: ['docker-compose.yml', 'docker-compose.yaml', 'compose.yml', 'compose.yaml', 'docker-compose.override.yml', 'Dockerfile'],
  vagrant: ['Vagrantfile'],
  tilt: ['Tiltfile'],
  skaffold: ['skaffold.yaml'],
  terraform: ['main.tf'],
  'pre-commit': ['.pre-commit-config.yaml'],
  lefthook: ['lefthook.yml'],
  direnv: ['.envrc'],
  foreman: ['Procfile'],
  heroku: ['Procfile'],
  honcho: ['Procfile'],
  mix: ['mix.exs'],
  swift: ['Package.swift'],
  zig: ['build.zig'],
  stack: ['Setup.hs'],
  forge: ['foundry.toml'],
  anchor: ['Anchor.toml'],
};

/** Files that a build command starts from: its own build file, a Go package, a .NET project. */
export function buildTargets(program: string, words: readonly string[], { folder, cwd, found }: Following): void {
  const flag = words.findIndex((word) => /^(?:-C|--directory|-p|--project-dir)$/.test(word));
  const place = flag === -1 ? cwd : resolvePath(cwd, words[flag + 1] ?? '') ?? cwd;
  const prefix = place ? `${place}/` : '';
  for (const name of Object.hasOwn(readFirst, program) ? readFirst[program] ?? [] : []) if (folder.has(prefix + name)) found.add(prefix + name);
  if (program === 'go') for (const path of goFiles(words, cwd, folder)) found.add(path);
  if (program === 'dotnet' || program === 'msbuild') {
    const named = folder.inside(cwd).filter((path) => /\.(?:sln|slnx|csproj|fsproj|vbproj)$/i.test(path) || /(?:^|\/)directory\.build\.(?:props|targets)$/i.test(path));
    for (const path of named) found.add(path);
  }
}

/** Files of `./...` that are looked at. */
const fileLimit = 20_000;

/** Go runs a whole package: every file of the folder it is told. */
function goFiles(words: readonly string[], cwd: string, folder: Following['folder']): string[] {
  const [verb, ...rest] = words;
  if (!/^(?:run|build|test|generate|install)$/.test(verb ?? '')) return [];
  const place = rest.find((word) => word.startsWith('.')) ?? '.';
  const path = resolvePath(cwd, place.replace(/\/?\.\.\.$/, ''));
  if (path === undefined) return [];
  const isBelow = place.endsWith('...');
  const files = isBelow ? folder.below(path, fileLimit) : folder.inside(path);
  return files.filter((one) => one.endsWith('.go') && (verb === 'test' || !one.endsWith('_test.go')));
}
