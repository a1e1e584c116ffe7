import { resolve } from 'node:path';
import { crxId, signZip } from '../../scripts/release/pack-crx.mts';
import { forOwnServerChromium, forOwnServerFirefox, updatesXml } from '../../scripts/release/self-hosting.mts';
import { readFiles, zipFiles, type Files } from '../../scripts/release/zip-files.mts';
import { builtFolder } from '../../utils/cli/browser/browser-kind.ts';
import type { ReleaseServer } from './release-server.ts';

/** Puts the built extension on the server as this version, packed and listed as `npm run self-host` does it. */
export async function publishCrx(server: ReleaseServer, version: string, keyPem: string): Promise<void> {
  const files = withVersion(forOwnServerChromium(readFiles(resolve(builtFolder.chromium)), `${server.address}/`), version);
  const path = `/bonafide-${version}.crx`;
  server.put(path, await signZip(zipFiles(files), keyPem));
  server.put('/updates.xml', updatesXml(files, { id: crxId(keyPem), version, codebase: server.address + path }));
}

/** Firefox refuses an extension that would be updated over http, so this one names a server that is not there. */
export function publishXpi(server: ReleaseServer, version: string): void {
  const files = withVersion(forOwnServerFirefox(readFiles(resolve(builtFolder.firefox)), 'https://updates.example/'), version);
  server.put(`/bonafide-${version}.xpi`, zipFiles(files));
}

function withVersion(files: Files, version: string): Files {
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json'])) as object;
  return { ...files, 'manifest.json': new TextEncoder().encode(JSON.stringify({ ...manifest, version })) };
}
