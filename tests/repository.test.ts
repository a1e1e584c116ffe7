import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { browserKinds, builtFolder } from '../utils/cli/browser/browser-kind.ts';
import { hostsByScript } from '../utils/core/reading-places.ts';

const longest = 250;
const forbiddenWords = [
  'manager',
  'service',
  'handler',
  'helper',
  'helpers',
  'util',
  'utils',
  'misc',
  'data',
  'info',
];

/** Which folders a folder may import from, besides itself. What is not named here may import anything. */
const allowedImports: Record<string, string[]> = {
  'utils/core': [],
  'utils/surfaces': ['utils/core'],
  'utils/mail': ['utils/core'],
  'utils/platform': ['utils/core'],
  'utils/inspect': ['utils/core'],
  'utils/packs-publishing': ['utils/core'],
  components: ['utils/core'],
  entrypoints: ['utils/core', 'utils/surfaces', 'utils/mail', 'utils/platform', 'utils/inspect', 'components'],
  'utils/cli': ['utils/core', 'utils/surfaces', 'utils/mail', 'utils/platform', 'utils/inspect', 'utils/packs-publishing'],
};

/** Where the product makes requests. The browser lets its pages reach any https host, for mirrors and collectors of organisations: this list holds them in. */
const askingFiles = ['bundled-pack', 'fetch-photo', 'fetch-repository', 'fetch-pack-file', 'post-events'].map((name) => `utils/platform/${name}.ts`);

const sources = ['entrypoints', 'components', 'utils', 'scripts', 'tests'].flatMap(listSources);

function listSources(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .filter((path) => !path.startsWith('tests/pages/'));
}

const folderOf = (path: string) =>
  [...Object.keys(allowedImports), 'tests', 'scripts'].find((folder) => path.startsWith(`${folder}/`));

/** Relative imports of a file, static, dynamic and type-only, as paths from the repository root. */
const importsOf = (path: string) =>
  [...readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g)].map(
    (match) => posix.join(dirname(path), match[1] ?? ''),
  );

function strayImports(path: string): string[] {
  const own = folderOf(path);
  const allowed = own === undefined ? undefined : allowedImports[own];
  if (allowed === undefined) return [];
  return importsOf(path).filter((target) => {
    const folder = folderOf(target);
    return folder !== undefined && folder !== own && !allowed.includes(folder);
  });
}

describe('the source files', () => {
  it('are found', () => {
    expect(sources).toContain('tests/repository.test.ts');
    expect(sources.some((path) => path.startsWith('utils/core/'))).toBe(true);
  });

  it('are short enough to read', () => {
    const lines = (path: string) => readFileSync(path, 'utf8').trimEnd().split('\n').length;
    expect(sources.filter((path) => lines(path) > longest)).toEqual([]);
  });

  it('have names that say the domain', () => {
    const words = (path: string) => basename(path).split(/[-.]/);
    expect(sources.filter((path) => words(path).some((word) => forbiddenWords.includes(word)))).toEqual([]);
  });

  it('are named in kebab-case', () => {
    expect(sources.filter((path) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(path)))).toEqual([]);
  });

  it('make requests in few, known places', () => {
    const asks = (path: string) => /\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/.test(readFileSync(path, 'utf8'));
    const shipped = sources.filter((path) => /^(entrypoints|components|utils)\//.test(path) && !/^utils\/(cli|packs-publishing|inspect)\//.test(path));
    expect(shipped.filter(asks).filter((path) => !askingFiles.includes(path))).toEqual([]);
  });

  it('import only in the allowed directions', () => {
    const stray = sources.flatMap((path) => strayImports(path).map((target) => `${path} imports ${target}`));
    expect(stray).toEqual([]);
  });
});

/** A page's script behind the empty one that must come first. */
const inTurn = (script: string, where: object) =>
  [{ ...where, js: ['first.js'], run_at: 'document_start' }, { ...where, js: [`${script}.js`], run_at: 'document_idle' }];

describe.each(browserKinds)('the manifest built for %s', (kind) => {
  const path = join(builtFolder[kind], 'manifest.json');
  const manifest = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};

  it.runIf(existsSync(path))('lets no page reach into the extension', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it.runIf(existsSync(path))('asks for no more than it needs', () => {
    expect(manifest.permissions).toEqual(['storage', 'activeTab', 'scripting', 'contextMenus', 'alarms', ...(kind === 'chromium' ? ['sidePanel'] : [])]);
    // The card is put where a script reads, and nowhere else.
    expect(manifest.host_permissions).toEqual(Object.values(hostsByScript).flat().map((host) => `https://${host}/*`));
    expect(manifest.optional_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions).toEqual(['https://media.licdn.com/*', 'https://*/*']);
  });

  it.runIf(existsSync(path))('has a side panel that opens only when it is asked for', () => {
    expect(manifest.side_panel).toEqual(kind === 'chromium' ? { default_path: 'sidepanel.html' } : undefined);
    expect(manifest.sidebar_action).toEqual(
      kind === 'firefox' ? { default_panel: 'sidepanel.html', default_title: 'Bonafide', open_at_install: false } : undefined,
    );
  });

  it.runIf(existsSync(path))('reads LinkedIn, webmail and one kind of frame only, each with its own script, in the isolated world', () => {
    expect(manifest.content_scripts).toEqual(Object.entries(hostsByScript).flatMap(([script, hosts]) => {
      const where = { matches: hosts.map((host) => `https://${host}/*`), all_frames: false };
      return inTurn(script, where);
    }).concat(inTurn('read-mail-frame', { matches: ['https://www-mail.icloud-sandbox.com/applications/mail*-message/*'], all_frames: true })));
    expect(manifest.content_scripts.flatMap(({ matches }: { matches: string[] }) => matches)).not.toContainEqual(expect.stringMatching(/^https:\/\/\*|\*:/));
  });
});
