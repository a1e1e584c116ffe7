import type { Folder } from './folder.ts';
import { nameOf } from './folder.ts';

/**
 * Files that a tool loads as code, or begins with, without being told: by the tool's own documentation, as of 2026-11. Each is a
 * pattern of names in the folder the tool is started in, or `folder/**` for everything of a kind below.
 */
const styles = 'postcss.config.* .postcssrc* tailwind.config.*';
const tests = '**/*.test.* **/*.spec.* **/__tests__/*';
const code = 'js|cjs|mjs|jsx|ts|cts|mts|tsx|vue|svelte|astro';
const filesByTool: Readonly<Record<string, string>> = {
  vite: `vite.config.* svelte.config.* ${styles} index.html src/routes/** src/hooks.* app/routes/** app/root.*`,
  vitest: `vitest.config.* vitest.workspace.* vite.config.* vitest.setup.* setupTests.* ${tests}`,
  next: `next.config.* ${styles} babel.config.* .babelrc* middleware.* instrumentation.* src/middleware.* src/instrumentation.* app/** pages/** src/app/** src/pages/**`,
  'react-scripts': `src/index.* src/setupProxy.* src/setupTests.* public/index.html ${styles} ${tests}`,
  craco: `craco.config.* src/index.* src/setupProxy.* public/index.html ${styles} ${tests}`,
  'react-app-rewired': `config-overrides.* src/index.* src/setupProxy.* public/index.html ${tests}`,
  'vue-cli-service': `vue.config.* babel.config.* src/main.* ${styles} ${tests}`,
  webpack: `webpack.config.* babel.config.* .babelrc* ${styles} src/index.*`,
  'webpack-dev-server': `webpack.config.* babel.config.* .babelrc* ${styles} src/index.*`,
  rspack: `rspack.config.* ${styles} src/index.*`,
  rsbuild: `rsbuild.config.* ${styles} src/index.*`,
  rollup: 'rollup.config.*',
  tsup: 'tsup.config.*',
  tsdown: 'tsdown.config.*',
  parcel: `index.html src/index.html ${styles} .parcelrc`,
  gulp: 'gulpfile.*',
  grunt: 'Gruntfile.*',
  eslint: 'eslint.config.* .eslintrc .eslintrc.*',
  prettier: 'prettier.config.* .prettierrc.*',
  stylelint: 'stylelint.config.* .stylelintrc.*',
  babel: 'babel.config.* .babelrc*',
  'babel-node': 'babel.config.* .babelrc*',
  jest: `jest.config.* jest.setup.* babel.config.* .babelrc* setupTests.* src/setupTests.* ${tests}`,
  mocha: `.mocharc.* test/mocha.opts test/** ${tests} spec/**`,
  ava: `ava.config.* ${tests} test.* test/**`,
  jasmine: `spec/** ${tests}`,
  tap: `test/** ${tests}`,
  wtr: `web-test-runner.config.* ${tests}`,
  c8: '.c8rc.*',
  nyc: '.nycrc .nycrc.* nyc.config.*',
  'test-storybook': '.storybook/**',
  karma: `karma.conf.* ${tests}`,
  cypress: `cypress.config.* cypress/support/** cypress/plugins/** cypress/e2e/** cypress/integration/** ${tests} **/*.cy.*`,
  playwright: `playwright.config.* tests/** e2e/** ${tests}`,
  ng: 'angular.json src/main.* src/index.html',
  nuxt: `nuxt.config.* app.vue ${styles} plugins/** middleware/** server/** modules/** pages/** components/** composables/** utils/** layouts/** stores/** src/** app/**`,
  nuxi: `nuxt.config.* app.vue ${styles} plugins/** middleware/** server/** modules/** pages/** components/** composables/** utils/** layouts/** stores/** src/** app/**`,
  astro: `astro.config.* ${styles} src/middleware.* src/pages/**`,
  remix: `remix.config.* vite.config.* app/**`,
  'react-router': 'react-router.config.* vite.config.* app/**',
  'svelte-kit': 'svelte.config.* vite.config.* src/hooks.* src/routes/**',
  gatsby: 'gatsby-config.* gatsby-node.* gatsby-browser.* gatsby-ssr.* src/pages/** src/**',
  nest: 'nest-cli.json src/main.*',
  expo: 'app.config.* metro.config.* babel.config.* App.* index.* app/** src/**',
  'react-native': 'react-native.config.* metro.config.* babel.config.* App.* index.*',
  electron: '',
  hardhat: 'hardhat.config.* scripts/** tasks/** deploy/** test/** ignition/**',
  truffle: 'truffle-config.* truffle.* migrations/** test/** scripts/**',
  storybook: '.storybook/**',
  'start-storybook': '.storybook/**',
  'lint-staged': 'lint-staged.config.* .lintstagedrc.*',
  commitlint: 'commitlint.config.* .commitlintrc.*',
  'semantic-release': 'release.config.* .releaserc.*',
  'release-it': '.release-it.*',
  tailwindcss: styles,
  tailwind: styles,
  postcss: styles,
  typeorm: 'ormconfig.*',
  knex: 'knexfile.*',
  'sequelize-cli': '.sequelizerc config/config.*',
  prisma: 'prisma.config.*',
  drizzle: 'drizzle.config.*',
  'drizzle-kit': 'drizzle.config.*',
  serverless: 'serverless.* handler.* src/**',
  sls: 'serverless.* handler.* src/**',
  pm2: 'ecosystem.config.*',
  quasar: 'quasar.config.* quasar.conf.*',
  wxt: 'wxt.config.* entrypoints/** components/** utils/**',
  nodemon: 'nodemon.json',
  moleculer: 'moleculer.config.* services/**',
  'moleculer-runner': 'moleculer.config.* services/**',
  fastify: '',
  wrangler: 'wrangler.toml wrangler.jsonc src/index.* src/worker.* functions/**',
  vercel: 'api/** middleware.*',
  netlify: 'netlify/functions/** netlify/edge-functions/** functions/**',
  firebase: 'functions/**',
  func: 'src/functions/** **/index.*',
  sam: 'template.yaml src/**',
  nitro: 'nitro.config.* server/** routes/** api/** plugins/** middleware/**',
  nitropack: 'nitro.config.* server/** routes/** api/** plugins/** middleware/**',
  sails: 'app.js api/** config/**',
  meteor: 'server/** client/** imports/** both/** lib/**',
  rw: 'api/src/** web/src/** scripts/**',
  redwood: 'api/src/** web/src/** scripts/**',
  ace: 'ace.js adonisrc.* start/** config/** app/** commands/**',
  medusa: 'medusa-config.* src/**',
  plasmo: 'src/** popup.* background.* content.* contents/** tabs/**',
  'web-ext': 'web-ext-config.*',
  'graphql-codegen': 'codegen.*',
  orval: 'orval.config.*',
  plop: 'plopfile.*',
  hygen: '_templates/**',
  strapi: 'config/** src/index.* src/** database/** api/** extensions/** plugins/**',
  keystone: 'keystone.* schema.*',
  adonis: 'server.* start/**',
  ember: 'ember-cli-build.* config/environment.* app/**',
  eleventy: '.eleventy.* eleventy.config.*',
  docusaurus: 'docusaurus.config.* sidebars.*',
  'wp-scripts': 'webpack.config.* src/index.*',
  lerna: 'lerna.json',
  pytest: 'conftest.py pytest.ini **/test_*.py **/*_test.py **/tests.py',
  tox: 'tox.ini setup.py conftest.py',
  nox: 'noxfile.py',
  fab: 'fabfile.py',
  invoke: 'tasks.py',
  scons: 'SConstruct',
  flask: 'app.py wsgi.py app/__init__.py .flaskenv',
  streamlit: '.streamlit/config.toml',
  rake: 'Rakefile',
  rails: 'config/application.rb config/boot.rb config/environment.rb config/initializers/**',
  rspec: '.rspec spec/spec_helper.rb spec/rails_helper.rb',
  bundle: 'Gemfile',
  pod: 'Podfile',
  fastlane: 'fastlane/Fastfile',
  phpunit: 'phpunit.xml tests/bootstrap.php',
  cargo: 'build.rs .cargo/config.toml src/main.rs',
  deno: 'deno.json deno.jsonc',
  bun: 'bunfig.toml',
};

