import type { Project } from '../project.ts';
import { runsOf } from '../runs/runs-of.ts';
import { linkedPaths } from '../linked-paths.ts';
import { readsLikeScript, scriptText } from './script-text.ts';
import { stemOf } from './stem-of.ts';

/** Endings under which nobody starts a program for Node: other languages, data, prose. */
const others = /\.(?:py[wi]?|ipynb|sh|bash|zsh|ksh|fish|rb|rake|php|pl|pm|lua|go|rs|java|kts?|groovy|gradle|scala|cs|fs|vb|swift|c|cc|cpp|h|hpp|m|r|jl|ex|exs|erl|hs|sol|sql|ps1|psm1|bat|cmd|vbs|json[c5]?|ya?ml|toml|xml|md|mdx|rst|adoc|lock|csv|map|svg|html?|vue|svelte|astro|ejs|graphql|proto|wasm)$/i;
const names = /(?:^|\/)(?:Makefile|Dockerfile|Containerfile|Procfile|Rakefile|Gemfile|Podfile|Vagrantfile|Jenkinsfile|LICENSE|LICENCE|CHANGELOG|README|NOTICE|AUTHORS)$/i;

/** Whether a text under no name of a script may be one for Node, which minds no ending: it does if something starts or loads it. */
export const mayBeScript = (path: string, text: string): boolean =>
  !others.test(path) && !names.test(path) && !text.startsWith('#!') && scriptText(path, text) === undefined && readsLikeScript(text);

/** Files that a command of the project names: `node bin/server`, `node app.log`. */
export function startedPaths(project: Project): ReadonlySet<string> {
  const shown = linkedPaths(project);
  return new Set(runsOf(project).flatMap(({ targets }) => targets.map((path) => shown.get(path) ?? path)));
}

const loads = /\b(?:require|import|from|fork|Worker|register)\b\s*(?:\(\s*)?(?:new\s+URL\(\s*)?["'`]([@~.#/][^"'`\n]{1,300})["'`]|\(\s*(?:path\.)?(?:join|resolve)\(\s*__dirname\s*,([^()\n]{1,300})\)/g;

/** Last parts of the names under which a script loads others. */
export const stemsLoaded = (text: string): string[] =>
  [...text.matchAll(loads)].map(([, name, parts]) => stemOf(name ?? [...parts!.matchAll(/["'`]([^"'`\n]{1,200})["'`]/g)].at(-1)?.[1] ?? ''));
