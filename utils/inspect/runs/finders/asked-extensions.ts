import { isNear } from '../../../core/look-alike.ts';
import type { Sighting } from '../../sighting.ts';
import { oneLine } from '../../snippet.ts';
import { nameOf, parentOf, type Folder } from '../folder.ts';
import type { RunFinder } from '../found-run.ts';
import { asRecord, textsOf } from '../plain.ts';
import type { Document, Path } from '../document.ts';

/** Much-used extensions, publisher by publisher. Source: the marketplaces of VS Code and Open VSX, sorted by installations, 2026-11. */
const popular = new Set(`
  dbaeumer.vscode-eslint esbenp.prettier-vscode ms-python.python ms-python.vscode-pylance ms-python.debugpy ms-python.black-formatter ms-python.isort ms-python.mypy-type-checker ms-python.pylint ms-python.flake8
  ms-toolsai.jupyter ms-azuretools.vscode-docker ms-azuretools.vscode-containers ms-vscode-remote.remote-containers ms-vscode-remote.remote-ssh ms-vscode-remote.remote-wsl ms-vscode.vscode-typescript-next
  ms-vscode.cpptools ms-vscode.cmake-tools ms-vscode.makefile-tools ms-vscode.live-server ms-vscode.js-debug-nightly ms-vscode.powershell ms-dotnettools.csharp ms-dotnettools.csdevkit ms-playwright.playwright
  ms-kubernetes-tools.vscode-kubernetes-tools ms-vsliveshare.vsliveshare ms-edgedevtools.vscode-edge-devtools ms-mssql.mssql ms-ossdata.vscode-pgsql ritwickdey.liveserver eamodio.gitlens editorconfig.editorconfig
  bradlc.vscode-tailwindcss vue.volar vue.vscode-typescript-vue-plugin octref.vetur svelte.svelte-vscode astro-build.astro-vscode angular.ng-template johnpapa.angular2 prisma.prisma graphql.vscode-graphql
  graphql.vscode-graphql-syntax apollographql.vscode-apollo rust-lang.rust-analyzer tamasfe.even-better-toml vadimcn.vscode-lldb serayuzgur.crates fill-labs.dependi golang.go redhat.java redhat.vscode-yaml redhat.vscode-xml
  redhat.ansible vscjava.vscode-java-pack vscjava.vscode-java-debug vscjava.vscode-java-test vscjava.vscode-maven vscjava.vscode-gradle vscjava.vscode-spring-initializr vmware.vscode-spring-boot fwcd.kotlin
  mathiasfrohlich.kotlin dart-code.dart-code dart-code.flutter juanblanco.solidity nomicfoundation.hardhat-solidity tintinweb.solidity-visual-auditor tintinweb.vscode-solidity-language github.copilot github.copilot-chat
  github.vscode-github-actions github.vscode-pull-request-github github.codespaces streetsidesoftware.code-spell-checker davidanson.vscode-markdownlint yzhang.markdown-all-in-one bierner.markdown-mermaid shd101wyy.markdown-preview-enhanced
  unifiedjs.vscode-mdx stylelint.vscode-stylelint syler.sass-indented styled-components.vscode-styled-components csstools.postcss biomejs.biome oxc.oxc-vscode oven.bun-vscode denoland.vscode-deno vitest.explorer
  orta.vscode-jest firsttris.vscode-jest-runner hbenl.vscode-test-explorer hbenl.vscode-mocha-test-adapter cypress-io.vscode-cypress wix.vscode-import-cost christian-kohler.npm-intellisense christian-kohler.path-intellisense
  eg2.vscode-npm-script mikestead.dotenv dotenv.dotenv-vscode irongeek.vscode-env usernamehw.errorlens gruntfuggly.todo-tree aaron-bond.better-comments wayou.vscode-todo-highlight naumovs.color-highlight oderwat.indent-rainbow
  vscode-icons-team.vscode-icons pkief.material-icon-theme zhuangtongfa.material-theme dracula-theme.theme-dracula github.github-vscode-theme formulahendry.auto-rename-tag formulahendry.auto-close-tag formulahendry.code-runner
  dsznajder.es7-react-js-snippets burkeholland.simple-react-snippets xabikos.javascriptsnippets steoates.autoimport pmneo.tsimporter mattpocock.ts-error-translator yoavbls.pretty-ts-errors meganrogge.template-string-converter
  rangav.vscode-thunder-client humao.rest-client postman.postman-for-vscode 42crunch.vscode-openapi arjun.swagger-viewer mongodb.mongodb-vscode mtxr.sqltools cweijan.vscode-mysql-client2 cweijan.vscode-database-client2
  charliermarsh.ruff tamasfe.even-better-toml njpwerner.autodocstring kevinrose.vsc-python-indent batisteo.vscode-django wholroyd.jinja samuelcolvin.jinjahtml littlefoxteam.vscode-python-test-adapter matangover.mypy astral-sh.ty
  hashicorp.terraform hashicorp.hcl 4ops.terraform googlecloudtools.cloudcode amazonwebservices.aws-toolkit-vscode nrwl.angular-console expo.vscode-expo-tools msjsdiag.vscode-react-native mhutchie.git-graph donjayamanne.githistory
  donjayamanne.git-extension-pack codezombiech.gitignore waderyan.gitblame vivaxy.vscode-conventional-commits sonarsource.sonarlint-vscode snyk-security.snyk-vulnerability-scanner visualstudioexptteam.vscodeintellicode
  shopify.ruby-lsp shopify.ruby-extensions-pack rebornix.ruby castwide.solargraph kaiwood.endwise bmewburn.vscode-intelephense-client xdebug.php-debug laravel.vscode-laravel shufo.vscode-blade-formatter bajdzis.vscode-blade
  jnoortheen.nix-ide mkhl.direnv arrterian.nix-env-selector timonwong.shellcheck foxundermoon.shell-format mads-hartmann.bash-ide-vscode skellock.just nefrob.vscode-just-syntax task.vscode-task zxh404.vscode-proto3 bufbuild.vscode-buf
  haskell.haskell elixir-lsp.vscode-elixir-ls jakebecker.elixir-ls scalameta.metals sswg.swift-lang swiftlang.swift-vscode ziglang.vscode-zig sumneko.lua julialang.language-julia reditorsupport.r llvm-vs-code-extensions.vscode-clangd
  ms-vscode.vscode-node-azure-pack ms-azuretools.vscode-azurefunctions ms-azuretools.vscode-azureresourcegroups ms-azuretools.azure-dev saoudrizwan.claude-dev anthropic.claude-code continue.continue codeium.codeium tabnine.tabnine-vscode
  wallabyjs.quokka-vscode wallabyjs.console-ninja chakrounanas.turbo-console-log lokalise.i18n-ally antfu.iconify antfu.unocss antfu.vite antfu.goto-alias nuxt.mdc nuxtr.nuxtr-vscode voorjaar.windicss-intellisense
  firefox-devtools.vscode-firefox-debug msjsdiag.debugger-for-chrome ecmel.vscode-html-css zignd.html-css-class-completion heybourn.headwind austenc.tailwind-docs stivo.tailwind-fold mechatroner.rainbow-csv grapecity.gc-excelviewer
  tomoki1207.pdf jock.svg hediet.vscode-drawio ibm.output-colorizer alefragnani.bookmarks alefragnani.project-manager vscodevim.vim pnp.polacode ban.spellright rvest.vs-code-prettier-eslint rohit-gohri.format-code-action
  arcanis.vscode-zipfs typescriptteam.native-preview lit.lit runem.lit-plugin ember-tooling.vscode-ember typed-ember.glint2-vscode sibiraj-s.vscode-scss-formatter mrmlnc.vscode-scss michelemelluso.code-beautifier hookyqr.beautify
`.trim().split(/\s+/));
const byName = new Map([...popular].map((id) => [id.slice(id.indexOf('.') + 1), id]));

