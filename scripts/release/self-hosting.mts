import { create } from 'xmlbuilder2';
import type { Files } from './zip-files.mts';

interface Manifest {
  key?: string;
  update_url?: string;
  minimum_chrome_version?: string;
  browser_specific_settings?: { gecko: { id: string; strict_min_version: string; update_url?: string } };
}

const manifestOf = (files: Files): Manifest => JSON.parse(new TextDecoder().decode(files['manifest.json'])) as Manifest;
const withManifest = (files: Files, manifest: Manifest): Files => ({ ...files, 'manifest.json': new TextEncoder().encode(JSON.stringify(manifest)) });

/** Without the key that keeps the id of unpacked builds: a store gives its own, and refuses another. */
export function forStore(files: Files): Files {
  const { key: _, ...manifest } = manifestOf(files);
  return withManifest(files, manifest);
}

/** For Chromium from an own server: a policy's address counts for the first installation only, so the manifest names it for updates. */
export function forOwnServerChromium(files: Files, url: string): Files {
  const { key: _, ...manifest } = manifestOf(files);
  return withManifest(files, { ...manifest, update_url: new URL('updates.xml', url).href });
}

/** For Firefox from an own server. Without this address Firefox would update it from Mozilla's site, if it is listed there. */
export function forOwnServerFirefox(files: Files, url: string): Files {
  const manifest = manifestOf(files);
  const { gecko } = manifest.browser_specific_settings!;
  return withManifest(files, { ...manifest, browser_specific_settings: { gecko: { ...gecko, update_url: new URL('updates.json', url).href } } });
}

/** What Chromium asks for updates: developer.chrome.com/docs/extensions/how-to/distribute/host-on-linux */
export function updatesXml(files: Files, { id, version, codebase }: { id: string; version: string; codebase: string }): string {
  const { minimum_chrome_version } = manifestOf(files);
  return create({ version: '1.0', encoding: 'UTF-8' })
    .ele('http://www.google.com/update2/response', 'gupdate', { protocol: '2.0' })
    .ele('app', { appid: id })
    .ele('updatecheck', { codebase, version, prodversionmin: minimum_chrome_version })
    .end({ prettyPrint: true });
}

/** What Firefox asks for updates. Names no hash of the package: Mozilla signs it afterwards and so changes it, and Firefox checks that signature. */
export function updatesJson(files: Files, { version, link }: { version: string; link: string }): string {
  const { id, strict_min_version } = manifestOf(files).browser_specific_settings!.gecko;
  const update = { version, update_link: link, applications: { gecko: { strict_min_version } } };
  return `${JSON.stringify({ addons: { [id]: { updates: [update] } } }, null, 2)}\n`;
}
