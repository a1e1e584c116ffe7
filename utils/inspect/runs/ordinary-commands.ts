import { programName } from './command-targets.ts';
import type { Folder } from './folder.ts';
import { packageIn } from './package-scripts.ts';
import { simpleCommands } from './shell-words.ts';
import { traitsOf, type CommandTrait } from './command-traits.ts';

/**
 * Commands that ordinary projects run at a step of their own, by the documentation of the tools and the scripts of much-used packages
 * (2026-11). A command is ordinary if each of its parts is here, bare and without a path, and nothing in it fetches, decodes or hides.
 * It says that the command is a usual one, not that what the tool loads is harmless.
 */
const usual: ReadonlySet<string> = new Set(`
  husky husky-init lefthook simple-git-hooks pre-commit yorkie ghooks lint-staged commitlint pretty-quick git-format-staged nano-staged is-ci commitizen git-cz
  patch-package postinstall-postinstall prisma drizzle-kit graphql-codegen relay-compiler openapi-generator-cli orval typechain panda
  playwright cypress puppeteer electron-builder electron-rebuild electron-forge node-gyp node-gyp-build prebuild-install prebuildify napi node-pre-gyp cmake-js install-app-deps
  ngcc nuxt nuxi nuxt-module-build svelte-kit astro wxt plasmo fumadocs-mdx velite contentlayer content-collections next vite vitest vue-tsc vue-cli-service
  react-scripts craco react-app-rewired expo react-native pod-install jetify ng nest gatsby remix react-router eleventy docusaurus storybook start-storybook build-storybook
  tsc tsup tsdown rollup webpack webpack-dev-server rspack rsbuild esbuild swc babel parcel gulp grunt unbuild microbundle bunchee pkgroll turbo nx lerna rush changeset preconstruct wireit bob builder-bob
  eslint oxlint oxfmt prettier stylelint biome tslint xo standard ts-standard markdownlint markdownlint-cli2 cspell knip depcheck publint attw size-limit jshint dprint rome sort-package-json npm-package-json-lint syncpack manypkg
  jest mocha ava tap tape karma jasmine c8 nyc wtr testem qunit borp uvu nodemon cypress-run start-server-and-test bats hardhat truffle ganache forge serve http-server json-server live-server
  only-allow npx-only-allow check-engine engines-ok npm-run-all run-s run-p concurrently cross-env shx rimraf del-cli mkdirp cpy ncp copyfiles make-dir tailwindcss sass postcss typedoc api-extractor
  not-in-publish in-publish not-in-install in-install safe-publish-latest uglifyjs terser browserify coffee tsdx tshy ts-scripts flow-copy-source runmd
  semantic-release release-it standard-version np bumpp auto-changelog conventional-changelog all-contributors opencollective opencollective-postinstall
  echo true false exit test [ : set mkdir cp mv rm del rmdir touch cat ls cd pwd pushd popd printf sleep wait-on which command fi done sh-test tput clear nvm corepack
  git cargo go dotnet make cmake ninja mvn gradle gradlew mvnw ruff black isort flake8 mypy pytest tox nox pylint bandit pyupgrade autopep8 rubocop rspec bundle composer phpunit phpcs php-cs-fixer pint phpstan
  golangci-lint gofmt goimports clippy rustfmt ktlint detekt spotlessapply swiftlint swiftformat pip pip3 poetry uv pdm pipenv
  uvicorn gunicorn flask daphne hypercorn celery streamlit alembic python-manage-migrate tail whoami
`.split(/\s+/).filter(Boolean));

/** Traits that take a command out of the usual. */
const unusual: ReadonlySet<CommandTrait> = new Set(['fetches', 'pipes-into-shell', 'inline-code', 'encoded', 'disguised-target', 'changes-loading']);
const shellWords = new Set(['if', 'then', 'else', 'do', 'while', 'for', 'case', 'esac', '{', '}', '!', '[[', ']]']);
const installsOrSame = new Set(['install', 'i', 'ci', 'add', 'run', 'run-script', 'test', 't', 'start', 'exec', 'x', 'dlx']);
const depthLimit = 6;

/** Is it one of the usual commands? Follows `npm run x` to what x is. */
export function isOrdinary(command: string, cwd: string, folder: Folder, depth = 0): boolean {
  if (depth > depthLimit || traitsOf(command).some((trait) => unusual.has(trait))) return false;
  const commands = simpleCommands(command).slice(0, 100);
  return commands.length > 0 && commands.every((words) => isUsual(words, cwd, folder, depth));
}

function isUsual(words: readonly string[], cwd: string, folder: Folder, depth: number): boolean {
  const [head, ...rest] = words.filter((word, index) => !(shellWords.has(word) || /^[A-Za-z_]\w*=/.test(word)) || index > 3);
  if (head === undefined) return true;
  if (/[\\/]/.test(head) && !/^\.\/(?:gradlew|mvnw)$|^(?:\.\/)?node_modules\/\.bin\/[\w-]+$|husky\.sh$/.test(head)) return false;
  const program = programName(head);
  if (/^(?:npx|bunx|pnpx|cross-env|sudo|time|exec|env|dotenv|\.|source)$/.test(program)) return isUsual(rest.filter((word) => !word.startsWith('-')), cwd, folder, depth);
  if (/^(?:npm|pnpm|yarn|bun)$/.test(program)) return isUsualScript(rest, cwd, folder, depth);
  return usual.has(program);
}

function isUsualScript(words: readonly string[], cwd: string, folder: Folder, depth: number): boolean {
  const plain = words.filter((word) => !word.startsWith('-'));
  const verb = plain[0] ?? 'install';
  if (verb === 'exec' || verb === 'x' || verb === 'dlx') return isUsual(plain.slice(1), cwd, folder, depth);
  const name = verb === 'run' || verb === 'run-script' ? plain[1] ?? '' : verb;
  const scripts = packageIn(cwd, folder)?.scripts ?? {};
  const script = Object.hasOwn(scripts, name) ? scripts[name] : undefined;
  return script === undefined ? installsOrSame.has(verb) || usual.has(verb) : isOrdinary(script, cwd, folder, depth + 1);
}
