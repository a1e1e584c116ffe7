import { generateKeyPairSync } from 'node:crypto';
import { crxId } from '../../scripts/release/pack-crx.mts';
import type { BrowserKind } from '../../utils/cli/browser/browser-kind.ts';
import { firefoxId } from '../../utils/cli/extension-ids.ts';
import type { Machine } from './machine.ts';
import { publishCrx, publishXpi } from './publish-release.ts';
import type { ReleaseServer } from './release-server.ts';

/** Publishes the built extension and writes the policy that installs it with these settings. Gives its id. */
export async function installByPolicy(kind: BrowserKind, machine: Machine, server: ReleaseServer, settings: object): Promise<string> {
  if (kind === 'firefox') {
    publishXpi(server, '1.0.0');
    await machine.policies.firefox.write('policies.json', {
      policies: {
        ExtensionSettings: { [firefoxId]: { installation_mode: 'force_installed', install_url: `${server.address}/bonafide-1.0.0.xpi` } },
        Preferences: { 'xpinstall.signatures.required': { Value: false, Status: 'locked' } },
        '3rdparty': { Extensions: { [firefoxId]: settings } },
      },
    });
    return firefoxId;
  }
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const id = crxId(key);
  await publishCrx(server, '1.0.0', key);
  await machine.policies.chromium.write('bonafide.json', {
    ExtensionSettings: { [id]: { installation_mode: 'force_installed', update_url: `${server.address}/updates.xml`, override_update_url: true } },
    // For the tests alone: without it nobody sees the worker of an extension that a policy installed.
    DeveloperToolsAvailability: 1,
    '3rdparty': { extensions: { [id]: settings } },
  });
  return id;
}