/** Most pages of one framework that are worth naming as started: more is a site, and its reach is found through its imports. */
const pageLimit = 400;

const patterns = new Map<string, RegExp>();
const patternOf = (glob: string): RegExp => {
  const known = patterns.get(glob);
  if (known) return known;
  const made = new RegExp(`^${glob.replace(/[.+^$()|[\]{}]/g, '\\$&').replace(/\*/g, '[^/]*')}$`, 'i');
  patterns.set(glob, made);
  return made;
};

export const isTool = (name: string): boolean => Object.hasOwn(filesByTool, name);

/** Files of the project that a tool loads by itself when started in a folder. */
export function filesOfTool(tool: string, folder: Folder, cwd: string): string[] {
  const globs = (Object.hasOwn(filesByTool, tool) ? filesByTool[tool] ?? '' : '').split(' ').filter(Boolean);
  const prefix = cwd ? `${cwd}/` : '';
  return globs.flatMap((glob) => {
    const slash = glob.lastIndexOf('/');
    const where = prefix + (slash === -1 ? '' : glob.slice(0, slash));
    if (glob.startsWith('**/')) return anywhereBelow(folder, cwd, glob.slice(3));
    if (glob.endsWith('/**')) return codeBelow(folder, where);
    const pattern = patternOf(glob.slice(slash + 1));
    return folder.inside(where.replace(/\/$/, '')).filter((path) => pattern.test(nameOf(path)));
  });
}

const isCode = new RegExp(`\\.(?:${code}|py|rb|php)$`, 'i');

/** Tests that are worth naming: those of a large project, with room. */
const testLimit = 5_000;
const testsOf = new WeakMap<Folder, Map<string, string[]>>();

/** Code of that name, or in a folder of that name, anywhere below. */
function anywhereBelow(folder: Folder, where: string, glob: string): string[] {
  const known = testsOf.get(folder) ?? new Map<string, string[]>();
  testsOf.set(folder, known);
  const key = `${where}\n${glob}`;
  const slash = glob.indexOf('/');
  const pattern = patternOf(glob.slice(slash + 1));
  const parent = slash === -1 ? undefined : glob.slice(0, slash);
  const found = known.get(key) ?? folder.below(where, testLimit).filter((path) => pattern.test(nameOf(path)) && isCode.test(path) && !path.includes('node_modules/')
    && (parent === undefined || path.split('/').includes(parent)));
  known.set(key, found);
  return found;
}

function codeBelow(folder: Folder, where: string): string[] {
  if (!folder.hasFolder(where)) return [];
  return folder.below(where, pageLimit * 10).filter((path) => isCode.test(path) && !path.includes('/node_modules/')).slice(0, pageLimit);
}
