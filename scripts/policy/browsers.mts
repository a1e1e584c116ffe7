import type { Fleet } from './fleet.mts';

type Values = Fleet['values'];
/** Where a browser looks for its policy, and for that of the extension inside it. */
export interface Browser {
  readonly name: 'chrome' | 'chromium' | 'edge' | 'firefox';
  readonly product: string;
  readonly id: (fleet: Fleet) => string;
  /** The entry of the policy `ExtensionSettings` that installs the extension. */
  readonly install: (fleet: Fleet) => Readonly<Record<string, string | boolean>>;
  /** Registry key of the browser's policies below HKEY_LOCAL_MACHINE; absent where Windows is not served. */
  readonly registry?: string;
  /** Domain of its preferences on macOS. */
  readonly domain?: string;
  /** File or folder on Linux. */
  readonly linux: string;
}

const chromiumInstall = (url: string) => ({ installation_mode: 'force_installed', update_url: url, override_update_url: true });

export const browsers: readonly Browser[] = [
  {
    name: 'chrome', product: 'Google Chrome', id: ({ chromeId }) => chromeId, install: ({ updateUrl }) => chromiumInstall(updateUrl),
    registry: String.raw`Software\Policies\Google\Chrome`, domain: 'com.google.Chrome', linux: '/etc/opt/chrome/policies/managed/bonafide.json',
  },
  { name: 'chromium', product: 'Chromium', id: ({ chromeId }) => chromeId, install: ({ updateUrl }) => chromiumInstall(updateUrl), linux: '/etc/chromium/policies/managed/bonafide.json' },
  {
    name: 'edge', product: 'Microsoft Edge', id: ({ edgeId }) => edgeId, install: ({ edgeUpdateUrl }) => chromiumInstall(edgeUpdateUrl),
    registry: String.raw`Software\Policies\Microsoft\Edge`, domain: 'com.microsoft.Edge', linux: '/etc/opt/edge/policies/managed/bonafide.json',
  },
  {
    name: 'firefox', product: 'Mozilla Firefox', id: ({ firefoxId }) => firefoxId, install: ({ installUrl }) => ({ installation_mode: 'force_installed', install_url: installUrl }),
    registry: String.raw`Software\Policies\Mozilla\Firefox`, domain: 'org.mozilla.firefox', linux: '/etc/firefox/policies/policies.json',
  },
];

/** Browsers that Windows and macOS have policies for. */
export const desktopBrowsers = browsers.filter((browser): browser is Browser & { registry: string; domain: string } => browser.registry !== undefined && browser.domain !== undefined);

/** Key of the extension's own settings below the browser's. */
export const settingsKey = ({ name, registry }: { name: string; registry: string }, id: string): string =>
  (name === 'firefox' ? `${registry}\\3rdparty\\Extensions\\${id}` : `${registry}\\3rdparty\\extensions\\${id}\\policy`);

/** A browser's policy as its JSON file on Linux holds it. */
export function jsonPolicy({ name, id, install }: Browser, fleet: Fleet): Readonly<Record<string, unknown>> {
  const extension = id(fleet);
  const settings: Values = fleet.values;
  const installed = { ExtensionSettings: { [extension]: install(fleet) } };
  return name === 'firefox' ? { policies: { ...installed, '3rdparty': { Extensions: { [extension]: settings } } } } : { ...installed, '3rdparty': { extensions: { [extension]: settings } } };
}
