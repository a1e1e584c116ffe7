import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { builtFolder, type BrowserKind } from '../../utils/cli/browser/browser-kind.ts';

const temporaryFolder = () => mkdtemp(join(tmpdir(), 'bonafide-other-'));

/** An extension that is in the browser and does nothing at all: the browser without ours. */
export async function idleExtension(kind: BrowserKind): Promise<string> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'idle.js'), '');
  await writeFile(join(folder, 'manifest.json'), JSON.stringify({
    manifest_version: 3, name: 'idle', version: '1',
    ...(kind === 'firefox'
      ? {
          background: { scripts: ['idle.js'] },
          browser_specific_settings: { gecko: { id: 'idle@idle.example' } },
        }
      : { background: { service_worker: 'idle.js' } }),
  }));
  return folder;
}

/** Ours, with a manifest and content scripts that do all that is forbidden. */
export async function carelessExtension(kind: BrowserKind): Promise<string> {
  const folder = await temporaryFolder();
  await cp(resolve(builtFolder[kind]), folder, { recursive: true });
  const manifest = join(folder, 'manifest.json');
  const built = JSON.parse(await readFile(manifest, 'utf8'));
  await writeFile(join(folder, 'in-page.js'), inPage);
  await writeFile(manifest, JSON.stringify({
    ...built,
    content_scripts: [
      ...built.content_scripts,
      { matches: ['https://www.linkedin.com/*'], js: ['in-page.js'], world: 'MAIN' },
    ],
    web_accessible_resources: [{ resources: ['*'], matches: ['https://*/*'] }],
    externally_connectable: { matches: ['https://www.linkedin.com/*'] },
  }));
  const script = join(folder, 'watch-linkedin.js');
  await writeFile(script, inOwnWorld + (await readFile(script, 'utf8')));
  return folder;
}

/**
 * What a careless script does in the page's own world. Firefox knows no `externally_connectable`, so it shows
 * itself by a global.
 */
const inPage = `
  window.bonafide = true;
  window.browser ??= { runtime: {} };
  fetch('/picture');
  console.log('hello');
  localStorage.setItem('seen', 'yes');
  const host = document.createElement('div');
  host.attachShadow({ mode: 'open' });
  document.body.append(host);
  document.body.animate([{ opacity: 1 }, { opacity: 1 }], 60_000);
  throw new Error('careless');
`;

/** The event's name is the one WXT's own wrapper uses. */
const inOwnWorld = `{
  const api = globalThis.browser ?? globalThis.chrome;
  window.postMessage('hello', '*');
  document.dispatchEvent(new CustomEvent(api.runtime.id + ':watch-linkedin:wxt:content-script-started'));
  document.body.dataset.seen = 'yes';
  document.body.append(document.createElement('iframe'));
  document.body.append('Bonafide looked at this.');
  document.head.append(document.createElement('style'));
  new Image().src = '/probe';
  document.body.tabIndex = 0;
  getSelection().selectAllChildren(document.body);
  document.title = 'seen';
  const readAll = () => { for (const element of document.querySelectorAll('li')) element.innerText; };
  new MutationObserver(readAll).observe(document, { childList: true, subtree: true });
}
`;