/** Extensions that an editor offers to install because the folder asks for them: a program with all rights of the person. */
export const findAskedExtensions: RunFinder = function* (folder) {
  for (const file of folder.named('extensions.json')) {
    if (/^\.(?:vscode|cursor|windsurf|trae|kiro)$/.test(nameOf(parentOf(file)))) yield* asked(file, folder.json(file), ['recommendations'], folder);
  }
  for (const file of folder.paths.filter((path) => path.endsWith('.code-workspace'))) yield* asked(file, folder.json(file), ['extensions', 'recommendations'], folder);
  for (const file of folder.named('devcontainer.json', '.devcontainer.json')) {
    yield* asked(file, folder.json(file), ['customizations', 'vscode', 'extensions'], folder);
    yield* asked(file, folder.json(file), ['extensions'], folder);
  }
};

function* asked(file: string, document: Document | undefined, path: Path, folder: Folder): Generator<Sighting> {
  const list = path.reduce<unknown>((value, key) => asRecord(value)[key], document?.value);
  for (const [index, id] of textsOf(list).entries()) {
    const name = id.toLowerCase().replace(/@.*$/, '');
    if (popular.has(name) || !/^[\w-]+\.[\w-]+$/.test(name)) continue;
    const line = document?.lineOf([...path, index]) ?? 1;
    yield { kind: 'extension-asked-for', file, line, snippet: oneLine(folder.line(file, line)), detail: { package: id, ...resemblance(name) } };
  }
}

/** Shortest name that one letter may tell apart. */
const nearFrom = 7;

/** A popular extension's name with another publisher in front, or its whole identifier but for a letter. */
function resemblance(id: string): { how: string; popular?: string } {
  const name = id.slice(id.indexOf('.') + 1);
  const same = byName.get(name);
  if (same !== undefined && name.length >= nearFrom) return { how: 'another publisher', popular: same };
  const near = [...popular].find((one) => one[0] === id[0] && one.length >= nearFrom && isNear(id, one, 1));
  return near === undefined ? { how: 'not known' } : { how: 'letters changed', popular: near };
}
