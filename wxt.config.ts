import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generateChromeMessagesText, parseMessagesFile } from '@wxt-dev/i18n/build';
import { defineConfig } from 'wxt';
import { bundlePack } from './utils/cli/bundle-pack.ts';
import { chromiumKey, firefoxId } from './utils/cli/extension-ids.ts';
import { toldKinds } from './utils/core/event.ts';
import { managedSchema } from './utils/core/managed-schema.ts';
import { hostsByScript, mailFrame } from './utils/core/reading-places.ts';

/** Chromium only: Firefox knows no schema of a policy, and warns of the key. */
const schemaFile = 'managed_schema.json';

/** What the page's script takes instead: `browser` or `chrome` as they are, and messages without plurals. */
const light: Readonly<Record<string, string>> = {
  '@wxt-dev/webextension-polyfill/browser': fileURLToPath(import.meta.resolve('@wxt-dev/browser')),
  '@wxt-dev/i18n': fileURLToPath(new URL('entrypoints/watch/plain-i18n.ts', import.meta.url)),
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/i18n/module', '@wxt-dev/auto-icons'],
  i18n: { localesDir: 'assets/locales' },
  autoIcons: { baseIconPath: 'assets/icon.svg', developmentIndicator: false },
  // The oldest browsers we support: nothing is written out for older ones.
  vite: () => ({
    resolve: { alias: [{ find: /^@noble\/curves\/.*/, replacement: fileURLToPath(new URL('utils/platform/no-curves.ts', import.meta.url)) }] },
    worker: { format: 'es' as const },
    build: { target: ['chrome137', 'firefox140'], cssTarget: ['chrome137', 'firefox140'] },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'en',
    // `alarms`: to look for newer rules, and to tell a collector what waits for it, when an organisation asks for that.
    permissions: ['storage', 'activeTab', 'scripting', 'contextMenus', 'alarms'],
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+B' }, description: '__MSG_commands_report__' },
      'open-check': { suggested_key: { default: 'Alt+Shift+C' }, description: '__MSG_commands_check__' },
    },
    // To put the card into a page when there is something to warn about. Asks for nothing more than reading there does.
    host_permissions: Object.values(hostsByScript).flat().map((host) => `https://${host}/*`),
    // Photos, when switched on; and the one site a person adds. Nothing is granted before the person is asked for it by name.
    optional_host_permissions: ['https://media.licdn.com/*', 'https://*/*'],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
        // Signed rules and an organisation's collector may stand anywhere; each request is made in a file of its own name in utils/platform.
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self' https: http://127.0.0.1:* http://localhost:*",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: firefoxId,
              strict_min_version: '140.0',
              // What an organisation's policy may have told; asked for, or agreed to by that policy, before anything is.
              data_collection_permissions: { required: ['none'], optional: [...toldKinds] },
            },
          },
        }
      : { key: chromiumKey, minimum_chrome_version: '137', storage: { managed_schema: schemaFile } }),
  }),
  hooks: {
    // The page's script is carried into every page and must stay small. The two calls it makes are the same in the browsers we
    // support, so it speaks to them directly and leaves the polyfill (10 kB) and plurals to the background and the pages.
    'vite:build:extendConfig': (entrypoints, config) => {
      if (!entrypoints.some(({ name }) => name.startsWith('watch-') || ['card', 'first', 'note-repository', mailFrame.script].includes(name))) return;
      config.plugins = [
        { name: 'light-libraries', enforce: 'pre', resolveId: (id: string) => light[id] },
        config.plugins,
      ];
    },
    'build:publicAssets': async (wxt, files) => {
      // The icons' module makes this folder without waiting for it (auto-icons 1.1.2), and on a busy machine writes into it first.
      mkdirSync(join(wxt.config.outDir, 'icons'), { recursive: true });
      // Chromium looks no further than `pt_PT`, then `pt`; Firefox finds the nearest language by itself.
      files.push({ contents: generateChromeMessagesText(await parseMessagesFile('assets/locales/pt-BR.yml')), relativeDest: '_locales/pt_PT/messages.json' });
      if (wxt.config.browser !== 'firefox') files.push({ contents: JSON.stringify(managedSchema(), null, 2), relativeDest: schemaFile });
      // Whom newer public rules are believed (docs/packs.md).
      files.push({ absoluteSrc: join(wxt.config.root, 'assets', 'packs-root.json'), relativeDest: 'packs-root.json' });
      files.push(...bundlePack(join(wxt.config.root, 'assets'), join(wxt.config.wxtDir, 'packs')));
    },
    // defineContentScript would announce the extension's id to the page (postMessage and a CustomEvent), and
    // whatever it adds to web_accessible_resources can be probed. An unlisted script does neither.
    'build:manifestGenerated': (_, manifest) => {
      const scripts = Object.entries(hostsByScript).map(([script, hosts]) => ({ script, matches: hosts.map((host) => `https://${host}/*`), all_frames: false }));
      const framed = { script: mailFrame.script, matches: [`https://${mailFrame.host}${mailFrame.path}`], all_frames: true };
      manifest.content_scripts = [...scripts, framed].flatMap(({ script, ...where }) => [
        { ...where, js: ['first.js'], run_at: 'document_start' as const },
        { ...where, js: [`${script}.js`], run_at: 'document_idle' as const },
      ]);
    },
  },
});
